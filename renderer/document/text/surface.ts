import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { DocumentText } from '../../../preload/contract/document.ts'
import { spokenMarks } from '../spoken/spoken.ts'
import { lookAt } from './block-looks.ts'
import { drawnBlocks } from './build-document.ts'
import { isMostlyRightToLeft } from './direction.ts'
import { nodeViewsOf } from './node-views.ts'
import { readOnly } from './read-only.ts'
import { SectionBuilder } from './section-builder.ts'

/** The elements of a view: `root` scrolls, `page` is what it scrolls, layers lie over the text and scroll with it,
 * `aside` is for whoever writes beside the text. */
export interface Surface {
  root: HTMLElement
  page: HTMLElement
  marks: HTMLElement
  handles: HTMLElement
  aside: HTMLElement
  view: EditorView
  /** The element of each text block that is built. */
  blocks: readonly (HTMLElement | undefined)[]
  builder: SectionBuilder
}

/** Puts a text into the page, first what is at a position. `applied` is called after each transaction. */
export function mountSurface(
  place: HTMLElement,
  text: DocumentText,
  { doc, position }: { doc: Node; position: number },
  applied: (tr: Transaction) => void,
): Surface {
  const root = element('div', 'document-view')
  const page = element('div', 'document-page')
  const marks = layer('document-margin')
  const handles = layer('document-handles')
  const blocks: HTMLElement[] = []
  root.append(page)
  if (isMostlyRightToLeft(text.text)) root.dataset.runs = 'right-to-left'

  const builder = new SectionBuilder(doc, position)
  const view = new EditorView(page, {
    state: EditorState.create({ doc, plugins: [readOnly, spokenMarks, builder.plugin] }),
    attributes: {
      class: 'document-text',
      role: 'textbox',
      'aria-multiline': 'true',
      // What can be edited has it by nature; tools that look for what can be scrolled by key want it said.
      tabindex: '0',
      'aria-readonly': 'true',
      'aria-label': text.title,
      'data-own-focus': '',
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      writingsuggestions: 'false',
      translate: 'no',
      ...(text.language && { lang: text.language }),
    },
    nodeViews: nodeViewsOf(drawnBlocks(text), lookAt(text), blocks),
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr))
      applied(tr)
    },
  })
  // With `true` here, React counts every letter of the text at each change of the window while the text has the focus
  // (react-dom, getSelectionInformation), for a selection that it would set again and never moves.
  view.dom.setAttribute('contenteditable', 'plaintext-only')
  const aside = element('div', 'document-aside')
  page.append(marks, handles, aside)
  place.append(root)
  return { root, page, marks, handles, aside, view, blocks, builder }
}

function layer(name: string): HTMLElement {
  const made = element('div', `document-layer ${name}`)
  made.setAttribute('aria-hidden', 'true')
  return made
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  return made
}

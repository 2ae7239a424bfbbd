import { AllSelection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Span } from '../../../preload/contract/text.ts'
import type { TextDom } from '../text/text-dom.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { Bounds } from './bounds.ts'

/** Caret and selection in offsets of the text. */
export class Caret {
  readonly #view: EditorView
  readonly #dom: TextDom
  readonly #index: TextIndex
  readonly #bounds: Bounds

  constructor(view: EditorView, dom: TextDom, index: TextIndex, bounds: Bounds) {
    this.#view = view
    this.#dom = dom
    this.#index = index
    this.#bounds = bounds
  }

  /** Where the selection began and the end that moves. The browser tells ProseMirror a moment late, so it is asked. */
  ends(): { anchor: number; head: number } {
    return this.#endsInBrowser() ?? this.#endsInState()
  }

  #endsInBrowser(): { anchor: number; head: number } | null {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    if (!this.#view.hasFocus() || !anchorNode || !focusNode) return null
    const anchor = this.#dom.offsetAt({ node: anchorNode, offset: anchorOffset ?? 0 })
    const head = this.#dom.offsetAt({ node: focusNode, offset: focusOffset ?? 0 })
    return anchor === null || head === null ? null : { anchor, head }
  }

  #endsInState(): { anchor: number; head: number } {
    const { selection } = this.#view.state
    const { anchor, head } = selection
    return { anchor: this.#index.toOffset(anchor, 1), head: this.#index.toOffset(head, 1) }
  }

  selection(): Span | null {
    const { anchor, head } = this.ends()
    return anchor === head
      ? null
      : this.#bounds.snap({ start: Math.min(anchor, head), end: Math.max(anchor, head) })
  }

  select(anchor: number, head: number): void {
    // ProseMirror finds a place in the page only where there are elements.
    for (const offset of [anchor, head]) this.#dom.element(this.#index.blockAt(offset))
    const { state } = this.#view
    const selection = TextSelection.create(
      state.doc,
      this.#index.toPosition(anchor),
      this.#index.toPosition(head),
    )
    this.#view.dispatch(state.tr.setSelection(selection))
  }

  selectAll(): void {
    const { state } = this.#view
    this.#view.dispatch(state.tr.setSelection(new AllSelection(state.doc)))
  }

  /** Has what the browser selected told to everyone before a key acts on it. */
  takeOver(): void {
    const there = this.#endsInBrowser()
    const here = this.#endsInState()
    if (there && (there.anchor !== here.anchor || there.head !== here.head))
      this.select(there.anchor, there.head)
  }
}

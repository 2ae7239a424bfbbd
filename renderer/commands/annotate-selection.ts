import type { Annotation } from '../../preload/contract/annotation.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import type { Tag } from '../../preload/contract/tag.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import type { DocumentView } from '../document/index.ts'
import { countOf, countWords } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { focusNew, willFocus } from '../store/reading/focus.ts'
import { activeView, viewOf } from '../store/views.ts'
import { type Workbench, workbench } from '../store/workbench.ts'
import { askForRequired } from './go-to-form.ts'
import { nameInVivo } from './in-vivo-name.ts'
import { type Passage, passageToTag, standsOn } from './passage-to-tag.ts'

/** Tags what is selected, else the passage at the caret (see `passageToTag`), and puts the new annotation in focus. */
export async function annotateSelection(tagId: TagId): Promise<void> {
  await annotate(async (passage) => {
    const annotation = await createInSight(passage, tagId)
    const name = workbench.getState().tags.find((tag) => tag.id === tagId)?.name ?? ''
    tellTagged(annotation, passage, `${passage.target === 'focused' ? 'Also tagged' : 'Tagged'} as ${name}`)
  })
}

/** The text shows it at the key, and not only when it has been kept. */
async function createInSight(passage: Passage, tagId: TagId): Promise<Annotation> {
  const { documentId, spans } = passage
  const takeAway = stillShowing(passage)?.expectAnnotation(tagId, spans)
  try {
    return await request('annotation.create', { documentId, tagId, spans })
  } finally {
    takeAway?.()
  }
}

/** As `annotateSelection`, with a tag of that name, which is made where there is none. */
export async function annotateAsNew(name: string): Promise<void> {
  await annotate(async (passage) => {
    const { documentId, spans } = passage
    const { annotation, tag, isNew } = await request('annotation.createWithTag', { documentId, spans, name })
    tellTagged(annotation, passage, `Tagged as ${tag.name}${isNew ? ', a new tag' : ''}`)
  })
}

/** The tag that was given last, once more. */
export async function tagAgain(): Promise<void> {
  const tag = lastTagOf(workbench.getState())
  if (tag) await annotateSelection(tag.id)
  else say('No tag has been given since the project was opened')
}

/** The tag that was given last, if it is still in the codebook. */
export function lastTagOf({ tags, lastTag }: Workbench): Tag | undefined {
  return lastTag === null ? undefined : tags.find((tag) => tag.id === lastTag)
}

/** Tags the selection with a new tag that is named after its words. */
export async function tagInVivo(): Promise<void> {
  const view = activeView()
  const span = view?.selection()
  const name = view && span ? nameInVivo(view.text.text.slice(span.start, span.end), view.text.language) : ''
  if (name === '') say('Select the words that the new tag shall be named after')
  else await annotateAsNew(name)
}

async function annotate(create: (passage: Passage) => Promise<void>): Promise<void> {
  const passage = passageToTag()
  if (!passage) {
    say('There is no text at the caret')
    return
  }
  try {
    await willFocus(create(passage))
  } catch (cause) {
    // Pressing a key twice is no failure that has to be dismissed.
    if (!(cause instanceof Failure && cause.code === 'exists')) throw cause
    say(cause.message)
  }
  const [taken] = passage.spans
  if (passage.target !== 'selection') showTaken(passage)
  else if (taken) letGo(stillShowing(passage), taken, passage.spans)
}

/**
 * What was selected is in focus now, as `spans` or a part of them, and is read best without the selection’s colour over
 * its own. The caret stays on it, where possible at its end, so that the next tag’s key means it and the next words are
 * selected from there. Nothing moves where something else was selected or opened meanwhile.
 */
export function letGo(view: DocumentView | undefined, { start, end }: Span, spans: readonly Span[]): void {
  const selected = view?.selection()
  if (!view || selected?.start !== start || selected.end !== end) return
  const caret = standsOn(view.text.text, spans, end) ? end : start
  view.select({ start: caret, end: caret })
}

/** The view that the passage was taken from, unless it shows another document by now. */
function stillShowing({ side, documentId }: Passage): DocumentView | undefined {
  const view = viewOf(side)
  return view?.text.id === documentId ? view : undefined
}

function tellTagged(annotation: Annotation, passage: Passage, done: string): void {
  const { side, spans } = passage
  focusNew(annotation, side)
  workbench.setState({ lastTag: annotation.tagId })
  const text = stillShowing(passage)?.text
  const words = text && spans.reduce((count, span) => count + countWords(text, span), 0)
  say(words === undefined ? done : `${done}, ${countOf(words, 'word')}`)
  askForRequired(annotation)
}

/** Lets light up what was taken where nothing was selected. */
function showTaken(passage: Passage): void {
  for (const span of passage.spans) stillShowing(passage)?.reveal(span, { align: 'nearest', flash: true })
}

import type { AnnotationId } from '../../preload/contract/ids.ts'
import { splitSpans, subtractSpan, trimSpan, uniteSpans } from '../../preload/contract/spans.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import type { DocumentView } from '../document/index.ts'
import { countOf, countWords } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { leavePlaceOn } from '../store/places.ts'
import { viewOf } from '../store/views.ts'
import { type Focused, workbench } from '../store/workbench.ts'
import { letGo } from './annotate-selection.ts'
import { passageToTag } from './passage-to-tag.ts'

/** The annotation in focus as its text draws it. */
interface Shaped {
  id: AnnotationId
  view: DocumentView
  spans: Span[]
}

/** Adds the selection to the annotation in focus: to one of its parts where it touches it, else as a part of its own. */
export async function addPart(): Promise<void> {
  await withFocused(async ({ id, view, spans }) => {
    const selection = view.selection()
    if (!selection) {
      say('Select the words that shall be added')
      return
    }
    const after = uniteSpans(view.text.text, [...spans, selection])
    await request('annotation.update', { id, change: { spans: after } })
    letGo(view, selection, after)
    say(`Added, now ${partsInWords(view, after)}`)
  })
}

/** Takes the selection, or the part at the caret, out of the annotation in focus. */
export async function removePart(): Promise<void> {
  await withFocused(async ({ id, view, spans }) => {
    const caret = view.caret()
    const selection = view.selection()
    const cut = selection ?? spans.find(({ start, end }) => start <= caret && caret <= end)
    if (!cut) say(nothingToTakeOut)
    else if ((await takeOut({ id, view, spans }, cut)) && selection) letGo(view, selection, [])
  })
}

/** Takes one part out of the annotation in focus. Where it has gone already nothing changes. */
export async function removeThisPart(part: Span): Promise<void> {
  await withFocused(async (shaped) => {
    await takeOut(shaped, part)
  })
}

const nothingToTakeOut = 'Put the caret on the part that shall go, or select the words'

/** Tells whether there was anything to take out. */
async function takeOut({ id, view, spans }: Shaped, cut: Span): Promise<boolean> {
  const after = subtractSpan(view.text.text, spans, cut)
  if (sameSpans(after, spans)) say(nothingToTakeOut)
  else if (after.length === 0) say('This is all of it. Delete takes the annotation away.')
  else {
    await request('annotation.update', { id, change: { spans: after } })
    say(`Taken out, now ${partsInWords(view, after)}`)
    return true
  }
  return false
}

/** Brings a part of the annotation in focus into sight, with the caret at its beginning; the annotation stays in focus. */
export function goToPart(part: Span): void {
  const { focused } = workbench.getState()
  const view = focused ? viewShowing(focused) : undefined
  if (!focused || !view) return
  leavePlaceOn(focused.side)
  view.select({ start: part.start, end: part.start })
  view.reveal(part, { align: 'nearest', flash: true })
  view.focus()
  const parts = focused.annotation.spans
  const number = parts.findIndex(({ start }) => start === part.start) + 1
  say(`Part ${number} of ${parts.length}, ${countOf(countWords(view.text, part), 'word')}`)
}

/** Cuts the annotation in focus at the caret, or on both sides of the selection. */
export async function splitHere(): Promise<void> {
  await withFocused(async (shaped) => {
    const { view } = shaped
    const selection = view.selection()
    await splitAt(
      shaped,
      selection ? [selection.start, selection.end] : [wholeCharacter(view, view.caret())],
      'Put the caret where the annotation shall be split',
    )
  })
}

/** Makes an annotation of each sentence of the one in focus. */
export async function splitBySentence(): Promise<void> {
  await withFocused(async (shaped) => {
    const { view, spans } = shaped
    const starts = spans.flatMap((span, i) => [
      ...(isOfSameSentence(view, spans[i - 1], span) ? [] : [span.start]),
      ...sentenceStarts(view, span),
    ])
    await splitAt(shaped, starts, 'The annotation is of one sentence only')
  })
}

async function splitAt({ id, view, spans }: Shaped, at: number[], nothing: string): Promise<void> {
  if (splitSpans(view.text.text, spans, at).length < 2) {
    say(nothing)
    return
  }
  const parts = await request('annotation.split', { id, at })
  say(`Split into ${countOf(parts.length, 'annotation')}`)
}

/** Joins the annotation in focus with the next one below that has the same tag. */
export async function joinWithNext(): Promise<void> {
  await withFocused(async ({ id, view }) => {
    const tag = view.tagOf(id)
    let next = view.neighbour({ annotation: id }, 1)
    while (next !== null && view.tagOf(next) !== tag) next = view.neighbour({ annotation: next }, 1)
    if (next === null) say('No annotation of this tag below')
    else await joinAnnotations(id, [next])
  })
}

/** Makes one annotation of several; says what was not the same in all of them. */
export async function joinAnnotations(into: AnnotationId, ids: AnnotationId[]): Promise<void> {
  const { annotation, differing, linksGone } = await request('annotation.join', { into, ids })
  const parts = annotation.spans.length
  const sentences = [
    `Joined${parts > 1 ? `, ${countOf(parts, 'part')}` : ''}`,
    differing.length > 0 && `${listed(differing)} differed: the first is kept`,
    linksGone > 0 && `${countOf(linksGone, 'link')} between them gone`,
  ]
  say(sentences.filter(Boolean).join('. '))
}

/** Puts the annotation in focus where the selection is, or on the sentence (word, paragraph) at the caret. */
export async function moveHere(): Promise<void> {
  await withFocused(async ({ id, view }) => {
    const passage = passageToTag()
    if (!passage || passage.target === 'focused') {
      say('Select where the annotation shall stand')
      return
    }
    await request('annotation.update', { id, change: { spans: passage.spans } })
    if (passage.target === 'selection') letGo(view, passage.spans[0]!, passage.spans)
    else view.reveal(passage.spans[0]!, { align: 'nearest', flash: true })
    say(`Moved, now ${partsInWords(view, passage.spans)}`)
  })
}

/** Where its text is the active one; else nothing can be selected in it. */
async function withFocused(act: (shaped: Shaped) => Promise<void>): Promise<void> {
  const { focused, activeSide } = workbench.getState()
  const view = focused && focused.side === activeSide ? viewShowing(focused) : undefined
  if (!focused || !view) return
  const { id } = focused.annotation
  await act({ id, view, spans: view.spansOf(id) })
}

function viewShowing({ side, annotation }: Focused): DocumentView | undefined {
  const view = viewOf(side)
  return view?.text.id === annotation.documentId ? view : undefined
}

/** Whether a part goes on in the sentence that the one before ends in; the first part has none before it. */
function isOfSameSentence(view: DocumentView, before: Span | undefined, { start }: Span): boolean {
  const sentence = view.around(start, 'sentence')
  return !before || (sentence !== null && sentence.start < before.end)
}

/** The beginnings of sentences within a span, but its own. */
function sentenceStarts(view: DocumentView, span: Span): number[] {
  const starts: number[] = []
  let at = span.start
  while (at < span.end) {
    const sentence = view.around(at, 'sentence')
    const rest = trimSpan(view.text.text, { start: Math.max(at, sentence?.end ?? span.end), end: span.end })
    if (!rest) break
    starts.push(rest.start)
    // A sentence is never empty, so that this goes on.
    at = Math.max(rest.start, at + 1)
  }
  return starts
}

/** The offset, or the beginning of the character that it stands in. */
function wholeCharacter(view: DocumentView, offset: number): number {
  return view.around(offset, 'character')?.start ?? offset
}

function partsInWords({ text }: DocumentView, spans: readonly Span[]): string {
  const words = spans.reduce((count, span) => count + countWords(text, span), 0)
  return `${spans.length > 1 ? `${spans.length} parts, ` : ''}${countOf(words, 'word')}`
}

const sameSpans = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end)

const lists = new Intl.ListFormat('en')
const listed = (names: readonly string[]): string => {
  const words = lists.format(names)
  return words[0]!.toUpperCase() + words.slice(1)
}

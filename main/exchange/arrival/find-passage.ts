import { splitsCharacter } from '../../../db/anchors.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import type { SearchedText } from './searched-text.ts'

/** Where a passage stands in a text, and why a person should look at it; '' where nothing is doubtful. */
export interface FoundPassage {
  spans: Span[]
  doubt: string
}

/** Spans that are not the text’s own are worth no more than a hint; more characters of context than this are not compared. */
const contextLength = 64

/**
 * Finds an annotation in a text. Where its spans cover its words they are right. Else the words are looked for, nearest
 * to where they were said to be and with what stood around them; undefined when they are not there.
 */
export function findPassage(
  { spans, quote, prefix, suffix }: Pick<IncomingAnnotation, 'spans' | 'quote' | 'prefix' | 'suffix'>,
  searched: SearchedText,
  isSameText: boolean,
): FoundPassage | undefined {
  const { text } = searched
  const usable = spans && isUsable(spans, text) ? spans : null
  if (quote === null) return usable && isSameText ? { spans: usable, doubt: '' } : undefined
  const fits = usable && covers(usable, quote, text)
  if (fits) return { spans: usable, doubt: '' }
  const found: Span[] = []
  let doubt = ''
  for (const [index, words] of quote.entries()) {
    const before = found.at(-1)
    const hint = spans?.[index]?.start ?? before?.end ?? null
    const place = findWords(searched, words, {
      from: before ? before.end + 1 : 0,
      hint: before && hint !== null ? Math.max(hint, before.end) : hint,
      prefix: index === 0 ? prefix : '',
      suffix: index === quote.length - 1 ? suffix : '',
    })
    if (!place) return undefined
    found.push(place.span)
    doubt ||= place.doubt
  }
  if (found.length === 0) return undefined
  if (doubt === '' && spans !== null) doubt = 'The words stand elsewhere than the file says.'
  return { spans: found, doubt }
}

function isUsable(spans: readonly Span[], text: string): boolean {
  return (
    spans.length > 0 &&
    spans.every(({ start, end }, index) => {
      const after = index === 0 || spans[index - 1]!.end < start
      const inside = Number.isInteger(start) && start >= 0 && start < end && end <= text.length
      return after && inside && !splitsCharacter(text, start) && !splitsCharacter(text, end)
    })
  )
}

function covers(spans: readonly Span[], quote: readonly string[], text: string): boolean {
  return (
    spans.length === quote.length &&
    spans.every(({ start, end }, index) => alike(text.slice(start, end)) === alike(quote[index]!))
  )
}

interface Hints {
  from: number
  hint: number | null
  prefix: string
  suffix: string
}

function findWords(
  searched: SearchedText,
  words: string,
  hints: Hints,
): { span: Span; doubt: string } | undefined {
  if (words.trim() === '') return undefined
  const exact = best(searched.text, searched.exactly(words, hints.from), hints)
  if (exact) return exact
  const loose = best(searched.text, searched.nearly(words, hints.from), hints)
  return loose && { span: loose.span, doubt: 'The words are written a little differently in the text.' }
}

function best(text: string, spans: readonly Span[], { hint, prefix, suffix }: Hints) {
  const [only, ...others] = spans
  if (!only) return undefined
  if (others.length === 0) return { span: only, doubt: '' }
  const scored = spans.map((span) => ({
    span,
    context:
      commonEnd(text.slice(Math.max(0, span.start - contextLength), span.start), prefix) +
      commonStart(text.slice(span.end, span.end + contextLength), suffix),
    distance: hint === null ? 0 : Math.abs(span.start - hint),
  }))
  scored.sort((a, b) => b.context - a.context || a.distance - b.distance || a.span.start - b.span.start)
  const [first, second] = scored as [(typeof scored)[number], (typeof scored)[number]]
  if (first.context > second.context) return { span: first.span, doubt: '' }
  const which = hint === null ? 'the first' : 'the nearest'
  return { span: first.span, doubt: `The words stand in the text ${spans.length} times; ${which} was taken.` }
}

const alike = (words: string): string => words.replace(/\s+/g, ' ')

function commonEnd(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length += 1
  return length
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1
  return length
}

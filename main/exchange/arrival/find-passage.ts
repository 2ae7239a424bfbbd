import { splitsCharacter } from '../../../db/anchors.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import { foldedUnit, space } from './folded-text.ts'
import type { SearchedText } from './searched-text.ts'

/** Where a passage stands in a text, and why a person should look at it; '' where nothing is doubtful. */
export interface FoundPassage {
  spans: Span[]
  doubt: string
}

/** More characters of context than this are not compared. */
const contextLength = 64

/** So many more letters around the words tell one place from another; fewer may be alike by chance. */
const tellingLetters = 3

/**
 * Finds an annotation in a text, which is up to `sameUpTo` the one that it was made in; of a text that is that one,
 * Infinity. There its spans are right where they cover its words. Else the words are looked for, nearest to where they
 * were said to be and with what stood around them; undefined when they are not there.
 */
export function findPassage(
  annotation: Pick<IncomingAnnotation, 'spans' | 'quote' | 'prefix' | 'suffix'>,
  searched: SearchedText,
  sameUpTo: number,
): FoundPassage | undefined {
  const { spans, quote, prefix, suffix } = annotation
  const { text } = searched
  const usable = spans && isUsable(spans, text) ? spans : null
  const isInSame = usable !== null && usable.at(-1)!.end <= sameUpTo
  if (quote === null) return isInSame ? { spans: usable, doubt: '' } : undefined
  const isThere = usable !== null && covers(usable, quote, text)
  if (isThere && isInSame) return { spans: usable, doubt: '' }
  const found: Span[] = []
  let doubt = ''
  for (const [index, words] of quote.entries()) {
    const before = found.at(-1)
    const said = spans?.[index]?.start ?? before?.end ?? null
    const own = isThere ? usable[index]! : null
    const place = findWords(searched, words, {
      from: before ? before.end + 1 : 0,
      hint: before && said !== null ? Math.max(said, before.end) : said,
      own: own && own.start > (before?.end ?? -1) ? own : null,
      prefix: index === 0 ? prefix : '',
      suffix: index === quote.length - 1 ? suffix : '',
    })
    if (!place) return undefined
    found.push(place.span)
    doubt ||= place.doubt
  }
  if (found.length === 0) return undefined
  const isSaid = ({ start, end }: Span, index: number): boolean =>
    start === spans?.[index]?.start && end === spans[index].end
  const isMoved = spans !== null && !found.every(isSaid)
  return { spans: found, doubt: doubt || (isMoved ? 'The words stand elsewhere than the file says.' : '') }
}

/** Whether an annotation says words that are where it says they are. */
export const isWhereItSays = (
  { spans, quote }: Pick<IncomingAnnotation, 'spans' | 'quote'>,
  text: string,
): boolean => quote !== null && spans !== null && isUsable(spans, text) && covers(spans, quote, text)

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
  /** Where the words are as the file says, whatever their spaces. */
  own: Span | null
  prefix: string
  suffix: string
}

const otherwise = 'The words are written a little differently in the text'

function findWords(searched: SearchedText, words: string, hints: Hints): Place | undefined {
  const { from, own } = hints
  if (words.trim() === '') return own ? { span: own, doubt: '' } : undefined
  const exact = best(searched.text, withOwn(searched.exactly(words, from), own), hints)
  if (exact) {
    const { span, times } = exact
    return { span, doubt: times ? `The words stand in the text ${times}.` : '' }
  }
  const loose = best(searched.text, searched.nearly(words, from), hints)
  return loose && { span: loose.span, doubt: `${otherwise}${loose.times && `, ${loose.times}`}.` }
}

interface Place {
  span: Span
  doubt: string
}

function withOwn(spans: Span[], own: Span | null): Span[] {
  if (!own || spans.some(({ start, end }) => start === own.start && end === own.end)) return spans
  return [...spans, own]
}

/** The likeliest of places, and how many times they are there where nothing tells which it is. */
function best(
  text: string,
  spans: readonly Span[],
  { hint, prefix, suffix }: Hints,
): { span: Span; times: string } | undefined {
  const [only, ...others] = spans
  if (!only) return undefined
  if (others.length === 0) return { span: only, times: '' }
  const scored = spans.map((span) => ({
    span,
    context: likeness(text, span.start - 1, -1, prefix) + likeness(text, span.end, 1, suffix),
    distance: hint === null ? 0 : Math.abs(span.start - hint),
  }))
  scored.sort((a, b) => b.context - a.context || a.distance - b.distance || a.span.start - b.span.start)
  const [first, second] = scored as [(typeof scored)[number], (typeof scored)[number]]
  const all = likeness(prefix, prefix.length - 1, -1, prefix) + likeness(suffix, 0, 1, suffix)
  const isWhole = first.context > second.context && first.context === all
  if (isWhole || first.context >= second.context + tellingLetters) return { span: first.span, times: '' }
  const isByContext = first.context > second.context
  const which = isByContext ? 'the likeliest' : hint === null ? 'the first' : 'the nearest'
  return { span: first.span, times: `${spans.length} times; ${which} was taken` }
}

const alike = (words: string): string => words.replace(/\s+/g, ' ')

/** How much of a context stands in a text from a place on, or before it; spaces in a row are one. */
function likeness(text: string, at: number, step: 1 | -1, context: string): number {
  let [own, other, length] = [at, step === 1 ? 0 : context.length - 1, 0]
  const unitAt = (words: string, index: number): number => foldedUnit(words.charCodeAt(index))
  while (length < contextLength) {
    const unit = unitAt(context, other)
    if (unit !== unitAt(text, own)) break
    length += 1
    do own += step
    while (unit === space && unitAt(text, own) === space)
    do other += step
    while (unit === space && unitAt(context, other) === space)
  }
  return length
}

import { aligned } from '../../preload/contract/comparing/align.ts'
import type { Compared, ComparedPart, Verdict } from '../../preload/contract/copy.ts'
import { unitsWithin } from './carry-over.ts'
import { innerOfQuotes } from './quotation-marks.ts'

export interface Wording {
  words: string
  /** What denies in the language of the text: finds the words, as they stand. */
  denials: (words: string) => readonly string[]
}

/** Below this share of the words in common they are no longer the same words. */
const leastShare = 0.3

/**
 * One wording against another, word by word; case, accents and punctuation are no difference. Where the second quotes
 * in words of its own only what stands between its quotation marks is compared, the rest of it is `around`.
 */
export function compared(source: Wording, other: Wording): Compared {
  const a = tokensOf(source)
  const b = tokensOf(other)
  const quoted = innerOfQuotes(other.words)
  const hashes = a.map(({ hash }) => hash)
  const inner = b.filter(({ start, end }) => quoted.some((one) => one.start <= start && end <= one.end))
  const isQuoted = quotes(hashes, b, inner)
  const within = isQuoted ? inner : b
  const partner = withoutStrays(
    aligned(
      hashes,
      within.map(({ hash }) => hash),
    ),
    within.length,
  )
  const parts = partsOf(source.words, other.words, { a, b, within, partner })
  const same = partner.reduce((sum, to) => sum + (to >= 0 ? 1 : 0), 0)
  return { ...verdictOf(parts, same / Math.max(1, Math.min(a.length, within.length))), parts, isQuoted }
}

/** In quotation marks: a word or two are no quotation of a passage. */
const leastQuoted = 3

/** Whether only what stands in quotation marks can be of the source: what stands around them is not in it. */
function quotes(source: readonly number[], all: readonly Token[], inner: readonly Token[]): boolean {
  if (inner.length < leastQuoted || inner.length < 0.2 * Math.min(source.length, all.length)) return false
  const places = aligned(
    all.map(({ hash }) => hash),
    source,
  )
  const inside = new Set(inner)
  const outside = all.flatMap((token, at) => (inside.has(token) ? [] : places[at]!))
  return outside.filter((place) => place >= 0).length < 0.6 * outside.length
}

interface Token {
  hash: number
  start: number
  end: number
  isNumber: boolean
  isDenial: boolean
}

function tokensOf({ words, denials }: Wording): Token[] {
  const { hash, start, end } = unitsWithin({ text: words, span: { start: 0, end: words.length } })
  const denying: { start: number; end: number }[] = []
  let from = 0
  for (const cue of denials(words)) {
    const at = words.indexOf(cue, from)
    if (at < 0) continue
    denying.push({ start: at, end: at + cue.length })
    from = at + cue.length
  }
  return [...hash].map((number, unit) => ({
    hash: number,
    start: start[unit]!,
    end: end[unit]!,
    isNumber: /\p{N}/u.test(words.slice(start[unit], end[unit])),
    isDenial: denying.some((one) => one.start < end[unit]! && start[unit]! < one.end),
  }))
}

/** One word that is the same by chance among many that are not is no stay. */
function withoutStrays(partner: Int32Array, count: number): Int32Array {
  const kept = partner.slice()
  for (let at = 0; at < kept.length; at++) {
    if (kept[at]! < 0) continue
    let end = at
    while (end + 1 < kept.length && kept[end + 1] === kept[end]! + 1) end += 1
    const before = gapBefore(kept, at)
    const after = gapAfter(partner, end, count)
    const length = end - at + 1
    if (length < 3 && before > 2 * length && after > 2 * length && before + after > 8 * length)
      kept.fill(-1, at, end + 1)
    at = end
  }
  return kept
}

/** Words without a partner in both, since the last that has one. */
function gapBefore(partner: Int32Array, at: number): number {
  let last = at - 1
  while (last >= 0 && partner[last]! < 0) last -= 1
  return Math.min(at - last - 1, partner[at]! - (last < 0 ? -1 : partner[last]!) - 1)
}

function gapAfter(partner: Int32Array, at: number, count: number): number {
  let next = at + 1
  while (next < partner.length && partner[next]! < 0) next += 1
  return Math.min(next - at - 1, (next === partner.length ? count : partner[next]!) - partner[at]! - 1)
}

function partsOf(
  source: string,
  other: string,
  { a, b, within, partner }: { a: Token[]; b: Token[]; within: Token[]; partner: Int32Array },
): ComparedPart[] {
  const parts: ComparedPart[] = []
  const put = (kind: ComparedPart['kind'], words: string, token?: Token) => {
    const sign = token?.isNumber ? 'number' : token?.isDenial ? 'denial' : null
    const last = parts.at(-1)
    if (last?.kind === kind && last.sign === sign) last.words += words
    else parts.push({ kind, words, sign })
  }
  const inside = new Set(within)
  const place = new Map(within.map((token, at) => [token, at]))
  const sourceOf = new Map<number, number>()
  partner.forEach((to, from) => {
    if (to >= 0) sourceOf.set(to, from)
  })
  // What comes before a token belongs to it.
  let [shownA, shownB, nextA] = [0, 0, 0]
  const leaveOut = (until: number) => {
    for (; nextA < until; nextA++) {
      put('gone', source.slice(shownA, a[nextA]!.end), a[nextA])
      shownA = a[nextA]!.end
    }
  }
  for (const [at, token] of b.entries()) {
    const words = other.slice(shownB, token.end)
    shownB = token.end
    if (!inside.has(token)) {
      put('around', words)
      continue
    }
    const from = sourceOf.get(place.get(token)!)
    if (from === undefined) {
      // What is gone comes before what stands in its place.
      if (at === 0 || inside.has(b[at - 1]!))
        leaveOut(nextShared(sourceOf, place.get(token)!, within.length, a.length))
      put('new', words, token)
      continue
    }
    leaveOut(from)
    put('same', words)
    shownA = a[from]!.end
    nextA = from + 1
  }
  leaveOut(a.length)
  const rest = other.slice(shownB)
  if (rest !== '') put(parts.at(-1)?.kind === 'same' ? 'same' : 'around', rest)
  return parts
}

/** Which of the source the next shared word of the other is; its end where there is none. */
function nextShared(sourceOf: Map<number, number>, from: number, count: number, end: number): number {
  for (let at = from; at < count; at++) {
    const source = sourceOf.get(at)
    if (source !== undefined) return source
  }
  return end
}

function verdictOf(parts: readonly ComparedPart[], share: number): Pick<Compared, 'verdict' | 'signs'> {
  const compared = parts.filter(({ kind }) => kind !== 'around')
  const differing = compared.filter(({ kind }) => kind !== 'same')
  const first = compared.findIndex(({ kind }) => kind === 'same')
  const last = compared.findLastIndex(({ kind }) => kind === 'same')
  const inner = compared.slice(first, last + 1).filter(({ kind }) => kind !== 'same')
  const hasNew = compared.some(({ kind }) => kind === 'new')
  // What is left out at the ends says nothing of the words that are there.
  const begins = compared.findIndex(({ kind }) => kind !== 'gone')
  const ends = compared.findLastIndex(({ kind }) => kind !== 'gone')
  const telling = compared.slice(begins, ends + 1).filter(({ kind }) => kind !== 'same')
  const signs = (['number', 'denial'] as const).filter((sign) => telling.some((part) => part.sign === sign))
  const verdict: Verdict =
    first < 0 || share < leastShare
      ? 'other'
      : hasNew
        ? 'changed'
        : inner.length > 0
          ? 'shortened'
          : differing.length > 0
            ? 'part'
            : 'verbatim'
  return { verdict, signs: verdict === 'other' ? [] : signs }
}

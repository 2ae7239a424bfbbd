/**
 * The two ways to count into one text: UTF-16 code units, as JavaScript and this program do, and Unicode code
 * points, as Python and the exchange formats do. They differ by one for every character beyond U+FFFF, which takes
 * two code units. Only those characters are kept, so a text without any costs nothing and each conversion is a
 * binary search among the others.
 */
export interface CodePoints {
  /** Length of the text in code points. */
  readonly length: number
  /** Undefined when the offset is outside the text or inside a surrogate pair. */
  fromUtf16(offset: number): number | undefined
  /** Undefined when the offset is outside the text. */
  toUtf16(offset: number): number | undefined
}

/** The text must be well formed: no lone surrogates. */
export function codePointsOf(text: string): CodePoints {
  const pairs = surrogatePairsIn(text)
  // The length alone: whoever holds the way to count need not hold the text.
  const units = text.length
  const length = units - pairs.length
  const outside = (offset: number, end: number): boolean =>
    !Number.isInteger(offset) || offset < 0 || offset > end

  return {
    length,
    fromUtf16(offset) {
      if (outside(offset, units)) return undefined
      const before = firstIndex(pairs.length, (index) => pairs[index]! >= offset)
      const splits = before > 0 && pairs[before - 1]! === offset - 1
      return splits ? undefined : offset - before
    },
    toUtf16(offset) {
      if (outside(offset, length)) return undefined
      return offset + firstIndex(pairs.length, (index) => pairs[index]! - index >= offset)
    },
  }
}

/** Where the characters that take two code units begin, in UTF-16 code units. */
function surrogatePairsIn(text: string): Int32Array {
  let pairs = new Int32Array(text.search(/[\ud800-\udbff]/) < 0 ? 0 : 64)
  let count = 0
  if (pairs.length === 0) return pairs
  for (let at = 0; at < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) continue
    if (count === pairs.length) {
      const grown = new Int32Array(count * 2)
      grown.set(pairs)
      pairs = grown
    }
    pairs[count] = at
    count += 1
  }
  return pairs.subarray(0, count)
}

/** The first index for which `holds`, given that it holds for all after it; `length` when there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

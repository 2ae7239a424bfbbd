import type { Span, StructuredText } from '../../../preload/contract/text.ts'
import { parseTxt } from '../../import/txt.ts'
import { codePointsOf } from '../code-points.ts'

/** How another program counts into its texts. */
export type OffsetUnit = 'utf16' | 'code-points' | 'utf8'

/** A text as it comes from another program, with line ends as `\n`; nothing else of it is changed. */
export interface ArrivedText {
  text: StructuredText
  /**
   * Where a stretch of the other program’s text stands in ours; undefined when it is empty, outside the text, or
   * begins or ends inside a character.
   */
  spanOf(start: number, end: number, unit: OffsetUnit): Span | undefined
}

export function arrivedText(raw: string): ArrivedText {
  const sound = raw.toWellFormed()
  const text = sound.replace(/\r\n?/g, '\n')
  // Where a line feed after a carriage return has gone, in UTF-16 code units of the raw text.
  const gone = [...(text.length < sound.length ? sound.matchAll(/\r\n/g) : [])].map(({ index }) => index + 1)
  const points = codePointsOf(sound)
  const bytes = byteOffsets(sound)

  const toRaw = (offset: number, unit: OffsetUnit): number | undefined => {
    if (unit === 'code-points') return points.toUtf16(offset)
    if (unit === 'utf8') return bytes(offset)
    return points.fromUtf16(offset) === undefined ? undefined : offset
  }
  const offsetOf = (offset: number, unit: OffsetUnit): number | undefined => {
    const at = toRaw(offset, unit)
    return at === undefined ? undefined : at - countBelow(gone, at)
  }
  return {
    text: parseTxt(text),
    spanOf(start, end, unit) {
      const [from, to] = [offsetOf(start, unit), offsetOf(end, unit)]
      return from === undefined || to === undefined || from >= to ? undefined : { start: from, end: to }
    },
  }
}

/** How many of the sorted numbers are less than `limit`. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** From UTF-8 bytes to UTF-16 code units; made when first asked. Undefined outside the text and inside a character. */
export function byteOffsets(text: string): (offset: number) => number | undefined {
  let starts: Int32Array | undefined
  return (offset) => {
    starts ??= characterStarts(text)
    let low = 0
    let high = text.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    const isInside = (text.charCodeAt(low) & 0xfc00) === 0xdc00
    return starts[low] === offset && !isInside ? low : undefined
  }
}

/** The byte at which each code unit begins and at last the length; the second of a pair has the byte before its end. */
function characterStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length + 1)
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isSecond = code >= 0xdc00 && code <= 0xdfff
    starts[at] = isSecond ? bytes - 1 : bytes
    if (!isSecond) bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code <= 0xdbff ? 4 : 3
  }
  starts[text.length] = bytes
  return starts
}

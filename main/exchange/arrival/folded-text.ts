/**
 * A text in which what is written in several ways is written in one: spaces, quotation marks, dashes, dots, joined
 * letters, accents beside their letters or in them. Of each of its code units it is known from which of the text it
 * came, `starts` and `ends`.
 */
export interface Folded {
  text: string
  starts: Int32Array
  ends: Int32Array
}

export const space = 0x20

export function folded(text: string): Folded {
  const isComposed = text === text.normalize('NFC')
  const room = text.length + 2 * (isComposed ? (text.match(joinedLetters)?.length ?? 0) : text.length)
  const [units, starts, ends] = [new Uint16Array(room), new Int32Array(room), new Int32Array(room)]
  let length = 0
  const put = (unit: number, start: number, end: number): void => {
    if (isUnseen(unit) || (unit === space && length > 0 && units[length - 1] === space)) return
    units[length] = unit
    starts[length] = start
    ends[length] = end
    length += 1
  }
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const letter = isComposed ? '' : letterAt(text, at)
    const composed = letter.normalize('NFC')
    const several = composed === letter ? parted.get(unit) : composed
    const end = composed === letter ? at + 1 : at + letter.length
    if (several === undefined) put(foldedUnit(unit), at, end)
    else for (let one = 0; one < several.length; one += 1) put(foldedUnit(several.charCodeAt(one)), at, end)
    at = end
  }
  return parts(units, starts, ends, length)
}

/** The same without any space. */
export function withoutSpaces({ text, starts, ends }: Folded): Folded {
  const units = new Uint16Array(text.length)
  const [from, to] = [new Int32Array(text.length), new Int32Array(text.length)]
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === space) continue
    units[length] = unit
    from[length] = starts[at]!
    to[length] = ends[at]!
    length += 1
  }
  return parts(units, from, to, length)
}

function parts(units: Uint16Array, starts: Int32Array, ends: Int32Array, length: number): Folded {
  // A decoder of text would not keep half characters.
  const text = Buffer.from(units.buffer, 0, length * 2).toString('utf16le')
  return { text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** A letter with the accents that stand behind it; '' where it can only be itself. */
function letterAt(text: string, at: number): string {
  if (text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0x300)) return ''
  withAccents.lastIndex = at
  return withAccents.exec(text)?.[0] ?? ''
}

/** Of Korean the parts of a syllable that follow its first. */
const withAccents = /[\s\S][\p{M}\u1160-\u11ff]*/uy

const parted = new Map(
  [...'…ﬀﬁﬂﬃﬄﬅﬆ'].map((joined) => [joined.charCodeAt(0), joined.normalize('NFKC').replace('ſ', 's')]),
)
const joinedLetters = new RegExp(
  `[${[...parted.keys()].map((code) => String.fromCharCode(code)).join('')}]`,
  'g',
)

/** Soft hyphens, places where a word may be parted or may not, and byte order marks. */
const isUnseen = (unit: number): boolean =>
  unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff

const folds = new Map<number, number>(
  [
    ['"', '“”„«»'],
    ["'", '‘’‚'],
    ['-', '‐‑‒–—'],
    [' ', '\t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u0085'],
    [' ', '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  ].flatMap(([one, others]) => [...others!].map((other) => [other.charCodeAt(0), one!.charCodeAt(0)])),
)

/** A code unit as the one that all ways to write it become. */
export function foldedUnit(unit: number): number {
  return unit > 0x20 && unit < 0x80 ? unit : (folds.get(unit) ?? unit)
}

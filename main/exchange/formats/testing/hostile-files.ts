import fc from 'fast-check'

/** Files by path, as a reader gets them. */
export type Files = Readonly<Record<string, Uint8Array>>

type Change = (text: string) => string

/** What stands in the place of a number, and of any value. */
const values = [
  ...['-1', '0', '4294967296', '99999999999999999999999999', '1e309', '-0.5', 'NaN', 'null', 'true', '""'],
  ...['"x"', '[]', '{}', '[[]]', '7'],
]
const pieces = [
  ...[
    '\u0000',
    '\ud800',
    '\udc00',
    '😀',
    '\r\n',
    '\r',
    '\t',
    '\u2028',
    '\ufeff',
    '&',
    '<',
    '>',
    '"',
    "'",
    '\\',
  ],
  ...['[', ']', '{', '}', ',', ':', ';', ' ', '0', '-', 'null', '<!--', ']]>', '&#0;', '&nbsp;', '\\ud800'],
]
const nests = ['[', '{"a":', '<a>', '(', '{"@type":', '<item>', '[[']

const place = fc.nat(1_000_000)
/** Of a text of any length. */
const at = (text: string, where: number): number => Math.floor((where / 1_000_001) * (text.length + 1))

function replaceOne(text: string, pattern: RegExp, where: number, by: string): string {
  const found = [...text.matchAll(pattern)]
  const one = found[where % Math.max(1, found.length)]
  return one ? text.slice(0, one.index) + by + text.slice(one.index + one[0].length) : text
}

const change: fc.Arbitrary<Change> = fc.oneof(
  place.map((where) => (text: string) => text.slice(0, at(text, where))),
  fc.tuple(place, fc.nat(40)).map(([where, length]) => (text: string) => {
    const from = at(text, where)
    return text.slice(0, from) + text.slice(from + length)
  }),
  fc.tuple(place, fc.nat(200)).map(([where, length]) => (text: string) => {
    const from = at(text, where)
    return text.slice(0, from + length) + text.slice(from)
  }),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([where, piece]) =>
      (text: string) =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.constantFrom(...nests), fc.constantFrom(70, 5_000)).map(
    ([where, nest, depth]) =>
      (text: string) =>
        text.slice(0, at(text, where)) + nest.repeat(depth) + text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.constantFrom(...values)).map(
    ([where, value]) =>
      (text: string) =>
        replaceOne(text, /-?\d+/g, where, value),
  ),
  fc.tuple(place, fc.constantFrom(...values)).map(
    ([where, value]) =>
      (text: string) =>
        replaceOne(text, /(?<=:)\s*(?:"(?:[^"\\]|\\.)*"|-?\d+|true|false|null)|(?<==)"[^"]*"/g, where, value),
  ),
  // One name or id in the place of another: what is referred to is not there, is another kind, or is itself.
  fc.tuple(place, place).map(([where, other]) => (text: string) => {
    const names = [...text.matchAll(/"[^"\n]{1,80}"|[\w-]{2,40}/g)].map(([name]) => name)
    const by = names[other % Math.max(1, names.length)]
    return by === undefined ? text : replaceOne(text, /"[^"\n]{1,80}"|[\w-]{2,40}/g, where, by)
  }),
  // A member or a line twice.
  place.map((where) => (text: string) => {
    const lines = text.split(/(?<=[\n,>])/)
    const line = where % Math.max(1, lines.length)
    return [...lines.slice(0, line + 1), ...lines.slice(line)].join('')
  }),
)

const bytesChange = fc
  .array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 })
  .map((places) => (bytes: Uint8Array): Uint8Array => {
    const changed = Uint8Array.from(bytes)
    for (const [where, byte] of places) changed[where % Math.max(1, changed.length)] = byte
    return changed
  })

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** These files with something wrong in one of them, or without one of them. */
export function brokenFiles(samples: readonly Files[]): fc.Arbitrary<Files> {
  const asText = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map(
      (changes) => (bytes: Uint8Array) =>
        encoder.encode(changes.reduce((text, one) => one(text), decoder.decode(bytes))),
    )
  const broken = fc.oneof({ arbitrary: asText, weight: 6 }, { arbitrary: bytesChange, weight: 1 })
  return fc
    .tuple(fc.constantFrom(...samples), place, fc.option(broken, { freq: 20 }))
    .map(([files, where, breaking]) => {
      const paths = Object.keys(files)
      const path = paths[where % paths.length]!
      const { [path]: bytes, ...others } = files
      return breaking === null && paths.length > 1
        ? others
        : { ...others, [path]: (breaking ?? ((b) => b))(bytes!) }
    })
}

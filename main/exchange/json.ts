import { detached } from './detached.ts'

/**
 * Reads one JSON value and loses nothing on the way, where `JSON.parse` would: objects become maps that keep the
 * order of their names (also of `2021` and `__proto__`), a name that stands twice is an error, and so is a number
 * that JavaScript could not hold exactly or a string with half a surrogate pair. Grammar: RFC 8259.
 */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export type JsonObject = Map<string, JsonValue>

/** `message` says what is wrong, fit to follow "file:line: ". */
export class JsonProblem extends Error {}

const deepest = 64
const code = {
  ...{ quote: 0x22, comma: 0x2c, colon: 0x3a, bracket: 0x5b, bracketEnd: 0x5d, brace: 0x7b, braceEnd: 0x7d },
  ...{ f: 0x66, n: 0x6e, t: 0x74 },
}
const space = /[ \t\n\r]*/y
const literal = /true|false|null/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside strings.
const control = /[\u0000-\u001f]/

export interface JsonOptions {
  /**
   * For files of other programs: a number that JavaScript could not hold exactly comes as its digits, and half a
   * surrogate pair as U+FFFD.
   */
  lenient?: boolean
  /** Strings come in memory of their own, so that those few that are kept do not keep all of the source. */
  detached?: boolean
}

export function readJson(source: string, options: JsonOptions = {}): JsonValue {
  return jsonIn(source, options).whole()
}

/** The same; it pauses in the lists and objects that the value holds directly, each member of which is read at once. */
export function* readingJson(source: string, options: JsonOptions = {}): Generator<void, JsonValue> {
  return yield* jsonIn(source, options).pausing()
}

function jsonIn(source: string, { lenient = false, detached: detaches = false }: JsonOptions) {
  let at = 0
  // The next backslash, looked for only when the last one has been passed: most strings have none.
  let backslash = source.indexOf('\\')
  const hasControls = control.test(source)

  return {
    whole(): JsonValue {
      const value = readValue(0)
      mustBeAtEnd()
      return value
    },
    *pausing(): Generator<void, JsonValue> {
      skipSpace()
      const isObject = source.charCodeAt(at) === code.brace
      const value = isObject ? yield* readingObject() : readValue(0)
      mustBeAtEnd()
      return value
    },
  }

  function mustBeAtEnd(): void {
    skipSpace()
    if (at < source.length) fail(source.includes('\n') ? 'the end of the file' : 'the end of the line')
  }

  /** A value right below the outermost. */
  function* readingValue(): Generator<void, JsonValue> {
    skipSpace()
    if (source.charCodeAt(at) !== code.bracket) return readValue(1)
    return yield* readingArray()
  }

  function readValue(depth: number): JsonValue {
    if (depth > deepest) throw new JsonProblem(`is nested deeper than ${deepest} levels`)
    skipSpace()
    switch (source.charCodeAt(at)) {
      case code.brace:
        return readObject(depth)
      case code.bracket:
        return readArray(depth)
      case code.quote:
        return readString()
      case code.t:
      case code.f:
      case code.n:
        return readLiteral()
      default:
        return readNumber()
    }
  }

  function readObject(depth: number): JsonObject {
    const object: JsonObject = new Map()
    at += 1
    skipSpace()
    if (take(code.braceEnd)) return object
    for (;;) {
      const name = readName()
      if (put(object, name, readValue(depth + 1))) return object
    }
  }

  function* readingObject(): Generator<void, JsonObject> {
    const object: JsonObject = new Map()
    at += 1
    skipSpace()
    if (take(code.braceEnd)) return object
    for (;;) {
      const name = readName()
      if (put(object, name, yield* readingValue())) return object
      yield
    }
  }

  function* readingArray(): Generator<void, JsonValue[]> {
    const array: JsonValue[] = []
    at += 1
    skipSpace()
    if (take(code.bracketEnd)) return array
    for (;;) {
      array.push(readValue(2))
      skipSpace()
      if (take(code.bracketEnd)) return array
      if (!take(code.comma)) fail('"," or "]"')
      yield
    }
  }

  function readName(): string {
    skipSpace()
    if (source.charCodeAt(at) !== code.quote) fail('a name in quotes')
    const name = readString()
    skipSpace()
    if (!take(code.colon)) fail('":"')
    return name
  }

  /** Tells whether the object ends after it. */
  function put(object: JsonObject, name: string, value: JsonValue): boolean {
    const { size } = object
    object.set(name, value)
    if (object.size === size) throw new JsonProblem(`has the name ${JSON.stringify(name)} twice`)
    skipSpace()
    if (take(code.braceEnd)) return true
    if (!take(code.comma)) fail('"," or "}"')
    return false
  }

  function readArray(depth: number): JsonValue[] {
    const array: JsonValue[] = []
    at += 1
    skipSpace()
    if (take(code.bracketEnd)) return array
    for (;;) {
      array.push(readValue(depth + 1))
      skipSpace()
      if (take(code.bracketEnd)) return array
      if (!take(code.comma)) fail('"," or "]"')
    }
  }

  function readString(): string {
    const start = at
    if (backslash >= 0 && backslash < start) backslash = source.indexOf('\\', start)
    let end = source.indexOf('"', start + 1)
    if (backslash < 0 || end < 0 || backslash > end) {
      const content = source.slice(start + 1, end < 0 ? undefined : end)
      if (end < 0) throw new JsonProblem(`is not JSON: the string at ${placeOf(start)} does not end`)
      if (hasControls && control.test(content)) throw unescapedControl(placeOf(start))
      at = end + 1
      return detaches ? detached(content) : content
    }
    let escaping = backslash
    while (escaping >= 0 && escaping < end) {
      if (end === escaping + 1) end = source.indexOf('"', escaping + 2)
      escaping = source.indexOf('\\', escaping + 2)
    }
    if (end < 0) throw new JsonProblem(`is not JSON: the string at ${placeOf(start)} does not end`)
    backslash = escaping
    at = end + 1
    const content = withoutEscapes(source.slice(start, at), () => placeOf(start))
    if (content.isWellFormed()) return content
    if (lenient) return content.toWellFormed()
    throw new JsonProblem(`has half a surrogate pair in the string at ${placeOf(start)}`)
  }

  function readLiteral(): boolean | null {
    const [word] = match(literal) ?? fail('a value')
    return word === 'null' ? null : word === 'true'
  }

  function readNumber(): number | string {
    const [digits] = match(number) ?? fail('a value')
    const value = Number(digits)
    const isExact = digits.length <= 15 && !/e/i.test(digits)
    if (!isExact && (!Number.isFinite(value) || decimal(digits) !== decimal(String(value)))) {
      if (lenient) return digits
      throw new JsonProblem(`has the number ${digits.slice(0, 40)}, which cannot be kept exactly`)
    }
    return value
  }

  function match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(source) ?? undefined
    if (found) at += found[0].length
    return found
  }

  function skipSpace(): void {
    const next = source.charCodeAt(at)
    if (next === 32 || (next >= 9 && next <= 13)) match(space)
  }

  function take(wanted: number): boolean {
    if (source.charCodeAt(at) !== wanted) return false
    at += 1
    return true
  }

  function fail(wanted: string): never {
    throw new JsonProblem(`is not JSON: ${wanted} was expected at ${placeOf(at)}`)
  }

  function placeOf(offset: number): string {
    const lineStart = source.lastIndexOf('\n', offset - 1) + 1
    const column = `column ${offset - lineStart + 1}`
    return source.includes('\n') ? `line ${source.slice(0, lineStart).split('\n').length}, ${column}` : column
  }
}

/** To tell the place takes a walk through the file, which is nothing to do for each string. */
function withoutEscapes(token: string, placeOf: () => string): string {
  try {
    return JSON.parse(token) as string
  } catch {
    throw control.test(token)
      ? unescapedControl(placeOf())
      : new JsonProblem(`is not JSON: the string at ${placeOf()} has an escape that does not exist`)
  }
}

function unescapedControl(place: string): JsonProblem {
  return new JsonProblem(`is not JSON: the string at ${place} has a control character that is not escaped`)
}

/** The number's value as its digits and the exponent of the last of them, so that equal values read the same. */
function decimal(text: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(
    text,
  )!
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}

/** A value as the exchange file writes it: no spaces, nothing escaped that need not be. */
export function writeJson(value: JsonValue): string {
  if (value instanceof Map) {
    return `{${[...value].map(([name, item]) => `${JSON.stringify(name)}:${writeJson(item)}`).join(',')}}`
  }
  return Array.isArray(value) ? `[${value.map(writeJson).join(',')}]` : JSON.stringify(value)
}

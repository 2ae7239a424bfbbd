import { Failure } from '../../../preload/contract/failure.ts'
import type { ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import type { JsonValue } from '../json.ts'
import { decodeUtf8, nameIn, parseJson } from './json-text.ts'
import { ListScan, type Stretch } from './list-scan.ts'

// One JSON value may be larger than memory, and yet nearly all of it is one list, of which each member is short. Such a
// value is gone through twice: first without its long lists, to know what they are, then one of them member by member.

/** In bytes: what a value may be without its long lists, and a member of one. */
const largestAtOnce = 100_000_000

export interface Outline {
  /** The value with its long lists empty. */
  value: JsonValue
  /** Their numbers, by the empty list that stands for each. Only lists are left out that no other list is around. */
  longLists: ReadonlyMap<JsonValue, number>
}

/**
 * Undefined where the value has no long list, or is too large without those. Fails with `unreadable` where it is no JSON
 * without them; they themselves are not looked into. `long` is in bytes.
 */
export async function outlineOf(
  source: SourceFiles,
  path: string,
  { signal }: Pick<ReadingOptions, 'signal'>,
  long: number,
): Promise<Outline | undefined> {
  const name = `“${nameIn(source, path)}”`
  const outline = new OutlineBytes(long)
  const scan = new ListScan()
  for await (const piece of source.pieces(path)) {
    mustGoOn(signal)
    for (const stretch of scan.read(piece)) outline.take(stretch)
    if (outline.length > largestAtOnce) return undefined
  }
  if (outline.left.size === 0) return undefined
  const where = `${name}, looked at without its long lists,`
  const value = parseJson(decodeUtf8(outline.bytes(), name), where)
  const lists = [...outerLists(value)]
  return { value, longLists: new Map([...outline.left].map((number) => [lists[number]!, number])) }
}

/** What is kept of a value for its outline: in one stretch of memory, since there may be millions of short lists. */
class OutlineBytes {
  readonly #long: number
  #bytes = new Uint8Array(1 << 16)
  /** Where the members begin of the list that it is in, or comes to next. */
  #listBegins = 0
  /** In bytes. */
  length = 0
  /** The numbers of long lists. */
  readonly left = new Set<number>()

  constructor(long: number) {
    this.#long = long
  }

  take({ bytes, list, before }: Stretch): void {
    if (list === null) {
      this.#append(bytes)
      this.#listBegins = this.length
    } else if (!this.left.has(list)) {
      this.#append(bytes)
      if (before === 'comma') this.#append(comma)
      if (this.length - this.#listBegins <= this.#long) return
      this.left.add(list)
      this.length = this.#listBegins
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #append(bytes: Uint8Array): void {
    const length = this.length + bytes.length
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length))
      larger.set(this.bytes())
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.length)
    this.length = length
  }
}

const comma = Buffer.from(',')

/** The lists around which only objects stand, in the order of the file. */
function* outerLists(value: JsonValue): Generator<JsonValue[]> {
  if (Array.isArray(value)) yield value
  else if (value instanceof Map) for (const inner of value.values()) yield* outerLists(inner)
}

/** A member of the long list with that number. */
export interface Member {
  list: number
  value: JsonValue
}

/**
 * The members of long lists, in the order of the file and in portions that are read as they are gone through. Their
 * strings do not hold on to the file. Fails with `unreadable`, and says where in the file.
 */
export async function* membersOfLong(
  source: SourceFiles,
  path: string,
  { signal, progress }: Pick<ReadingOptions, 'signal' | 'progress'>,
  lists: ReadonlySet<number>,
): AsyncGenerator<Iterable<Member>> {
  const name = `“${nameIn(source, path)}”`
  const size = source.sizeOf(path)
  const scan = new ListScan()
  let rest: Uint8Array[] = []
  let held = 0
  let done = 0
  let isFirst = true
  function* membersIn(piece: Uint8Array): Generator<Member> {
    for (const stretch of scan.read(piece)) {
      const { list } = stretch
      if (list === null || !lists.has(list)) continue
      if (stretch.before === null) {
        rest.push(new Uint8Array(stretch.bytes))
        held += stretch.bytes.length
        continue
      }
      const bytes = rest.length === 0 ? stretch.bytes : Buffer.concat([...rest, stretch.bytes])
      const text = decodeUtf8(bytes, name, { isOurs: true })
      rest = []
      held = 0
      const isNone = isFirst && stretch.before === 'end' && /^[ \t\r\n]*$/.test(text)
      isFirst = stretch.before === 'end'
      if (!isNone) yield { list, value: memberIn(text, stretch, name) }
    }
  }
  for await (const piece of source.pieces(path)) {
    mustGoOn(signal)
    yield membersIn(piece)
    if (held > largestAtOnce) throw tooLong(name)
    done += piece.length
    progress(done, size)
  }
}

function memberIn(text: string, { line, column }: Stretch, name: string): JsonValue {
  try {
    return parseJson(text, name, { detached: true })
  } catch {
    // So that it is said where in the file.
    return parseJson(`${'\n'.repeat(line - 1)}${' '.repeat(column)}${text}`, name, { detached: true })
  }
}

function mustGoOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
}

const tooLong = (name: string): Failure =>
  new Failure(
    'unreadable',
    `${name} holds something longer than ${largestAtOnce / 1_000_000} MB, which is as much JSON as can be read at once here.`,
  )

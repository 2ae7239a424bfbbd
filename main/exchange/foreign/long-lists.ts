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
 * Undefined where the value is too large without its long lists. Fails with `unreadable` where it is no JSON without
 * them; they themselves are not looked into. `long` is in bytes.
 */
export async function outlineOf(
  source: SourceFiles,
  path: string,
  { signal }: Pick<ReadingOptions, 'signal'>,
  long = 1 << 16,
): Promise<Outline | undefined> {
  const name = `“${nameIn(source, path)}”`
  const outline = new OutlineBytes(long)
  const scan = new ListScan()
  for await (const piece of source.pieces(path)) {
    mustGoOn(signal)
    for (const stretch of scan.read(piece)) outline.take(stretch)
    if (outline.length > largestAtOnce) return undefined
  }
  const where = outline.left.size === 0 ? name : `${name}, looked at without its long lists,`
  const value = parseJson(decodeUtf8(outline.bytes(), name), where)
  const lists = [...outerLists(value)]
  return { value, longLists: new Map([...outline.left].map((number) => [lists[number]!, number])) }
}

/** What is kept of a value for its outline. */
class OutlineBytes {
  readonly #long: number
  readonly #kept: Uint8Array[] = []
  /** Of the list that it is in, as long as that one may be short. */
  #ofList: Uint8Array[] = []
  #lengthOfList = 0
  /** In bytes. */
  length = 0
  /** The numbers of long lists. */
  readonly left = new Set<number>()

  constructor(long: number) {
    this.#long = long
  }

  take({ bytes, list, before }: Stretch): void {
    if (list === null) {
      this.#keep([new Uint8Array(bytes)])
      return
    }
    this.#lengthOfList += bytes.length + 1
    if (this.#lengthOfList > this.#long) {
      this.left.add(list)
      this.#ofList = []
    } else {
      this.#ofList.push(new Uint8Array(bytes))
      if (before === 'comma') this.#ofList.push(comma)
    }
    if (before !== 'end') return
    this.#keep(this.#ofList)
    this.#ofList = []
    this.#lengthOfList = 0
  }

  bytes(): Uint8Array {
    return Buffer.concat([...this.#kept, ...this.#ofList])
  }

  #keep(all: readonly Uint8Array[]): void {
    for (const bytes of all) {
      this.#kept.push(bytes)
      this.length += bytes.length
    }
  }
}

const comma = Buffer.from(',')

/** The lists around which only objects stand, in the order of the file. */
function* outerLists(value: JsonValue): Generator<JsonValue[]> {
  if (Array.isArray(value)) yield value
  else if (value instanceof Map) for (const inner of value.values()) yield* outerLists(inner)
}

/**
 * The members of a long list, in portions that are read as they are gone through. Their strings do not hold on to the
 * file. Fails with `unreadable`, and says where in the file.
 */
export async function* membersOfLong(
  source: SourceFiles,
  path: string,
  { signal, progress }: Pick<ReadingOptions, 'signal' | 'progress'>,
  number: number,
): AsyncGenerator<Iterable<JsonValue>> {
  const name = `“${nameIn(source, path)}”`
  const size = source.sizeOf(path)
  const scan = new ListScan()
  let rest: Uint8Array[] = []
  let held = 0
  let done = 0
  let isFirst = true
  function* membersIn(piece: Uint8Array): Generator<JsonValue> {
    for (const stretch of scan.read(piece)) {
      if (stretch.list !== number) continue
      if (stretch.before === null) {
        rest.push(new Uint8Array(stretch.bytes))
        held += stretch.bytes.length
        continue
      }
      const text = decodeUtf8(
        rest.length === 0 ? stretch.bytes : Buffer.concat([...rest, stretch.bytes]),
        name,
        {
          isOurs: true,
        },
      )
      rest = []
      held = 0
      const isNone = isFirst && stretch.before === 'end' && /^[ \t\r\n]*$/.test(text)
      isFirst = false
      if (!isNone) yield memberIn(text, stretch, name)
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

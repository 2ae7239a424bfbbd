import { Failure } from '../../../preload/contract/failure.ts'
import type { ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import type { JsonValue } from '../json.ts'
import { membersOfLong, outlineOf } from './long-lists.ts'

/** In bytes: what is still read as one value. */
export const largestFile = 200_000_000
/** In bytes: of a file that is longer, those of its lists that are longer are read member by member. */
const usualSizes = { large: 8_000_000, long: 1 << 16 }

/** The value of a large file, of which the long lists are not held. */
export interface LargeValue {
  /** With its long lists empty. */
  outline: JsonValue
  /** Whether this part of the outline stands for a list that is not held. */
  isLong(part: JsonValue): boolean
  /**
   * What stands in these long lists, in the order of the file, each member with its list; in portions that are gone
   * through one by one.
   */
  members(
    lists: readonly JsonValue[],
  ): AsyncIterable<Iterable<{ readonly list: JsonValue; readonly value: JsonValue }>>
}

/** Undefined where the file is not large or none of its outer lists is long, so that the value is to be read at once. */
export async function largeValueOf(
  source: SourceFiles,
  path: string,
  options: Pick<ReadingOptions, 'signal' | 'progress'>,
  { large, long } = usualSizes,
): Promise<LargeValue | undefined> {
  if (source.sizeOf(path) <= large) return undefined
  const outline = await outlineOf(source, path, options, long).catch((error) => {
    // Read at once, it is said where it is broken.
    if (error instanceof Failure && error.code === 'unreadable' && source.sizeOf(path) <= largestFile)
      return undefined
    throw error
  })
  if (outline === undefined) return undefined
  const { value, longLists } = outline
  const standIns = new Map([...longLists].map(([list, number]) => [number, list]))
  function* withLists(portion: Iterable<{ list: number; value: JsonValue }>) {
    for (const { list, value } of portion) yield { list: standIns.get(list)!, value }
  }
  return {
    outline: value,
    isLong: (part) => longLists.has(part),
    async *members(lists) {
      const numbers = new Set(lists.map((list) => longLists.get(list)!))
      for await (const portion of membersOfLong(source, path, options, numbers)) yield withLists(portion)
    },
  }
}

/**
 * The parts of a large value that `partsIn` finds, in the order of the file; of a part that is a long list each member.
 * In portions that are gone through one by one. Undefined where a part has a long list within.
 */
export function partsOfLarge(
  { outline, isLong, members }: LargeValue,
  partsIn: (value: JsonValue, isLong: LargeValue['isLong']) => readonly JsonValue[],
): AsyncIterable<Iterable<JsonValue>> | undefined {
  const parts = partsIn(outline, isLong)
  if (parts.some((part) => !isLong(part) && hasLong(part, isLong))) return undefined
  const waiting = parts.values()
  let next = waiting.next()
  function* upTo(list: JsonValue | undefined): Generator<JsonValue> {
    for (; !next.done && next.value !== list; next = waiting.next()) if (!isLong(next.value)) yield next.value
  }
  function* inOrder(portion: Iterable<{ list: JsonValue; value: JsonValue }>): Generator<JsonValue> {
    for (const { list, value } of portion) {
      yield* upTo(list)
      yield value
    }
  }
  async function* all(): AsyncGenerator<Iterable<JsonValue>> {
    for await (const portion of members(parts.filter(isLong))) yield inOrder(portion)
    yield upTo(undefined)
  }
  return all()
}

/** Whether a long list stands within this, and is not this itself. */
export function hasLong(value: JsonValue, isLong: LargeValue['isLong']): boolean {
  return value instanceof Map && [...value.values()].some((inner) => isLong(inner) || hasLong(inner, isLong))
}

import { Failure } from '../../../preload/contract/failure.ts'
import type { ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import type { JsonOptions, JsonValue } from '../json.ts'
import { decodeUtf8, nameIn, parseJson } from './json-text.ts'
import { largestFile, largeValueOf, partsOfLarge } from './large-values.ts'

const longestLine = 100_000_000
/** In bytes: enough to tell one program’s files from another’s although a long text comes first. */
const headLength = 16_000_000

/** The files with one of these endings; a single file whatever it is called. */
export function filesWith(source: SourceFiles, ...endings: string[]): string[] {
  if (source.paths.length === 1 && source.paths[0] === '') return ['']
  return source.paths.filter((path) => endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`)))
}

/** Whether nothing is in a file of lines, which is what a dataset without texts becomes. */
export function isWithoutLines(source: SourceFiles, path: string): boolean {
  return source.sizeOf(path) === 0 && (path || source.name).toLowerCase().endsWith('.jsonl')
}

/** The beginning of a file as text, for recognising it. */
export async function headOf(source: SourceFiles, path: string): Promise<string> {
  return decodeHead(await beginning(source, path, () => false))
}

/** The same, but no more than is needed for its first lines, with the end of the last of them; empty ones do not count. */
export async function firstLinesOf(source: SourceFiles, path: string, lines: number): Promise<string> {
  let found = 0
  let isEmpty = true
  const areAll = (piece: Uint8Array): boolean => {
    for (const byte of piece) {
      if (byte === 10 && !isEmpty) found += 1
      if (found === lines) return true
      if (byte === 10) isEmpty = true
      else if (!isBlank(byte)) isEmpty = false
    }
    return false
  }
  return decodeHead(await beginning(source, path, areAll))
}

/** Of bytes in UTF-8; the three of its mark count as well. */
const isBlank = (byte: number): boolean =>
  byte === 0x20 || byte === 9 || byte === 13 || byte === 0xef || byte === 0xbb || byte === 0xbf

const decodeHead = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

async function beginning(
  source: SourceFiles,
  path: string,
  isEnough: (piece: Uint8Array) => boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source.pieces(path)) {
    const own = new Uint8Array(piece.subarray(0, headLength - length))
    pieces.push(own)
    length += own.length
    if (length === headLength || isEnough(own)) break
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

/**
 * The first value of a file of lines, for recognising it; undefined where it is no JSON. Of a large file that is one
 * value, its long lists are empty.
 */
export async function firstValueOf(source: SourceFiles, path: string): Promise<JsonValue | undefined> {
  try {
    const head = await firstLinesOf(source, path, 1)
    if (!isSpread(head)) return firstIn(parseJson(firstLineIn(head), ''))
    const quietly = { signal: undefined, progress: () => {} }
    const large = await largeValueOf(source, path, quietly)
    if (large === undefined) return firstIn(await readJsonFile(source, path))
    if (!large.isLong(large.outline)) return firstIn(large.outline)
    for await (const members of large.members([large.outline])) for (const { value } of members) return value
    return undefined
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

const firstIn = (value: JsonValue): JsonValue | undefined => (Array.isArray(value) ? value[0] : value)

const firstLineIn = (head: string): string => head.trimStart().split('\n', 1)[0]!

/** Whether its first value goes on after the first line, as programs write JSON for people; or is one long list. */
function isSpread(head: string): boolean {
  const line = firstLineIn(head)
  if (!head.trimStart().includes('\n')) return line.startsWith('[')
  return /^[[{]/.test(line) && /[[{,]$/.test(line.trimEnd())
}

/** The one value of a JSON file. */
export async function readJsonFile(source: SourceFiles, path: string): Promise<JsonValue> {
  const name = nameIn(source, path)
  if (source.sizeOf(path) > largestFile) {
    throw new Failure(
      'unreadable',
      `“${name}” is larger than ${largestFile / 1_000_000} MB, which is as much JSON as can be read at once: export it in parts.`,
    )
  }
  return parseJson(decodeUtf8(await source.read(path), `“${name}”`), `“${name}”`)
}

const itself = (value: JsonValue): JsonValue => value

/**
 * The list that `listIn` finds in the value of a large file, its members in portions that are gone through one by one;
 * and the value without its long lists. Undefined where the file or the list is not large, so that the value is to be
 * read at once.
 */
export async function longListOf(
  source: SourceFiles,
  path: string,
  options: Pick<ReadingOptions, 'signal' | 'progress'>,
  listIn: (value: JsonValue) => JsonValue | undefined,
): Promise<{ outline: JsonValue; members: AsyncIterable<Iterable<JsonValue>> } | undefined> {
  const large = await largeValueOf(source, path, options)
  const list = large && listIn(large.outline)
  if (list === undefined || !large!.isLong(list)) return undefined
  return { outline: large!.outline, members: valuesOf(large!.members([list])) }
}

async function* valuesOf(
  portions: AsyncIterable<Iterable<{ readonly value: JsonValue }>>,
): AsyncGenerator<Iterable<JsonValue>> {
  for await (const portion of portions) yield eachValue(portion)
}

function* eachValue(portion: Iterable<{ readonly value: JsonValue }>): Generator<JsonValue> {
  for (const { value } of portion) yield value
}

/**
 * The values of JSON lines, by the ending of the file; else the parts that `partsIn` finds in the one value. Of a part
 * that is too long a list to be held, which `isLong` knows, it gives each member. In portions that are gone through one
 * by one.
 */
export async function* linesOrParts(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  partsIn: (value: JsonValue, isLong: (part: JsonValue) => boolean) => readonly JsonValue[],
): AsyncGenerator<Iterable<JsonValue>> {
  if ((path || source.name).toLowerCase().endsWith('.jsonl')) {
    yield* valuesOf(jsonLinesByPiece(source, path, options, undefined, { detached: true }))
    return
  }
  const large = await largeValueOf(source, path, options)
  const parts = large && partsOfLarge(large, partsIn)
  if (parts) yield* parts
  else yield partsIn(await readJsonFile(source, path), () => false)
}

export interface JsonLine {
  value: JsonValue
  /** From 1; in a list over several lines the number of the member. */
  line: number
}

/** What to read in place of a line: it may be part of one large value. */
type Unwrapping = (text: string, line: number) => string

/**
 * The values of a file with one on each line, without holding the file; empty lines are passed over. A list or a value
 * over several lines is read as well, but at once. Their strings do not hold on to the lines.
 */
export async function* readJsonLines(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  unwrapped?: Unwrapping,
): AsyncGenerator<JsonLine> {
  for await (const lines of jsonLinesByPiece(source, path, options, unwrapped, { detached: true }))
    yield* lines
}

/** The same in larger portions, each of which is read as it is gone through: waiting for each line takes its time. */
export async function* jsonLinesByPiece(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  unwrapped?: Unwrapping,
  how: Pick<JsonOptions, 'detached'> = {},
): AsyncGenerator<Iterable<JsonLine>> {
  const { signal, progress } = options
  const name = nameIn(source, path)
  if (unwrapped === undefined && isSpread(await firstLinesOf(source, path, 1))) {
    yield* spreadLines(source, path, options)
    return
  }
  const size = source.sizeOf(path)
  let line = 0
  let done = 0
  let rest: Uint8Array[] = []
  let held = 0
  function* lineOf(parts: readonly Uint8Array[], line: number): Generator<JsonLine> {
    const where = `“${name}”, line ${line},`
    const text = decodeUtf8(parts.length === 1 ? parts[0]! : Buffer.concat(parts), where)
    const inner = unwrapped === undefined ? text : unwrapped(text, line)
    if (inner.trim() !== '') yield* membersOf(parseJson(inner, where, how), line)
  }
  function* linesOf(bytes: Uint8Array): Generator<JsonLine> {
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      line += 1
      yield* lineOf([...rest, bytes.subarray(start, end)], line)
      rest = []
      held = 0
      start = end + 1
    }
    rest.push(new Uint8Array(bytes.subarray(start)))
    held += bytes.length - start
  }
  for await (const bytes of source.pieces(path)) {
    if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
    yield linesOf(bytes)
    if (held > longestLine) {
      throw new Failure('unreadable', `“${name}”, line ${line + 1}: the line is longer than can be read.`)
    }
    done += bytes.length
    progress(done, size)
  }
  yield lineOf(rest, line + 1)
}

/**
 * The members of a list, or the one value of a file. A list with one member on each line, as we write them, is not
 * held as a whole.
 */
export async function* readJsonItems(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
): AsyncGenerator<JsonValue> {
  if (!/^\[\n\{[^\n]*\},?\n/.test(await firstLinesOf(source, path, 2))) {
    const long = await longListOf(source, path, options, itself)
    if (long) {
      for await (const members of long.members) yield* members
      return
    }
    const value = await readJsonFile(source, path)
    if (Array.isArray(value)) yield* value
    else yield value
    return
  }
  const member = (text: string, line: number): string =>
    (line === 1 && text === '[') || text === ']' ? '' : text.replace(/,$/, '')
  for await (const { value } of readJsonLines(source, path, options, member)) yield value
}

/** Of a list its members, which count on from that line. */
function* membersOf(value: JsonValue, line: number): Generator<JsonLine> {
  if (!Array.isArray(value)) yield { value, line }
  else for (const [index, member] of value.entries()) yield { value: member, line: line + index }
}

/** A list or a value over several lines. */
async function* spreadLines(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
): AsyncGenerator<Iterable<JsonLine>> {
  const long = await unlessSeveral(source, path, longListOf(source, path, options, itself))
  if (long === undefined) {
    yield membersOf(await unlessSeveral(source, path, readJsonFile(source, path)), 1)
    return
  }
  let line = 0
  function* linesOf(members: Iterable<JsonValue>): Generator<JsonLine> {
    for (const value of members) yield { value, line: ++line }
  }
  for await (const members of long.members) yield linesOf(members)
}

async function unlessSeveral<T>(source: SourceFiles, path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    const isSeveral = /^[\]}][^\S\n]*\n\s*[[{]/m.test(await headOf(source, path))
    if (!(error instanceof Failure) || !isSeveral) throw error
    throw new Failure(
      'unreadable',
      `“${nameIn(source, path)}” has several values that each go over several lines: write each on a line of its own, or all of them as one list.`,
    )
  }
}

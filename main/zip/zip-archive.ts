import { crc32 } from 'node:zlib'
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  openPromise,
  type ZipFile,
} from 'yauzl'
import { Failure } from '../../preload/contract/failure.ts'
import { type ZipBytes, ZipBytesReader } from './zip-bytes.ts'
import { harmless, mostGrowth, usualZipLimits, type ZipLimits } from './zip-limits.ts'
import { isDangerousName, nameOf } from './zip-names.ts'

/**
 * A zip of somebody else: nothing it declares is believed, no name of it is ever used as a path, and nothing is
 * unpacked to the disk. Everything here fails with `unreadable`, in a sentence.
 */
export interface ZipArchive {
  /** The names of its files, as they stand in it; folders are not listed. */
  readonly names: readonly string[]
  /** Entries that are links to other places; they are not among `names` and cannot be read. */
  readonly links: readonly string[]
  /** As declared, in bytes; enough to show it, not to trust it. 0 for a name it does not hold. */
  sizeOf(name: string): number
  has(name: string): boolean
  /** The whole of a file. */
  read(name: string): Promise<Uint8Array>
  /** The same, piece by piece. */
  pieces(name: string): AsyncIterable<Uint8Array>
  close(): void
}

/** Opens a zip by its path, its bytes, or what they are asked of. */
export async function openZip(
  source: string | Uint8Array | ZipBytes,
  limits: Partial<ZipLimits> = {},
): Promise<ZipArchive> {
  const file = await opened(source)
  try {
    return new YauzlArchive(file, await entriesOf(file, { ...usualZipLimits, ...limits }), {
      ...usualZipLimits,
      ...limits,
    })
  } catch (error) {
    file.close()
    throw error
  }
}

async function opened(source: string | Uint8Array | ZipBytes): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  try {
    if (typeof source === 'string') return await openPromise(source, options)
    if (!(source instanceof Uint8Array)) {
      return await fromRandomAccessReaderPromise(new ZipBytesReader(source), source.size, options)
    }
    return await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
  } catch (error) {
    throw damaged(error)
  }
}

async function entriesOf(file: ZipFile, { mostFiles }: ZipLimits): Promise<Map<string, Entry>> {
  if (file.entryCount > mostFiles) {
    throw new Failure(
      'unreadable',
      `This zip holds ${file.entryCount.toLocaleString('en')} files, and no more than ${mostFiles.toLocaleString('en')} can be read at once: split it.`,
    )
  }
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of file.eachEntry()) {
      const name = nameOf(entry)
      if (isDangerousName(name)) {
        throw new Failure(
          'unreadable',
          `This zip is not safe: the name of a file in it leads out of the zip (${name.slice(0, 80)}).`,
        )
      }
      if (entries.has(name)) {
        throw new Failure('unreadable', `This zip is damaged: it holds “${name}” twice.`)
      }
      entries.set(name, entry)
    }
  } catch (error) {
    throw damaged(error)
  }
  refuseOverlaps([...entries.values()])
  return entries
}

/** Files that share their bytes are there to make much out of little. */
function refuseOverlaps(entries: Entry[]): void {
  const places = entries
    .map((entry) => ({
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    }))
    .sort((a, b) => a.start - b.start)
  const overlaps = places.some(({ start }, at) => at > 0 && start < places[at - 1]!.end)
  if (overlaps) throw new Failure('unreadable', 'This zip is not safe: files in it share their bytes.')
}

class YauzlArchive implements ZipArchive {
  readonly names: readonly string[]
  readonly links: readonly string[]
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #limits: ZipLimits
  /** Bytes that have come out of it so far; a file that is read again counts once. */
  #total = 0
  readonly #counted = new Map<string, number>()

  constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits) {
    this.#file = file
    this.#limits = limits
    const files = [...entries].filter(([name]) => !name.endsWith('/'))
    this.links = files.filter(([, entry]) => isLink(entry)).map(([name]) => name)
    this.#entries = new Map(files.filter(([, entry]) => !isLink(entry)))
    this.names = [...this.#entries.keys()]
  }

  sizeOf(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  async read(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    for await (const piece of this.pieces(name)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *pieces(name: string): AsyncIterable<Uint8Array> {
    const entry = this.#entries.get(name)
    if (!entry) throw new Failure('unreadable', `There is no “${name}” in this zip.`)
    if (entry.isEncrypted()) {
      throw new Failure(
        'unreadable',
        `“${name}” is protected with a password: unpack the zip in another program first.`,
      )
    }
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
      throw new Failure(
        'unreadable',
        `“${name}” is packed in a way that cannot be read (method ${entry.compressionMethod}): unpack the zip in another program first.`,
      )
    }
    // A file that is larger than it declares fails by itself; of one that says it is too large nothing need be unpacked.
    this.#refuseTooLarge(name, entry.uncompressedSize, entry)
    let size = 0
    let sum = 0
    try {
      for await (const piece of await this.#file.openReadStreamPromise(entry)) {
        const bytes = piece as Buffer
        size += bytes.length
        this.#count(name, size)
        this.#refuseTooLarge(name, size, entry)
        this.#refuseTooMuch()
        sum = crc32(bytes, sum)
        yield bytes
      }
    } catch (error) {
      throw damaged(error)
    }
    if (sum !== entry.crc32) {
      throw new Failure('unreadable', `“${name}” is damaged: its bytes do not match its checksum.`)
    }
  }

  close(): void {
    this.#file.close()
  }

  #count(name: string, size: number): void {
    const before = this.#counted.get(name) ?? 0
    if (size <= before) return
    this.#total += size - before
    this.#counted.set(name, size)
  }

  #refuseTooLarge(name: string, size: number, { compressedSize }: Entry): void {
    const { largestFile } = this.#limits
    if (size > harmless && size > compressedSize * mostGrowth) {
      throw new Failure(
        'unreadable',
        `This zip is not safe: “${name}” unpacks to more than ${mostGrowth} times its size.`,
      )
    }
    if (size > largestFile) throw new Failure('unreadable', `“${name}” is larger than ${inMb(largestFile)}.`)
  }

  #refuseTooMuch(): void {
    const { mostBytes } = this.#limits
    if (this.#total > mostBytes) {
      throw new Failure('unreadable', `This zip unpacks to more than ${inMb(mostBytes)}: split it.`)
    }
  }
}

/** The file type that Unix keeps in the upper half of the attributes. */
const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

const inMb = (bytes: number) => `${Math.round(bytes / 1024 / 1024).toLocaleString('en')} MB`

function damaged(error: unknown): Failure {
  if (error instanceof Failure) return error
  const detail = error instanceof Error ? error.message : String(error)
  if (/strong encryption/.test(detail)) {
    return new Failure(
      'unreadable',
      'This zip is protected with a password: unpack it in another program first.',
    )
  }
  // So end also documents of word processors, of which nobody knows that they are zips.
  if (/end of central directory/i.test(detail)) {
    return new Failure('unreadable', 'This file is damaged or cut off: get it once more.')
  }
  return new Failure('unreadable', `This zip is damaged or cut off (${detail}): get it once more.`)
}

import { type BigIntStats, statSync } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { Failure } from '../../preload/contract/failure.ts'
import { problemOf } from './listing.ts'
import { largestFileMb, readZipped, type ZippedFile, zippedFileAt } from './zipped-files.ts'

/** A file as it was read. */
export interface SourceFile {
  /** Its own name, without folders. */
  name: string
  bytes: Buffer<ArrayBuffer>
  /** Of the bytes, in hexadecimal. */
  sha256: string
}

/** How much of a file its format is looked for in, in bytes. */
const headLength = 65_536

/** Paths of files that SQLite has open in this process. */
export type OpenFiles = readonly string[]

/**
 * The first bytes of a file, which may lie in a zip. `openFiles` are not even opened: on POSIX, closing them would
 * drop SQLite’s locks. Fails with `unreadable`, as `readSource` does.
 */
export async function readHead(path: string, openFiles: OpenFiles): Promise<Buffer<ArrayBuffer>> {
  return reading(path, openFiles, {
    onDisk: async (file) => readUpTo(file, Math.min((await file.stat()).size, headLength)),
    inZip: (zipped) => readZipped(zipped, headLength),
  })
}

/** The bytes of a file and their hash. A file whose `head` has been read and is all of it is not read again. */
export async function readSource(
  path: string,
  name: string,
  openFiles: OpenFiles,
  head?: Buffer<ArrayBuffer>,
): Promise<SourceFile> {
  const isWhole = head !== undefined && head.length < headLength
  const bytes = isWhole
    ? head
    : await reading(path, openFiles, { onDisk: readWhole, inZip: (zipped) => readZipped(zipped) })
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return { name, bytes, sha256: Buffer.from(digest).toString('hex') }
}

async function readWhole(file: FileHandle): Promise<Buffer<ArrayBuffer>> {
  const { size } = await file.stat()
  if (size > largestFileMb * 1024 * 1024) {
    throw new Failure(
      'unreadable',
      `This file is larger than ${largestFileMb} MB: split it into several files.`,
    )
  }
  return readUpTo(file, size)
}

interface Ways<T> {
  onDisk(file: FileHandle): Promise<T>
  inZip(file: ZippedFile): Promise<T>
}

async function reading<T>(path: string, openFiles: OpenFiles, { onDisk, inZip }: Ways<T>): Promise<T> {
  try {
    const zipped = await zippedFileAt(path)
    await refuseOpenFiles(zipped?.zip ?? path, openFiles)
    if (zipped) return await inZip(zipped)
    const file = await open(path, 'r')
    try {
      return await onDisk(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('unreadable', problemOf(error as NodeJS.ErrnoException))
  }
}

async function refuseOpenFiles(path: string, openFiles: OpenFiles): Promise<void> {
  // A pipe or a device would be opened for ever.
  const file = await stat(path, { bigint: true })
  if (!file.isFile()) throw new Failure('unreadable', 'This is not a file.')
  if (isOneOf(file, openFiles)) {
    throw new Failure('unreadable', 'This is the open project itself, not a text.')
  }
}

/** In bytes; 0 for a file in a zip, or one that cannot be looked at. */
export const sizeOnDisk = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** Whether a path leads to a file that SQLite has open, under whatever name. */
export async function isOpen(path: string, openFiles: OpenFiles): Promise<boolean> {
  return isOneOf(await stat(path, { bigint: true }), openFiles)
}

function isOneOf({ dev, ino }: BigIntStats, openFiles: OpenFiles): boolean {
  return openFiles.some((other) => {
    // At once: a project lies at hand, and a thousand files would wait for a thread four times each.
    const open = statNow(other)
    return open !== undefined && open.dev === dev && open.ino === ino
  })
}

/** Undefined where there is no such file, or its place does not answer: then it is not the one at hand. */
function statNow(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** No more than was announced, should the file grow meanwhile. */
async function readUpTo(file: FileHandle, size: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

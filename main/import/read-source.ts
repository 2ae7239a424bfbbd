import { type FileHandle, open, stat } from 'node:fs/promises'
import { Failure } from '../../preload/contract/failure.ts'
import { problemOf } from './list-files.ts'

/** A file as it was read. */
export interface SourceFile {
  /** Its own name, without folders. */
  name: string
  bytes: Buffer<ArrayBuffer>
  /** Of the bytes, in hexadecimal. */
  sha256: string
}

/** More than any text that can be read closely; a longer file is a mistake or an attack. */
export const largestFileMb = 200

/** How much of a file its format is looked for in, in bytes. */
const headLength = 65_536

/** Paths of files that SQLite has open in this process. */
export type OpenFiles = readonly string[]

/**
 * The first bytes of a file. `openFiles` are not even opened: on POSIX, closing them would
 * drop SQLite’s locks. Fails with `unreadable`, as `readSource` does.
 */
export async function readHead(path: string, openFiles: OpenFiles): Promise<Buffer> {
  return reading(path, openFiles, async (file) =>
    readUpTo(file, Math.min((await file.stat()).size, headLength)),
  )
}

/** The bytes of a file and their hash. */
export async function readSource(path: string, name: string, openFiles: OpenFiles): Promise<SourceFile> {
  return reading(path, openFiles, async (file) => {
    const { size } = await file.stat()
    if (size > largestFileMb * 1024 * 1024) {
      throw new Failure(
        'unreadable',
        `This file is larger than ${largestFileMb} MB: split it into several files.`,
      )
    }
    const bytes = await readUpTo(file, size)
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    return { name, bytes, sha256: Buffer.from(digest).toString('hex') }
  })
}

async function reading<T>(
  path: string,
  openFiles: OpenFiles,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  try {
    await refuseOpenFiles(path, openFiles)
    const file = await open(path, 'r')
    try {
      return await work(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('unreadable', problemOf(error as NodeJS.ErrnoException))
  }
}

async function refuseOpenFiles(path: string, openFiles: OpenFiles): Promise<void> {
  const file = await stat(path, { bigint: true })
  // A pipe or a device would be opened for ever.
  if (!file.isFile()) throw new Failure('unreadable', 'This is not a file.')
  for (const other of openFiles) {
    const opened = await stat(other, { bigint: true }).catch(() => null)
    if (opened && opened.dev === file.dev && opened.ino === file.ino) {
      throw new Failure('unreadable', 'This is the open project itself, not a text.')
    }
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

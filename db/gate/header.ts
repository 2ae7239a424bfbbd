import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Failure } from '../../preload/contract/failure.ts'
import { applicationId } from '../file-format.ts'

/** The first 100 bytes of an SQLite database, as far as they concern us (https://sqlite.org/fileformat.html#the_database_header). */
export interface Header {
  pageSize: number
  /** Counts the transactions that changed the file. */
  changeCounter: number
  version: number
  /** How many there should be; undefined where the header does not say. */
  pages: number | undefined
  actualSize: number
}

const utf8 = 1
const magic = 'SQLite format 3\0'

/**
 * Reads the header without SQLite. Fails with `unreadable` where there is no such file, with `not-a-project` where
 * it is something else, with `newer-version` where a newer program made it. Never to be called for a file that this
 * process has open: closing the descriptor would drop SQLite’s locks.
 */
export function readHeader(path: string, latestVersion: number): Header {
  const { bytes, actualSize } = readStart(path)
  if (actualSize === 0) throw notAProject('it is empty')
  if (bytes.length < 100 || bytes.toString('latin1', 0, 16) !== magic)
    throw notAProject('it is another kind of file')
  if (bytes.readUInt32BE(68) !== applicationId) throw notAProject('it is a database of another program')

  const version = bytes.readUInt32BE(60)
  if (version > latestVersion) {
    throw new Failure(
      'newer-version',
      `A newer version of Rejoinder made this project (file version ${version}; this program knows up to ${latestVersion}). Update the program to open it.`,
    )
  }
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65536 : bytes.readUInt16BE(16)
  const changeCounter = bytes.readUInt32BE(24)
  const pages = pageCountIn(bytes)
  const [schemaFormat, encoding] = [bytes.readUInt32BE(44), bytes.readUInt32BE(56)]
  const isKnown = schemaFormat >= 1 && schemaFormat <= 4 && encoding === utf8
  if (version < 1 || pageSize < 512 || bytes[18] !== 1 || bytes[19] !== 1 || !isKnown) {
    throw new Failure('damaged', 'The beginning of this project file is damaged. Open the latest backup.')
  }
  return {
    pageSize,
    changeCounter,
    version,
    actualSize,
    pages,
  }
}

/** How many pages the first bytes of a database say that it has; undefined where they do not say. */
export function pageCountIn(bytes: Buffer): number | undefined {
  return bytes.readUInt32BE(92) === bytes.readUInt32BE(24) ? bytes.readUInt32BE(28) : undefined
}

/** Fails with `damaged` where a part of the file is missing or too much of it is there. */
export function requireWholeFile({ pages, pageSize, actualSize }: Header): void {
  if (pages === undefined || pages * pageSize === actualSize) return
  throw new Failure(
    'damaged',
    pages * pageSize > actualSize
      ? 'The end of this project file is missing, as after a download or copy that was cut short. Fetch it again or open the latest backup.'
      : 'This project file is longer than it should be, so it is damaged. Open the latest backup.',
  )
}

function readStart(path: string): { bytes: Buffer; actualSize: number } {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Failure(
      'unreadable',
      gone
        ? `There is no file at ${path}. It may have been moved or renamed.`
        : `The file ${path} cannot be read.`,
    )
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw notAProject('it is a folder or a device')
    const bytes = Buffer.alloc(100)
    const length = readSync(file, bytes, 0, 100, 0)
    return { bytes: bytes.subarray(0, length), actualSize: stat.size }
  } finally {
    closeSync(file)
  }
}

const notAProject = (why: string) =>
  new Failure(
    'not-a-project',
    `This file is not a Rejoinder project: ${why}. Choose a file that ends in .rejoinder.`,
  )

import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from '../../preload/contract/failure.ts'
import { applicationId } from '../file-format.ts'
import { type Header, pageCountIn } from './header.ts'

// The first bytes of a rollback journal (https://sqlite.org/fileformat.html#the_rollback_journal).
const magic = Buffer.from('d9d505f920a163d7', 'hex')

/** Records looked through for the first page, which nearly every transaction changes. */
const mostRecords = 100_000
/** Says that the records go on to the end of the file. */
const untilTheEnd = 0xffffffff

/**
 * Whether a journal lies beside the file that SQLite will play back at the next access, because the program was
 * killed in the middle of a change. Fails with `damaged` where what lies there belongs to another file or to another
 * state of it: playing that back would ruin the project.
 */
export function hasHotJournal(path: string, header: Header): boolean {
  for (const ending of ['-wal', '-shm']) {
    if (existsSync(path + ending)) throw foreign(path + ending)
  }
  const journal = `${path}-journal`
  if (!existsSync(journal)) return false
  if (!statSync(journal).isFile()) throw foreign(journal)
  const file = openSync(journal, 'r')
  try {
    const { size } = fstatSync(file)
    const start = readAt(file, 0, 28)
    // SQLite itself passes over a journal that is empty or begins with a zero.
    if (size === 0 || start[0] === 0) return false
    if (start.length < 28 || !start.subarray(0, 8).equals(magic)) throw foreign(journal)
    const [sectorSize, pageSize] = [start.readUInt32BE(20), start.readUInt32BE(24)]
    if (pageSize !== header.pageSize || sectorSize < 512) throw foreign(journal)
    const firstPage = findFirstPage(file, { size, sectorSize, pageSize })
    if (firstPage && !isEarlierStateOf(header, firstPage)) throw foreign(journal)
    // SQLite cuts the file to the size that the journal says it had, whatever else is in it.
    const pagesBefore = firstPage === null ? header.pages : firstPage && pageCountIn(firstPage)
    const pagesTold = start.readUInt32BE(16)
    if (pagesTold === 0 || pagesTold !== (pagesBefore ?? pagesTold)) throw foreign(journal)
    return true
  } finally {
    closeSync(file)
  }
}

/**
 * The first page as it was before the change; null where the journal does not have it, so that it was not changed;
 * undefined where there is too much to look through. A change too large for memory is journaled in
 * segments, each with a header at the beginning of a sector that says how many records follow; of the last one it may
 * say none yet.
 */
function findFirstPage(
  file: number,
  { size, sectorSize, pageSize }: { size: number; sectorSize: number; pageSize: number },
): Buffer | null | undefined {
  const recordSize = pageSize + 8
  let looked = 0
  for (let segment = 0; segment + sectorSize < size; ) {
    const header = readAt(file, segment, 12)
    if (header.length < 12 || !header.subarray(0, 8).equals(magic)) return null
    const told = header.readUInt32BE(8)
    const records = told === 0 || told === untilTheEnd ? untilTheEnd : told
    let at = segment + sectorSize
    for (let record = 0; record < records && at + recordSize <= size; record++, at += recordSize) {
      if (readAt(file, at, 4).readUInt32BE() === 1) return readAt(file, at + 4, 100)
      looked += 1
      if (looked === mostRecords) return undefined
    }
    segment = Math.ceil(at / sectorSize) * sectorSize
  }
  return null
}

// The counter goes up by one in each transaction, and the page that holds it may have been written or not.
function isEarlierStateOf({ changeCounter }: Header, page: Buffer): boolean {
  const before = page.readUInt32BE(24)
  return page.readUInt32BE(68) === applicationId && (changeCounter === before || changeCounter === before + 1)
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, position))
}

const foreign = (sidecar: string) =>
  new Failure(
    'damaged',
    `Beside the project lies the file “${basename(sidecar)}”, which does not belong to it and would damage it. Move that file away and open the project again.`,
  )

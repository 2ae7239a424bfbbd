import { open } from 'node:fs/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { Failure } from '../../preload/contract/failure.ts'
import { annotatedZipLimits } from './zip-limits.ts'

export interface ZipEntry {
  /** Its path in the zip, with `/` between folders. */
  name: string
  pieces: Iterable<string | Uint8Array>
}

/** Characters gathered before they are packed. */
const pieceLength = 1 << 16

/** What a zip can count: beyond these its list of files would be wrong. */
const mostEntries = 0xffff
const mostBytes = 0xffffffff

/** Fails with `bad-input` where no zip can hold so many files. */
export function mustFitZip(entries: number): void {
  if (entries <= mostEntries) return
  throw new Failure(
    'bad-input',
    `This would be a zip of ${entries.toLocaleString('en')} files, and none holds more than ${mostEntries.toLocaleString('en')}: export fewer documents at a time.`,
  )
}

const tooManyBytes = (gigabytes: string) =>
  new Failure(
    'bad-input',
    `This would be a zip of more than ${gigabytes}, which few programs can read: export fewer documents at a time.`,
  )

/**
 * Writes a zip file piece by piece. The same entries give the same bytes. Fails with `bad-input` beyond 4 GB, and where
 * it would unpack to more than is read here; `mostUnpacked` is in bytes.
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntry>,
  mostUnpacked = annotatedZipLimits.mostBytes,
): Promise<void> {
  const made: Uint8Array[] = []
  let failure: Error | null = null
  let bytes = 0
  let unpacked = 0
  let count = 0
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else made.push(piece)
  })
  const file = await open(path, 'wx')
  const flush = async (): Promise<void> => {
    if (failure) throw failure
    for (const piece of made.splice(0)) {
      bytes += piece.length
      if (bytes > mostBytes) throw tooManyBytes('4 GB')
      await file.writeFile(piece)
    }
  }
  try {
    for (const { name, pieces } of entries) {
      const entry = new ZipDeflate(name, { level: 3 })
      entry.mtime = new Date(1980, 0, 1, 12)
      mustFitZip(++count)
      zip.add(entry)
      for (const piece of gathered(pieces)) {
        unpacked += piece.length
        if (unpacked > mostUnpacked)
          throw tooManyBytes(`${Math.round(mostUnpacked / 2 ** 30)} GB when it is unpacked`)
        entry.push(piece)
        await flush()
      }
      entry.push(new Uint8Array(0), true)
      await flush()
    }
    zip.end()
    await flush()
    await file.sync()
  } finally {
    await file.close()
  }
}

function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let waiting = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      waiting += piece
      if (waiting.length < pieceLength) continue
      yield strToU8(waiting)
    } else {
      if (waiting !== '') yield strToU8(waiting)
      yield piece
    }
    waiting = ''
  }
  if (waiting !== '') yield strToU8(waiting)
}

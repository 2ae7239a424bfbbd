import { open } from 'node:fs/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'

export interface ZipEntry {
  /** Its path in the zip, with `/` between folders. */
  name: string
  pieces: Iterable<string | Uint8Array>
}

/** Characters gathered before they are packed. */
const pieceLength = 1 << 16

/** Writes a zip file piece by piece. The same entries give the same bytes. */
export async function writeZip(path: string, entries: Iterable<ZipEntry>): Promise<void> {
  const made: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else made.push(piece)
  })
  const file = await open(path, 'wx')
  const flush = async (): Promise<void> => {
    if (failure) throw failure
    for (const piece of made.splice(0)) await file.writeFile(piece)
  }
  try {
    for (const { name, pieces } of entries) {
      const entry = new ZipDeflate(name, { level: 3 })
      entry.mtime = new Date(1980, 0, 1, 12)
      zip.add(entry)
      for (const piece of gathered(pieces)) {
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

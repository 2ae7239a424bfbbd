import { stat } from 'node:fs/promises'
import type { ZipArchive } from '../zip/zip-archive.ts'
import { ZipShelf } from '../zip/zip-shelf.ts'

/** More than any text that can be read closely; a longer file is a mistake or an attack. */
export const largestFileMb = 200

const shelf = new ZipShelf({ largestFile: largestFileMb * 1024 * 1024 })

/** A file in a zip. Its path is that of the zip with the name of the entry behind it, as if the zip were a folder. */
export interface ZippedFile {
  zip: string
  entry: string
}

/** Null where no part of the path is a file: then it is no place in a zip. */
export async function zippedFileAt(path: string): Promise<ZippedFile | null> {
  // Most files lie on the disk.
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    return null
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const zip = path.slice(0, cut)
    const found = await stat(zip).catch(() => null)
    if (found) return found.isFile() ? { zip, entry: path.slice(cut + 1) } : null
  }
  return null
}

/** What a zip holds. Fails with `unreadable`. */
export function zipContents(zip: string): Promise<Pick<ZipArchive, 'names' | 'links'>> {
  return shelf.with(zip, async ({ names, links }) => ({ names, links }))
}

/** The first bytes of a file in a zip, or all of them. Fails with `unreadable`. */
export function readZipped(
  { zip, entry }: ZippedFile,
  most = Number.POSITIVE_INFINITY,
): Promise<Buffer<ArrayBuffer>> {
  return shelf.with(zip, async (archive) => {
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const piece of archive.pieces(entry)) {
      pieces.push(piece)
      length += piece.length
      if (length >= most) break
    }
    return Buffer.concat(pieces).subarray(0, most)
  })
}

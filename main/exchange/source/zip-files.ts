import { openZip } from '../../zip/zip-archive.ts'
import type { ZipBytes } from '../../zip/zip-bytes.ts'
import { annotatedZipLimits, usualZipLimits } from '../../zip/zip-limits.ts'
import { byCodePoint } from '../dataset-order.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'
import { tooLarge } from './source-files.ts'

/** In bytes: a zip that is larger is not held. */
const largeZip = 32 * 1024 * 1024

/** What is in a file that is a zip, whatever its name; any other source as it is. */
export async function unpacked(source: SourceFiles): Promise<SourceFiles> {
  const isFile = source.paths.length === 1 && source.paths[0] === ''
  if (!isFile || !(await isZip(source))) return source
  const { largestFile } = usualZipLimits
  const zip = await openZip(await bytesOf(source), annotatedZipLimits)
  return {
    name: source.name,
    paths: zip.names.filter((path) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path)).sort(byCodePoint),
    sizeOf: (path) => zip.sizeOf(path),
    async read(path) {
      if (zip.sizeOf(path) > largestFile) throw tooLarge(path, largestFile)
      return zip.read(path)
    },
    pieces: (path) => zip.pieces(path),
  }
}

async function bytesOf(source: SourceFiles): Promise<Uint8Array | ZipBytes> {
  const size = source.sizeOf('')
  const { range } = source
  if (range === undefined || size <= largeZip) return source.read('')
  return { size, read: (start, end) => range('', start, end) }
}

async function isZip(source: SourceFiles): Promise<boolean> {
  if (source.sizeOf('') < 22) return false
  for await (const piece of source.pieces('')) return piece[0] === 0x50 && piece[1] === 0x4b && piece[2] === 3
  return false
}

import { Failure } from '../../../preload/contract/failure.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'

/** Files whose bytes are had by asking: they lie on the disk, or on the other side of a thread. */
export interface ByteRanges {
  name: string
  /** Sizes by path, `/` between folders; of a single file by ''. */
  sizes: ReadonlyMap<string, number>
  /** Fewer where the file has become shorter. `into` is as long, and may be filled and given back. */
  read(path: string, start: number, end: number, into?: Uint8Array): Promise<Uint8Array>
}

/** What may be held of one file at once. */
export const largestFile = 400 * 1024 * 1024
const pieceLength = 1 << 20

export function sourceFiles({ name, sizes, read }: ByteRanges): SourceFiles {
  const sizeOf = (path: string): number => {
    const size = sizes.get(path)
    if (size === undefined) throw new Failure('unreadable', `There is no “${path}” in “${name}”.`)
    return size
  }
  return {
    name,
    paths: [...sizes.keys()],
    sizeOf,
    async read(path) {
      const size = sizeOf(path)
      if (size > largestFile) throw tooLarge(path || name)
      return read(path, 0, size)
    },
    range: (path, start, end) => read(path, start, end),
    async *pieces(path) {
      const size = sizeOf(path)
      // One for all: a large file would fill the memory with pieces that nobody needs any more.
      const piece = new Uint8Array(Math.min(size, pieceLength))
      for (let at = 0; at < size; at += pieceLength) {
        const end = Math.min(size, at + pieceLength)
        yield await read(path, at, end, piece.subarray(0, end - at))
      }
    },
  }
}

export function tooLarge(path: string, most = largestFile): Failure {
  return new Failure(
    'unreadable',
    `“${path}” is larger than ${most / 1024 / 1024} MB: split it into several files.`,
  )
}

/** Of a folder: only this file, by its path. */
export const only = (source: SourceFiles, path: string): SourceFiles => ({
  ...without(source, () => true),
  paths: [path],
})

/** The same without some of its files. */
export function without(source: SourceFiles, isHidden: (path: string) => boolean): SourceFiles {
  return {
    name: source.name,
    paths: source.paths.filter((path) => !isHidden(path)),
    sizeOf: (path) => source.sizeOf(path),
    read: (path) => source.read(path),
    pieces: (path) => source.pieces(path),
  }
}

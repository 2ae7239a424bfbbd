import type { SourceFiles } from '../annotation-format.ts'

/** Files by their paths, as a person might have chosen them; a single file by ''. */
export function sourceFiles(name: string, files: Readonly<Record<string, string | Uint8Array>>): SourceFiles {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  )
  return {
    name,
    paths: [...bytes.keys()].sort(),
    sizeOf: (path) => bytes.get(path)!.length,
    read: async (path) => bytes.get(path)!,
    async *pieces(path) {
      const all = bytes.get(path)!
      // Cut anywhere: inside a character and inside a tag, too. As on disk, each is overwritten by the next one.
      const piece = new Uint8Array(997)
      for (let at = 0; at < all.length; at += piece.length) {
        const part = all.subarray(at, at + piece.length)
        piece.set(part)
        yield piece.subarray(0, part.length)
      }
    },
  }
}

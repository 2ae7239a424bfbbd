import { dirname } from 'node:path/posix'
import { openZip, type ZipArchive } from '../../zip/zip-archive.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'

/** A zip for each document and annotator, in what INCEpTION and WebAnno export of a project. */
const part = /(?:^|\/)(?:annotation|curation)\/[^/]+\/[^/]+\.zip$/i

/**
 * The same files, with what is in such zips in the place of these; of names that several zips of a document have, such
 * as that of the type system, the first. A zip that cannot be opened stays the file it is.
 */
export async function withPackedParts(source: SourceFiles): Promise<SourceFiles> {
  const zips = source.paths.filter((path) => part.test(path))
  if (zips.length === 0) return source
  const inside = new Map<string, { zip: string; name: string; size: number }>()
  const paths: string[] = []
  const there = new Set(source.paths)
  for (const path of source.paths) {
    const archive = part.test(path) ? await opened(source, path).catch(() => null) : null
    if (archive === null) {
      paths.push(path)
      continue
    }
    for (const name of archive.names) {
      const own = `${dirname(path)}/${name}`
      if (inside.has(own) || there.has(own)) continue
      inside.set(own, { zip: path, name, size: archive.sizeOf(name) })
      paths.push(own)
    }
    archive.close()
  }
  return {
    ...{ name: source.name, paths },
    sizeOf: (path) => inside.get(path)?.size ?? source.sizeOf(path),
    async read(path) {
      const found = inside.get(path)
      if (!found) return source.read(path)
      const archive = await opened(source, found.zip)
      try {
        return await archive.read(found.name)
      } finally {
        archive.close()
      }
    },
    async *pieces(path) {
      const found = inside.get(path)
      if (!found) return yield* source.pieces(path)
      const archive = await opened(source, found.zip)
      try {
        yield* archive.pieces(found.name)
      } finally {
        archive.close()
      }
    },
  }
}

const opened = async (source: SourceFiles, path: string): Promise<ZipArchive> =>
  openZip(await source.read(path))

import type { SourceFiles } from '../formats/annotation-format.ts'
import { readSidecar, type Sidecar } from '../sidecar/read-sidecar.ts'
import { linksFile, lossFile } from '../sidecar/write-sidecar.ts'
import { without } from './source-files.ts'

/** What a person chose, parted into what a format reads and what we wrote beside it. */
export interface PartedSource {
  files: SourceFiles
  hasSidecar: boolean
  /** Null where there is none. */
  sidecar(): Promise<Sidecar | null>
}

/**
 * Of a folder, or of a zip of one: the sidecar lies at its top, at the top of the only folder in it, or beside the one
 * file that it belongs to.
 */
export function withSidecarInside(source: SourceFiles): PartedSource {
  const [loss, ...others] = source.paths.filter((path) => /^(?:[^/]+\/)?(?:[^/]+\.)?loss\.json$/.test(path))
  const start = loss === undefined || others.length > 0 ? '' : loss.slice(0, -lossFile.length)
  const root = start.slice(0, start.lastIndexOf('/') + 1)
  const links = `${start}${linksFile}`
  if (loss === undefined || !source.paths.includes(links))
    return { files: source, hasSidecar: false, sidecar: async () => null }
  return {
    files: below(
      without(source, (path) => path === links || path === loss),
      root,
    ),
    hasSidecar: true,
    sidecar: () => readSidecar({ source, path: links }, { source, path: loss }),
  }
}

/** Of a single file: the sidecar lies beside it, handed over by name. */
export function withSidecarBeside(
  source: SourceFiles,
  beside: { links: SourceFiles; loss: SourceFiles },
): PartedSource {
  return {
    files: source,
    hasSidecar: true,
    sidecar: () => readSidecar({ source: beside.links, path: '' }, { source: beside.loss, path: '' }),
  }
}

/** The same files, named from a folder of theirs; those outside it are gone. */
function below(source: SourceFiles, root: string): SourceFiles {
  if (root === '') return source
  return {
    name: source.name,
    paths: source.paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length)),
    sizeOf: (path) => source.sizeOf(root + path),
    read: (path) => source.read(root + path),
    pieces: (path) => source.pieces(root + path),
  }
}

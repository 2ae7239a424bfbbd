import type { SourceFiles } from '../formats/annotation-format.ts'
import { readSidecar, type Sidecar } from '../sidecar/read-sidecar.ts'
import { linksFile, lossFile } from '../sidecar/write-sidecar.ts'
import { without } from './source-files.ts'

/** What a person chose, parted into what a format reads and what we wrote beside it. */
export interface PartedSource {
  files: SourceFiles
  /** Null where there is none. */
  sidecar(): Promise<Sidecar | null>
}

/** Of a folder, or of a zip of one: the sidecar lies at its top, or at the top of the only folder in it. */
export function withSidecarInside(source: SourceFiles): PartedSource {
  const loss = source.paths.find((path) => path === lossFile || /^[^/]+\/loss\.json$/.test(path))
  const root = loss === undefined ? '' : loss.slice(0, -lossFile.length)
  const links = `${root}${linksFile}`
  if (loss === undefined || !source.paths.includes(links)) return { files: source, sidecar: async () => null }
  return {
    files: below(
      without(source, (path) => path === links || path === loss),
      root,
    ),
    sidecar: () => readSidecar({ source, path: links }, { source, path: loss }),
  }
}

/** Of a single file: the sidecar lies beside it, handed over by name. */
export function withSidecarBeside(
  source: SourceFiles,
  beside: { links: SourceFiles; loss: SourceFiles } | null,
): PartedSource {
  return {
    files: source,
    sidecar: async () =>
      beside && readSidecar({ source: beside.links, path: '' }, { source: beside.loss, path: '' }),
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

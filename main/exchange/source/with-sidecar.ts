import { basename } from 'node:path/posix'
import { endingOf } from '../../import/formats.ts'
import { projectEndings } from '../../import/listing.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'
import { type LineSource, readSidecar, type Sidecar } from '../sidecar/read-sidecar.ts'
import { linksFile, lossFile } from '../sidecar/write-sidecar.ts'
import { without } from './source-files.ts'

/** What a person chose, parted into what a format reads and what we wrote beside it. */
export interface PartedSource {
  files: SourceFiles
  hasSidecar: boolean
  /** The one of the two files of a sidecar that lies there without the other, if it is one. */
  half: LineSource | null
  /** Null where there is none. */
  sidecar(): Promise<Sidecar | null>
}

/**
 * Of a folder, or of a zip of one: the sidecar lies at its top, in the only folder with any, or beside the one file that
 * it belongs to. Where that file is all there is beside it, it is as if it had been chosen itself.
 */
export function withSidecarInside(source: SourceFiles): PartedSource {
  const loss = theNearest(source, lossFile)
  const start = loss?.slice(0, -lossFile.length) ?? ''
  const root = start.slice(0, start.lastIndexOf('/') + 1)
  const links = loss === undefined ? theNearest(source, linksFile) : `${start}${linksFile}`
  if (loss === undefined || links === undefined || !source.paths.includes(links)) {
    const path = loss ?? links
    const half = path === undefined ? null : { source, path }
    return { files: source, hasSidecar: false, half, sidecar: async () => null }
  }
  const files = without(source, (path) => path === links || path === loss)
  const own = start.slice(0, -1)
  // A whole project of another program is found in its folder by its ending.
  const isAlone = files.paths.length === 1 && files.paths[0] === own && !projectEndings.has(endingOf(own))
  return {
    files: isAlone ? alone(source, own) : below(files, root),
    hasSidecar: true,
    half: null,
    sidecar: () => readSidecar({ source, path: links }, { source, path: loss }),
  }
}

/** The file of this name, or whose name ends so, that fewer folders are around than around any other. */
function theNearest({ paths }: SourceFiles, name: string): string | undefined {
  const isIt = (path: string): boolean =>
    path === name || path.endsWith(`/${name}`) || path.endsWith(`.${name}`)
  const depth = (path: string): number => path.split('/').length
  const [first, second] = paths.filter(isIt).sort((a, b) => depth(a) - depth(b))
  return first !== undefined && second !== undefined && depth(first) === depth(second) ? undefined : first
}

/** Of a single file: the sidecar lies beside it, handed over by name. */
export function withSidecarBeside(
  source: SourceFiles,
  beside: { links: SourceFiles; loss: SourceFiles },
): PartedSource {
  return {
    ...{ files: source, hasSidecar: true, half: null },
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

/** One of several files, as a single one. */
function alone({ range, ...source }: SourceFiles, path: string): SourceFiles {
  return {
    name: basename(path),
    paths: [''],
    sizeOf: () => source.sizeOf(path),
    read: () => source.read(path),
    pieces: () => source.pieces(path),
    ...(range && { range: (_: string, start: number, end: number) => range(path, start, end) }),
  }
}

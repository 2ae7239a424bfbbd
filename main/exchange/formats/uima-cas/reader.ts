import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import { readJsonCas } from './read-json.ts'
import { readTypeSystem, readXmi } from './read-xmi.ts'
import { CasTaking } from './taking.ts'
import type { TypeDescription } from './types.ts'

/** Reads one CAS or a folder of them: one for each document and annotator, as INCEpTION exports a project. */
export const xmiReader: FormatReader = {
  async recognises(source) {
    const path = source.paths.find((path) => /\.xmi$/i.test(path)) ?? onlyFile(source)
    return path !== undefined && (await begins(source, path, /<xmi:XMI[\s>]/))
  },

  async read(source, { signal, progress }) {
    const types = new Map<string, TypeDescription>()
    for (const path of source.paths.filter((path) => /(^|\/)[^/]*type-?system[^/]*\.xml$/i.test(path))) {
      for (const [name, type] of readTypeSystem(await source.read(path), path)) types.set(name, type)
    }
    const taking = new CasTaking()
    const paths = pathsIn(source, /\.xmi$/i)
    for (const [index, path] of paths.entries()) {
      signal?.throwIfAborted()
      progress(index, paths.length)
      taking.take(await readXmi(source.pieces(path), types, path || source.name), path, source.name)
    }
    return taking.incoming()
  },
}

export const jsonCasReader: FormatReader = {
  async recognises(source) {
    const path = source.paths.find((path) => /\.json$/i.test(path)) ?? onlyFile(source)
    return path !== undefined && (await begins(source, path, /^\s*\{[\s\S]*"%(TYPES|FEATURE_STRUCTURES)"/))
  },

  async read(source, { signal, progress }) {
    const taking = new CasTaking()
    const paths = pathsIn(source, /\.json$/i).filter((path) => !/(^|\/)exportedproject[^/]*$/i.test(path))
    for (const [index, path] of paths.entries()) {
      signal?.throwIfAborted()
      progress(index, paths.length)
      taking.take(readJsonCas(await source.read(path), path || source.name), path, source.name)
    }
    return taking.incoming()
  },
}

const onlyFile = ({ paths }: SourceFiles): string | undefined => (paths.includes('') ? '' : undefined)

const pathsIn = ({ paths }: SourceFiles, ending: RegExp): readonly string[] =>
  paths.includes('') ? [''] : paths.filter((path) => ending.test(path))

async function begins(source: SourceFiles, path: string, pattern: RegExp): Promise<boolean> {
  for await (const piece of source.pieces(path)) {
    return pattern.test(Buffer.from(piece.subarray(0, 65_536)).toString('utf8'))
  }
  return false
}

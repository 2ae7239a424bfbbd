import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import { readJsonCas } from './read-json.ts'
import { readTypeSystem, readXmi } from './read-xmi.ts'
import { CasTaking } from './taking.ts'
import type { TypeDescription } from './types.ts'

/** Reads one CAS or a folder of them: one for each document and annotator, as INCEpTION exports a project. */
export const xmiReader: FormatReader = {
  readsFolders: true,
  async recognises(source) {
    return someBegin(source, pathsIn(source, /\.xmi$/i), /<xmi:XMI[\s>]/)
  },

  async read(source, options) {
    const types = new Map<string, TypeDescription>()
    const systems = source.paths.filter((path) => /(^|\/)[^/]*type-?system[^/]*\.xml$/i.test(path))
    await oneByOne(systems, options, async (path) => {
      for (const [name, type] of readTypeSystem(await source.read(path), path)) types.set(name, type)
    })
    const taking = new CasTaking(options)
    const paths = pathsIn(source, /\.xmi$/i)
    await oneByOne(paths, options, async (path, index) => {
      options.progress(index, paths.length)
      taking.take(await readXmi(source.pieces(path), types, path || source.name), path, source.name)
    })
    return taking.incoming()
  },
}

export const jsonCasReader: FormatReader = {
  readsFolders: true,
  sharedEndings: ['json'],

  async recognises(source) {
    return someBegin(source, jsonIn(source), /^\s*\{[\s\S]*"%(TYPES|FEATURE_STRUCTURES)"/)
  },

  async read(source, options) {
    const taking = new CasTaking(options)
    const paths = jsonIn(source)
    await oneByOne(paths, options, async (path, index) => {
      options.progress(index, paths.length)
      taking.take(await readJsonCas(source.pieces(path), path || source.name), path, source.name)
    })
    return taking.incoming()
  },
}

const pathsIn = ({ paths }: SourceFiles, ending: RegExp): readonly string[] =>
  paths.includes('') ? [''] : paths.filter((path) => ending.test(path))

const jsonIn = (source: SourceFiles): readonly string[] =>
  pathsIn(source, /\.json$/i).filter((path) => !/(^|\/)exportedproject[^/]*$/i.test(path))

/** Of the first ones. */
async function someBegin(source: SourceFiles, paths: readonly string[], pattern: RegExp): Promise<boolean> {
  for (const path of paths.slice(0, 10)) {
    for await (const piece of source.pieces(path)) {
      if (pattern.test(Buffer.from(piece.subarray(0, 65_536)).toString('utf8'))) return true
      break
    }
  }
  return false
}

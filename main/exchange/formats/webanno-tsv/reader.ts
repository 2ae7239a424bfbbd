import { Failure } from '../../../../preload/contract/failure.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import type { Cas } from '../uima-cas/cas.ts'
import { keepingOf } from '../uima-cas/gather-cas.ts'
import { attributeDescription, attributeNameOf } from '../uima-cas/names.ts'
import { CasTaking } from '../uima-cas/taking.ts'
import { attributePrefix, linkLayer, passageLayer, type TypeDescription } from '../uima-cas/types.ts'
import { formatLine, readTsv } from './read-tsv.ts'
import type { TsvDocument } from './tsv-document.ts'

/** Reads one file or a folder of them: one for each document and annotator, as INCEpTION exports a project. */
export const tsvReader: FormatReader = {
  readsFolders: true,
  async recognises(source) {
    for (const path of pathsIn(source).slice(0, 10)) {
      for await (const piece of source.pieces(path)) {
        const [line] = Buffer.from(piece.subarray(0, 200))
          .toString('utf8')
          .split(/[\r\n]/, 1)
        if (formatLine.test(line!)) return true
        break
      }
    }
    return false
  },

  async read(source, options) {
    const taking = new CasTaking(options)
    const paths = pathsIn(source)
    await oneByOne(paths, options, async (path, index) => {
      options.progress(index, paths.length)
      const called = path || source.name
      const document = readTsv(decoded(await source.read(path), called), called)
      const text = (await textBeside(source, path, document)) ?? document.text
      taking.take(asCas({ ...document, text }), path, source.name)
      taking.leaveOut('cells of columns that no layer declares', document.undeclared)
    })
    return taking.incoming()
  },
}

const pathsIn = ({ paths }: SourceFiles): readonly string[] =>
  paths.includes('') ? [''] : paths.filter((path) => /\.tsv$/i.test(path))

/** Where the texts themselves lie beside the annotations, as in a project that INCEpTION exports. */
export const sourceFolder = 'source'

/** The text with all that stands between its sentences; undefined where none has the words at their places. */
async function textBeside(
  source: SourceFiles,
  path: string,
  { text, segments: { tokens } }: TsvDocument,
): Promise<string | undefined> {
  const found = /^(?:(.*)\/)?annotation\/([^/]+)\/[^/]+$/.exec(path)
  if (!found) return undefined
  const folder = [...(found[1] === undefined ? [] : [found[1]]), sourceFolder].join('/')
  const own = `${folder}/${found[2]}.txt`
  // A folder for a text is called as its file is, but a text without words cannot be told from another one.
  const file = source.paths.includes(own) || tokens.length === 0 ? own : `${folder}/${found[2]}`
  if (!/\.txt$/i.test(file) || !source.paths.includes(file)) return undefined
  const whole = decoded(await source.read(file), file)
  const isSame = tokens.every(
    (begin, at) => at % 2 === 1 || whole.startsWith(text.slice(begin, tokens[at + 1]!), begin),
  )
  return isSame && !whole.includes('\r') ? whole : undefined
}

function decoded(bytes: Uint8Array, called: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure('unreadable', `${called} is not UTF-8, which WebAnno TSV always is: save it as UTF-8.`)
  }
}

function asCas({ text, layers, structures }: TsvDocument): Cas {
  for (const { type, values } of structures.values()) {
    if (type === linkLayer && values.has('symmetric')) {
      values.set('symmetric', values.get('symmetric') === 'true')
    }
  }
  const types = layers.map(({ type, columns }): [string, TypeDescription] => {
    const features = columns.flatMap((column) => (column.kind === 'value' ? [column.feature] : []))
    const described = features.map((name) => ({
      name,
      description: type === passageLayer && name.startsWith(attributePrefix) ? descriptionOf(name) : '',
      range: 'uima.cas.String',
    }))
    return [type, { name: type, description: '', supertype: '', features: described }]
  })
  const ofPrograms = [...structures.values()].filter(({ type }) => keepingOf(type) === 'counted').length
  return {
    ...{ text, types: new Map(types), structures: new Map(structures) },
    ...{ ofPrograms, ofOtherViews: 0, otherTexts: 0 },
  }
}

const descriptionOf = (feature: string): string =>
  attributeDescription({ name: attributeNameOf(feature), feature, kind: 'text' })

import { Failure } from '../../../../preload/contract/failure.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import { textLines } from '../../foreign/text-lines.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import type { Cas } from '../uima-cas/cas.ts'
import { keepingOf } from '../uima-cas/gather-cas.ts'
import { attributeDescription, attributeNameOf } from '../uima-cas/names.ts'
import { CasTaking } from '../uima-cas/taking.ts'
import { attributePrefix, linkLayer, passageLayer, type TypeDescription } from '../uima-cas/types.ts'
import { formatLine, type TsvContent, TsvReading, type TsvSegments } from './read-tsv.ts'

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
      const called = path || source.name
      const beside = await textBeside(source, path)
      const reading = new TsvReading(called, beside)
      const lines = textLines(source, path, {
        signal: options.signal,
        progress: (done, size) => options.progress(index + done / (size || 1), paths.length),
        notUtf8: notUtf8(called),
      })
      for await (const portion of lines) for (const line of portion) reading.take(line)
      const content = reading.content()
      taking.take(asCas({ ...content, text: beside.whole ?? content.text }), path, source.name)
      taking.leaveOut('cells of columns that no layer declares', content.undeclared)
    })
    return taking.incoming()
  },
}

const pathsIn = ({ paths }: SourceFiles): readonly string[] =>
  paths.includes('') ? [''] : paths.filter((path) => /\.tsv$/i.test(path))

/** Where the texts themselves lie beside the annotations, as in a project that INCEpTION exports. */
export const sourceFolder = 'source'

/** The text beside a file, with all that stands between its sentences, as long as it has the words at their places. */
class TextBeside implements TsvSegments {
  readonly #text: string | undefined
  readonly #needsWords: boolean
  #isSame = true
  #hasWords = false

  constructor(text?: string, needsWords = false) {
    this.#text = text?.includes('\r') ? undefined : text
    this.#needsWords = needsWords
  }

  name(): void {}
  sentence(): void {}

  token(begin: number, _: number, words: string): void {
    this.#hasWords = true
    this.#isSame &&= this.#text?.startsWith(words, begin) === true
  }

  /** Undefined where there is none, or it has other words. */
  get whole(): string | undefined {
    return this.#isSame && (this.#hasWords || !this.#needsWords) ? this.#text : undefined
  }
}

async function textBeside(source: SourceFiles, path: string): Promise<TextBeside> {
  const found = /^(?:(.*)\/)?annotation\/([^/]+)\/[^/]+$/.exec(path)
  if (!found) return new TextBeside()
  const folder = [...(found[1] === undefined ? [] : [found[1]]), sourceFolder].join('/')
  const own = `${folder}/${found[2]}.txt`
  // A folder for a text is called as its file is, but a text without words cannot be told from another one.
  const isOwn = source.paths.includes(own)
  const file = isOwn ? own : `${folder}/${found[2]}`
  if (!/\.txt$/i.test(file) || !source.paths.includes(file)) return new TextBeside()
  return new TextBeside(decoded(await source.read(file), file), !isOwn)
}

function decoded(bytes: Uint8Array, called: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure('unreadable', notUtf8(called))
  }
}

const notUtf8 = (called: string): string =>
  `${called} is not UTF-8, which WebAnno TSV always is: save it as UTF-8.`

function asCas({ text, layers, structures }: TsvContent): Cas {
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
  let ofPrograms = 0
  for (const { type } of structures.values()) if (keepingOf(type) === 'counted') ofPrograms += 1
  return { text, types: new Map(types), structures, ofPrograms, ofOtherViews: 0, otherTexts: 0 }
}

const descriptionOf = (feature: string): string =>
  attributeDescription({ name: attributeNameOf(feature), feature, kind: 'text' })

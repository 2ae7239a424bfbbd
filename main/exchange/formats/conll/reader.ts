import { Failure } from '../../../../preload/contract/failure.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import { parseTxt } from '../../../import/txt.ts'
import { hashOf } from '../../content-hash.ts'
import { detached } from '../../detached.ts'
import { Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { filesWith, firstLinesOf, headOf } from '../../foreign/json-files.ts'
import { decodeUtf8, nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import { textLines } from '../../foreign/text-lines.ts'
import { textHash } from '../../spool/distant.ts'
import type { FormatReader, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { nobody } from '../uima-cas/write.ts'
import { AnnouncedSurvey, isAnnounced } from './announced.ts'
import { areComponents, type Component, componentsIn } from './components.ts'
import { isConllU } from './conll-u.ts'
import type { Stretch } from './decode.ts'
import { isHeaded } from './headed.ts'
import { PlainSurvey } from './plain-rows.ts'
import { type RowsOfFile, rowsOfFile } from './rows-of-file.ts'
import type { TextOfRows } from './texts.ts'

export const endings = [
  ...['conll', 'bio', 'iob', 'iob2', 'bioes', 'conllup', 'conllu'],
  ...['v4_gold_conll', 'v4_auto_conll', 'gold_conll', 'auto_conll'],
]
/** Where the texts lie beside the rows, which do not hold what stands between words. */
export const sourceFolder = 'source'

/** What a stretch in a file is known by. */
export const idOf = (file: string, { start, end }: Span): string => `${file}#${start}-${end}`

const bracketsStay = (count: number): string =>
  `${count === 1 ? 'A word stands' : `${count} words stand`} for a bracket as in treebanks (-LRB-, -RRB- and the like) and ${count === 1 ? 'is' : 'are'} left as the file has ${count === 1 ? 'it' : 'them'}.`

const saidOtherwise = (count: number): string =>
  `Of ${count} ${count === 1 ? 'sentence' : 'sentences'} “# text” has other words than the rows, which were taken.`

const asRuns =
  'Its labels have no “B-” or “I-” before them: words with the same label that follow one another were taken for one passage.'

/** Rows of words with their labels, one file for each text and annotator, or many texts in one. */
export const conllReader: FormatReader = {
  readsFolders: true,
  async recognises(source) {
    const paths = filesWith(source, ...endings)
    const full = paths.filter((path) => source.sizeOf(path) > 0)
    // Of texts without a word there are no rows.
    if (full.length === 0) return paths.some((path) => /\.conll$/i.test(path || source.name))
    for (const path of full.slice(0, 10)) {
      const head = await headOf(source, path)
      if (isAnnounced(head)) return hasNames(head)
      if (isConllU(head) || isHeaded(head)) return true
      if ((!otherSyntax.test(head) || firstRow.test(head)) && hasLabels(head)) return true
    }
    return false
  },

  async read(source, options) {
    const gathering = new Gathering(options)
    const work = new Reading(gathering, source, options)
    const paths = filesWith(source, ...endings)
    await oneByOne(paths, options, async (path, index) => {
      await work.take(path, index, paths.length)
    })
    return gathering.finish()
  },
}

/** JSON and XML, in whose few long lines words such as “O” and “B-12” may well stand where labels would. */
const otherSyntax = /^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*[[{]|<[?!A-Za-z])/
/** A word such as `<unk>` or `[[` with its label, at the end of the line or between tabs. */
const firstRow = /^\s*\S[^\n\r]*?(?:\t(?:O|[BIESLUM]-[^\t\n\r]+)\t|[\t ](?:O|[BIESLUM]-\S+)[\t ]*[\n\r])/

function hasNames(head: string): boolean {
  try {
    const lines = head.slice(0, 200_000).split('\n')
    const survey = new AnnouncedSurvey(head, '')
    for (const [index, line] of lines.slice(0, Math.max(2, lines.length - 1)).entries()) {
      survey.look(line, index + 1)
    }
    return survey.layout().hasRows
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

function hasLabels(head: string): boolean {
  const lines = head.slice(0, 20_000).split(/\r\n|[\n\r]/)
  const survey = new PlainSurvey()
  for (const [index, line] of lines.slice(0, -1).entries()) survey.look(line, index + 1)
  return survey.layout().columns !== undefined
}

/** Annotations and links that are handed over at a time. */
const portion = 1000

/** A file of rows, and what its texts are called. */
interface RowsFile {
  path: string
  name: string
  annotator: string
  rows: RowsOfFile
}

/** Where a text has come from, and what its annotations need. */
interface Placed {
  place: string
  annotator: string
  document: string
  /** Of annotations of columns before: another column may hold a label for the same words. */
  ids: Set<string> | undefined
}

class Reading {
  readonly #gathering: Gathering
  readonly #source: SourceFiles
  readonly #options: ReadingOptions
  /** The hash of each text, by its document. */
  readonly #texts = new Map<string, string>()

  constructor(gathering: Gathering, source: SourceFiles, options: ReadingOptions) {
    this.#gathering = gathering
    this.#source = source
    this.#options = options
  }

  async take(path: string, index: number, of: number): Promise<void> {
    const called = nameIn(this.#source, path)
    const lines = () =>
      textLines(this.#source, path, {
        signal: this.#options.signal,
        progress: (done, size) => this.#options.progress(index + done / (size || 1), of),
        notUtf8: `“${called}” is not UTF-8: save it as UTF-8 and import it again.`,
      })
    const head = detached(await firstLinesOf(this.#source, path, 2000))
    // No word begins with it: it is there because of an editor.
    const hasMark = await beginsWithMark(this.#source, path)
    const rows = await rowsOfFile(() => withoutMark(lines()), head.replace(/^\ufeff/, ''), called)
    const [, folder, file] = /(?:^|\/)annotation\/([^/]+)\/([^/]+)\.[^./]+$/.exec(path) ?? []
    const name = folder ?? called.replace(/\.[^./]*$/, '')
    const annotator = file === undefined || file === nobody ? '' : file
    const beside = rows.isSingle ? await this.#textBeside(path, folder, hasMark) : undefined
    let number = 0
    await rows.texts(beside, (text) => {
      number += 1
      this.#text({ path, name, annotator, rows }, text, number)
    })
    if (rows.isPlain) this.#gathering.doubt(path || this.#source.name, asRuns)
  }

  #text({ path, name, annotator, rows }: RowsFile, text: TextOfRows, number: number): void {
    const title = text.title ?? (rows.isSingle ? name : `${name} ${number}`)
    const file = path || this.#source.name
    const place = rows.isSingle ? file : `${file} ${number}`
    if (text.isBeside === false) {
      this.#gathering.doubt(place, 'The text beside it has other words, so the text is made of the words.')
    }
    if (text.otherwise > 0) this.#gathering.doubt(place, saidOtherwise(text.otherwise))
    if (text.forBrackets > 0) this.#gathering.doubt(place, bracketsStay(text.forBrackets))
    const document = this.#document(title, text.text, place)
    if (rows.leftOut !== '') this.#gathering.leaveOut(rows.leftOut)
    const ids = text.stretches.length > 1 ? new Set<string>() : undefined
    for (const stretches of text.stretches) {
      const found = rows.isNumbered && areComponents(stretches) ? componentsIn(stretches) : stretches
      this.#stretches(found, { place, annotator, document, ids })
    }
    this.#handOver()
  }

  /** The id of the document. */
  #document(title: string, text: string, place: string): string {
    const known = this.#texts.get(title)
    let id = title
    if (known !== undefined && known !== hashOf(text)) {
      this.#gathering.doubt(place, 'Its words are others than those of the annotator before.')
      while (this.#texts.has(id)) id += '~'
    }
    if (!this.#texts.has(id)) {
      const document = this.#gathering.document({
        ...{ id, title: id, metadata: new Map(), status: 'to-do', text: parseTxt(text), source: null },
        knownAs: [title],
      })
      this.#texts.set(id, textHash(document.text!))
    }
    return id
  }

  #stretches(stretches: readonly (Stretch | Component)[], at: Placed): void {
    /** By the place in the list; of those that may be joined. */
    const taken = new Map<number, string>()
    for (const [index, stretch] of stretches.entries()) {
      const { start, end, label } = stretch
      if (start === end) {
        this.#gathering.leaveOut('labels of rows without a word')
        continue
      }
      let annotation = idOf(at.place, { start, end })
      while (at.ids?.has(annotation)) annotation += '~'
      at.ids?.add(annotation)
      if ('relation' in stretch) taken.set(index, annotation)
      const stance = 'stance' in stretch ? stretch.stance : ''
      this.#gathering.incoming.annotations.push({
        ...{ id: annotation, document: at.document, tag: this.#gathering.tag(label) },
        ...{ annotator: this.#gathering.annotator(at.annotator), spans: [{ start, end }] },
        ...{ quote: null, prefix: '', suffix: '', claim: null, speaker: null },
        attributes: new Map(stance === '' ? [] : [['stance', stance]]),
        ...{ confidence: null, note: '', created: unknownMoment },
      })
      if (this.#gathering.incoming.annotations.length >= portion) this.#handOver()
    }
    for (const [index, stretch] of stretches.entries()) {
      if ('relation' in stretch && stretch.relation)
        this.#relation(stretch.relation, index, taken, at.annotator)
    }
  }

  #handOver(): void {
    const { annotations, links } = this.#gathering.incoming
    if (!this.#options.handOver) return
    this.#options.handOver({ annotations: annotations.splice(0), links: links.splice(0) })
  }

  #relation(
    { name, to }: NonNullable<Component['relation']>,
    from: number,
    taken: ReadonlyMap<number, string>,
    annotator: string,
  ): void {
    const [source, target] = [taken.get(from), to === null ? undefined : taken.get(to)]
    if (source === undefined || target === undefined) {
      this.#gathering.leaveOut('relations to components that are not there')
      return
    }
    this.#gathering.incoming.links.push({
      ...{ id: `${source} ${name}`, linkType: this.#gathering.linkType(name) },
      ...{ source: { annotation: source }, target: { annotation: target } },
      ...{ annotator: this.#gathering.annotator(annotator), strength: null, status: '', note: '' },
      created: unknownMoment,
    })
  }

  async #textBeside(path: string, folder: string | undefined, hasMark: boolean): Promise<string | undefined> {
    const files = [
      ...(folder === undefined
        ? []
        : [path.replace(/annotation\/[^/]+\/[^/]+$/, `${sourceFolder}/${folder}.txt`)]),
      path.replace(/\.[^./]*$/, '.txt'),
    ]
    const file = files.find((file) => file !== path && this.#source.paths.includes(file))
    if (file === undefined) return undefined
    // Of a text alone it may be the first of its characters.
    const text = decodeUtf8(await this.#source.read(file), `“${file}”`, { isOurs: !hasMark })
    return text.replace(/\r\n?/g, '\n')
  }
}

async function* withoutMark(lines: AsyncGenerator<readonly string[]>): AsyncGenerator<readonly string[]> {
  let isFirst = true
  for await (const portion of lines) {
    yield isFirst ? portion.with(0, portion[0]!.replace(/^\ufeff/, '')) : portion
    isFirst = false
  }
}

async function beginsWithMark(source: SourceFiles, path: string): Promise<boolean> {
  for await (const piece of source.pieces(path)) return piece[0] === 0xef && piece[1] === 0xbb
  return false
}

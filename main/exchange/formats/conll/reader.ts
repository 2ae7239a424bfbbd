import { Failure } from '../../../../preload/contract/failure.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import { parseTxt } from '../../../import/txt.ts'
import { hashOf } from '../../content-hash.ts'
import { Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { filesWith, headOf } from '../../foreign/json-files.ts'
import { decodeUtf8, nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import { nobody } from '../uima-cas/write.ts'
import { announcedSequences, isAnnounced } from './announced.ts'
import { cellsIn, columnsOf, type Sequence } from './columns.ts'
import { areComponents, type Component, componentsIn } from './components.ts'
import { isConllU } from './conll-u.ts'
import { decoded, type LabelledRows } from './decode.ts'
import { sequencesIn } from './sequences.ts'
import { isForBracket, textOf } from './texts.ts'

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
      if (isConllU(head)) return true
      if ((!otherSyntax.test(head) || firstRow.test(head)) && columnsOf(rowsIn(head)) !== undefined)
        return true
    }
    return false
  },

  async read(source, options) {
    const gathering = new Gathering(options)
    const work = new Reading(gathering, source)
    const paths = filesWith(source, ...endings)
    await oneByOne(paths, options, async (path, index) => {
      options.progress(index, paths.length)
      await work.take(path)
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
    return announcedSequences(lines.slice(0, Math.max(2, lines.length - 1)).join('\n'), '').length > 0
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

const rowsIn = (head: string): string[][] =>
  cellsIn(
    head
      .slice(0, 20_000)
      .split(/\r\n|[\n\r]/)
      .slice(0, -1),
  ).filter(({ length }) => length > 0)

class Reading {
  readonly #gathering: Gathering
  readonly #source: SourceFiles
  /** The hash of each text, by its document. */
  readonly #texts = new Map<string, string>()

  constructor(gathering: Gathering, source: SourceFiles) {
    this.#gathering = gathering
    this.#source = source
  }

  async take(path: string): Promise<void> {
    const called = nameIn(this.#source, path)
    const sequences = sequencesIn(
      decodeUtf8(await this.#source.read(path), `“${called}”`, { isOurs: true }),
      called,
    )
    const [, folder, file] = /(?:^|\/)annotation\/([^/]+)\/([^/]+)\.[^./]+$/.exec(path) ?? []
    const name = folder ?? called.replace(/\.[^./]*$/, '')
    const annotator = file === undefined || file === nobody ? '' : file
    for (const [index, sequence] of sequences.entries()) {
      const title = sequence.title ?? (sequences.length === 1 ? name : `${name} ${index + 1}`)
      const beside = sequences.length === 1 ? await this.#textBeside(path, folder) : undefined
      const file = path || this.#source.name
      const place = sequences.length === 1 ? file : `${file} ${index + 1}`
      this.#document(sequence, { title, beside, annotator, place })
    }
  }

  #document(
    { rows, breaks, columns, text: stated, doubt }: Sequence,
    at: { title: string; beside: string | undefined; annotator: string; place: string },
  ): void {
    let { text, extents, isWhole } = textOf(rows, breaks, at.beside ?? stated)
    if (at.beside !== undefined && !isWhole) {
      this.#gathering.doubt(at.place, 'The text beside it has other words, so the text is made of the words.')
      if (stated !== undefined) ({ text, extents } = textOf(rows, breaks, stated))
    }
    if (doubt !== undefined) this.#gathering.doubt(at.place, doubt)
    const forBrackets = rows.filter(
      ({ word }, row) => isForBracket(word) && extents[row * 2 + 1]! - extents[row * 2]! > 1,
    )
    if (forBrackets.length > 0) this.#gathering.doubt(at.place, bracketsStay(forBrackets.length))
    const [known, hash] = [this.#texts.get(at.title), hashOf(text)]
    let id = at.title
    if (known !== undefined && known !== hash) {
      this.#gathering.doubt(at.place, 'Its words are others than those of the annotator before.')
      while (this.#texts.has(id)) id += '~'
    }
    if (!this.#texts.has(id)) {
      this.#texts.set(id, hash)
      this.#gathering.document({
        ...{ id, title: id, metadata: new Map(), status: 'to-do', text: parseTxt(text), source: null },
        knownAs: [at.title],
      })
    }
    if (columns.leftOut !== '') this.#gathering.leaveOut(columns.leftOut)
    const found = columns.labels.flatMap((_, column) => {
      const stretches = decoded(
        rows.map(({ labels }) => labels[column]!),
        breaks,
      )
      return [columns.isNumbered && areComponents(stretches) ? componentsIn(stretches, breaks) : stretches]
    })
    const ids = new Set<string>()
    for (const stretches of found) this.#stretches(stretches, { ...at, id, extents, ids })
  }

  #stretches(
    stretches: readonly (LabelledRows | Component)[],
    at: { place: string; annotator: string; id: string; extents: readonly number[]; ids: Set<string> },
  ): void {
    const { extents, ids } = at
    /** By the place in the list. */
    const taken = new Map<number, string>()
    stretches.forEach((stretch, index) => {
      const { first, last, label } = stretch
      const span = { start: extents[first * 2]!, end: extents[last * 2 + 1]! }
      let annotation = idOf(at.place, span)
      if (span.start === span.end) {
        this.#gathering.leaveOut('labels of rows without a word')
        return
      }
      // Another column may hold a label for the same words.
      while (ids.has(annotation)) annotation += '~'
      ids.add(annotation)
      taken.set(index, annotation)
      const stance = 'stance' in stretch ? stretch.stance : ''
      this.#gathering.incoming.annotations.push({
        ...{ id: annotation, document: at.id, tag: this.#gathering.tag(label) },
        ...{ annotator: this.#gathering.annotator(at.annotator), spans: [span] },
        ...{ quote: null, prefix: '', suffix: '', claim: null, speaker: null },
        attributes: new Map(stance === '' ? [] : [['stance', stance]]),
        ...{ confidence: null, note: '', created: unknownMoment },
      })
    })
    stretches.forEach((stretch, index) => {
      if ('relation' in stretch && stretch.relation)
        this.#relation(stretch.relation, index, taken, at.annotator)
    })
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

  async #textBeside(path: string, folder: string | undefined): Promise<string | undefined> {
    const files = [
      ...(folder === undefined
        ? []
        : [path.replace(/annotation\/[^/]+\/[^/]+$/, `${sourceFolder}/${folder}.txt`)]),
      path.replace(/\.[^./]*$/, '.txt'),
    ]
    const file = files.find((file) => file !== path && this.#source.paths.includes(file))
    if (file === undefined) return undefined
    const text = decodeUtf8(await this.#source.read(file), `“${file}”`, { isOurs: true })
    return text.includes('\r') ? undefined : text
  }
}

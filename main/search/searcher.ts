import { Failure } from '../../preload/contract/failure.ts'
import type { ConcordanceLine, LineOrder } from '../../preload/contract/search.ts'
import type { SentText } from '../texts-thread/messages.ts'
import { collocates } from './collocates.ts'
import { concordanceLine } from './concordance-line.ts'
import type { Corpus } from './corpus.ts'
import type { Questions, What } from './messages.ts'
import { orderHits } from './order-hits.ts'
import { Scan, type Surroundings } from './scan.ts'
import { wordList } from './word-list.ts'

const keptResults = 4
/** When few lines are better than none, where the first come early. */
const fewLinesMs = 200

interface Result {
  id: number
  scan: Scan
  documentIds: Int32Array
  /** For each document its place by date. */
  dateRank: Int32Array
  /** Rows in an order other than that of the texts, by that order. */
  orders: Map<LineOrder, Int32Array | null>
}

type Found = Questions['run']['gives']

/** Answers for a corpus. Keeps the latest few results, so that their lines can be asked for piece by piece. */
export class Searcher {
  readonly corpus: Corpus
  readonly #results = new Map<number, Result>()
  #lastId: number
  /** How often the texts have become others. */
  #changes = 0

  /** `lastId`: results are numbered from there, so that none is taken for one of a searcher before. */
  constructor(corpus: Corpus, lastId = 0) {
    this.corpus = corpus
    this.#lastId = lastId
  }

  /** Results say nothing any more once the texts are others. */
  change(put: readonly SentText[], remove: readonly number[]): void {
    this.#changes += 1
    this.#results.clear()
    for (const id of remove) this.corpus.remove(id)
    for (const text of put) this.corpus.put(text)
  }

  async run({ asked, order, lines, early }: What<'run'>, surroundings: Surroundings): Promise<Found> {
    const { documentIds, dateRank } = asked
    const begun = performance.now()
    for (;;) {
      const isOld = this.#whetherOld()
      const scan = new Scan(this.corpus, asked)
      const isEarly = early && order === 'text'
      await scan.goOn(surroundings, () => isOld() || (isEarly && hasFirstLines(scan)))
      if (isOld()) continue
      this.#lastId += 1
      const result = { id: this.#lastId, scan, documentIds, dateRank, orders: new Map() }
      this.#keep(result)
      return this.#found(result, order, lines)
    }

    function hasFirstLines({ hits }: Scan): boolean {
      return hits.length >= lines || (hits.length > 0 && performance.now() - begun > fewLinesMs)
    }
  }

  /** What a search found that was answered before its end. */
  async count({ id, soFar, order, lines }: What<'count'>, surroundings: Surroundings): Promise<Found> {
    return this.#found(soFar ? this.#kept(id) : await this.#whole(id, surroundings), order, lines)
  }

  #found(result: Result, order: LineOrder, lines: number): Found {
    const { scan, documentIds, id } = result
    return {
      id,
      counted: scan.isDone,
      hits: scan.hits.length,
      documents: scan.hits.documents,
      searched: documentIds.length,
      words: scan.words,
      more: scan.more,
      lines: this.#lines(result, order, 0, lines),
    }
  }

  #keep(result: Result): void {
    this.#results.set(result.id, result)
    for (const oldest of this.#results.keys())
      if (this.#results.size > keptResults) this.#results.delete(oldest)
  }

  /** The result, looked for to the end. */
  async #whole(id: number, surroundings: Surroundings): Promise<Result> {
    const result = this.#kept(id)
    const isOld = this.#whetherOld()
    await result.scan.goOn(surroundings, isOld)
    if (isOld()) throw ofEarlierTexts()
    return result
  }

  /** Tells later whether the texts have become others since. */
  #whetherOld(): () => boolean {
    const changes = this.#changes
    return () => changes !== this.#changes
  }

  #kept(id: number): Result {
    const result = this.#results.get(id)
    if (!result) throw ofEarlierTexts()
    this.#results.delete(id)
    this.#results.set(id, result)
    return result
  }

  async lines(
    { id, order, from, count }: What<'lines'>,
    surroundings: Surroundings,
  ): Promise<ConcordanceLine[]> {
    const known = this.#kept(id)
    // What comes first in the texts is known before the rest is looked through.
    const isKnown = order === 'text' && known.scan.hits.length >= from + count
    return this.#lines(isKnown ? known : await this.#whole(id, surroundings), order, from, count)
  }

  #lines(result: Result, order: LineOrder, from: number, count: number): ConcordanceLine[] {
    const { hits } = result.scan
    const rows = this.#ordered(result, order)
    const lines: ConcordanceLine[] = []
    for (let at = from; at < Math.min(hits.length, from + count); at++)
      lines.push(concordanceLine(hits, rows ? rows[at]! : at, this.corpus))
    return lines
  }

  async linesAt({ id, order, at }: What<'linesAt'>, surroundings: Surroundings): Promise<ConcordanceLine[]> {
    const result = await this.#whole(id, surroundings)
    const { hits } = result.scan
    return this.#rowsAt(result, order, at).map((row) => concordanceLine(hits, row, this.corpus))
  }

  #rowsAt(result: Result, order: LineOrder, at: readonly number[]): number[] {
    const rows = this.#ordered(result, order)
    const { length } = result.scan.hits
    return at.filter((place) => place < length).map((place) => (rows ? rows[place]! : place))
  }

  #ordered(result: Result, order: LineOrder): Int32Array | null {
    const known = result.orders.get(order)
    if (known !== undefined) return known
    const places = new Map(Array.from(result.documentIds, (id, at) => [id, result.dateRank[at] ?? 0]))
    const sorted = orderHits(result.scan.hits, order, this.corpus, (id) => places.get(id) ?? 0)
    result.orders.set(order, sorted)
    return sorted
  }

  /** Where hits stand, in the order of the texts; no more than `most`, and how many there are. */
  async hits(
    { id, order, at, most }: What<'hits'>,
    surroundings: Surroundings,
  ): Promise<Questions['hits']['gives']> {
    const result = await this.#whole(id, surroundings)
    const { hits } = result.scan
    const wanted = at && [...new Set(this.#rowsAt(result, order, at))].sort((a, b) => a - b)
    const all = wanted?.length ?? hits.length
    const columnOf = (column: Int32Array) =>
      wanted
        ? Int32Array.from(wanted.slice(0, most), (row) => column[row]!)
        : column.slice(0, Math.min(all, most))
    return { all, document: columnOf(hits.document), start: columnOf(hits.start), end: columnOf(hits.end) }
  }

  words(asked: What<'words'>): Questions['words']['gives'] {
    return wordList(this.corpus, asked)
  }

  async collocates(
    asked: What<'collocates'>,
    surroundings: Surroundings,
  ): Promise<Questions['collocates']['gives']> {
    const { scan, documentIds } = await this.#whole(asked.id, surroundings)
    return collocates(scan.hits, this.corpus, { ...asked, documentIds })
  }
}

const ofEarlierTexts = () =>
  new Failure('not-found', 'The texts have changed since this search. Search again.')

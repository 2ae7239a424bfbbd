import { Failure } from '../../preload/contract/failure.ts'
import { parseQuery } from '../../preload/contract/search/parse.ts'
import { type ConcordanceLine, type LineOrder, mostHits } from '../../preload/contract/search.ts'
import { collocates } from './collocates.ts'
import { concordanceLine } from './concordance-line.ts'
import type { Corpus } from './corpus.ts'
import { type Finder, finderOf } from './evaluate.ts'
import { Hits } from './hits.ts'
import type { Questions, SpanColumns, What } from './messages.ts'
import { nearPassages, type Spans } from './near-passages.ts'
import { orderHits } from './order-hits.ts'
import { wordList } from './word-list.ts'

/** Milliseconds of work between two looks at what else is asked. */
const sliceMs = 15
const keptResults = 4

interface Result {
  hits: Hits
  documentIds: Int32Array
  /** For each document its place by date. */
  dateRank: Int32Array
  /** Rows in an order other than that of the texts, by that order. */
  orders: Map<LineOrder, Int32Array | null>
}

export interface Surroundings {
  /** Lets others have their turn; fails with `cancelled` where the search is to be given up. */
  breathe(): Promise<void>
  progress(done: number, of: number): void
}

/** Answers for a corpus. Keeps the latest few results, so that their lines can be asked for piece by piece. */
export class Searcher {
  readonly corpus: Corpus
  readonly #results = new Map<number, Result>()
  #lastId = 0

  constructor(corpus: Corpus) {
    this.corpus = corpus
  }

  async run(
    { asked, order, lines }: What<'run'>,
    { breathe, progress }: Surroundings,
  ): Promise<Questions['run']['gives']> {
    const { documentIds, near } = asked
    const find = this.#finder(asked)
    const spansOf = near && spansByDocument(near.spans)
    const hits = new Hits()
    let more = false
    let words = 0
    let sliced = performance.now()
    for (const [at, documentId] of documentIds.entries()) {
      const text = this.corpus.get(documentId)
      if (!text) continue
      words += text.forms.length
      if (find && !more) {
        let places = find(text)
        if (near && places.length > 0)
          places = nearPassages(places, spansOf?.get(documentId), near, text, this.corpus)
        if (places.length > 0) more = !hits.add(documentId, places, mostHits)
      }
      if ((at & 15) === 0 && performance.now() - sliced > sliceMs) {
        progress(at, documentIds.length)
        await breathe()
        sliced = performance.now()
      }
    }
    const id = this.#keep({
      hits,
      documentIds,
      dateRank: asked.dateRank,
      orders: new Map(),
    })
    return {
      id,
      hits: hits.length,
      documents: hits.documents,
      searched: documentIds.length,
      words,
      more,
      lines: this.lines({ id, order, from: 0, count: lines }),
    }
  }

  #finder(asked: What<'run'>['asked']): Finder | null {
    const parsed = parseQuery(asked.query)
    if ('problem' in parsed) throw new Failure('bad-input', parsed.problem)
    return parsed.node && finderOf(parsed.node, this.corpus, asked).find
  }

  #keep(result: Result): number {
    this.#lastId += 1
    this.#results.set(this.#lastId, result)
    for (const oldest of this.#results.keys())
      if (this.#results.size > keptResults) this.#results.delete(oldest)
    return this.#lastId
  }

  /** Results say nothing any more once the texts are others. */
  forget(): void {
    this.#results.clear()
  }

  #result(id: number): Result {
    const result = this.#results.get(id)
    if (!result) throw new Failure('not-found', 'The texts have changed since this search. Search again.')
    this.#results.delete(id)
    this.#results.set(id, result)
    return result
  }

  lines({ id, order, from, count }: What<'lines'>): ConcordanceLine[] {
    const result = this.#result(id)
    const { hits } = result
    const rows = this.#ordered(result, order)
    const lines: ConcordanceLine[] = []
    for (let at = from; at < Math.min(hits.length, from + count); at++)
      lines.push(concordanceLine(hits, rows ? rows[at]! : at, this.corpus))
    return lines
  }

  linesAt({ id, order, at }: What<'linesAt'>): ConcordanceLine[] {
    const result = this.#result(id)
    return this.#rowsAt(result, order, at).map((row) => concordanceLine(result.hits, row, this.corpus))
  }

  #rowsAt(result: Result, order: LineOrder, at: readonly number[]): number[] {
    const rows = this.#ordered(result, order)
    return at.filter((place) => place < result.hits.length).map((place) => (rows ? rows[place]! : place))
  }

  #ordered(result: Result, order: LineOrder): Int32Array | null {
    const known = result.orders.get(order)
    if (known !== undefined) return known
    const places = new Map(Array.from(result.documentIds, (id, at) => [id, result.dateRank[at] ?? 0]))
    const sorted = orderHits(result.hits, order, this.corpus, (id) => places.get(id) ?? 0)
    result.orders.set(order, sorted)
    return sorted
  }

  /** Where hits stand, in the order of the texts; no more than `most`, and how many there are. */
  hits({ id, order, at, most }: What<'hits'>): Questions['hits']['gives'] {
    const result = this.#result(id)
    const { hits } = result
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

  collocates(asked: What<'collocates'>): Questions['collocates']['gives'] {
    const { hits, documentIds } = this.#result(asked.id)
    return collocates(hits, this.corpus, { ...asked, documentIds })
  }
}

function spansByDocument({ document, start, end }: SpanColumns): Map<number, Spans> {
  const spans = new Map<number, Spans>()
  for (let from = 0; from < document.length; ) {
    let to = from + 1
    while (to < document.length && document[to] === document[from]) to++
    spans.set(document[from]!, { start: start.subarray(from, to), end: end.subarray(from, to) })
    from = to
  }
  return spans
}

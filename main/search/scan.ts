import { Failure } from '../../preload/contract/failure.ts'
import { parseQuery } from '../../preload/contract/search/parse.ts'
import { mostHits } from '../../preload/contract/search.ts'
import type { Corpus } from './corpus.ts'
import { finderOf } from './evaluate.ts'
import type { Finder } from './finder.ts'
import { Hits } from './hits.ts'
import type { SpanColumns, What } from './messages.ts'
import { nearPassages, type Spans } from './near-passages.ts'

/** Milliseconds of work between two looks at what else is asked. */
const sliceMs = 15
/** What is done sooner is not told in two parts. */
const earlyMs = 5

export interface Surroundings {
  /** Lets others have their turn; fails with `cancelled` where the search is to be given up. */
  breathe(): Promise<void>
  progress(done: number, of: number): void
}

/** Looks through documents one after the other, as far as is asked, and goes on from there when asked again. */
export class Scan {
  readonly #corpus: Corpus
  readonly #asked: What<'run'>['asked']
  readonly #find: Finder | null
  readonly #spans: Map<number, Spans> | null
  readonly hits = new Hits()
  /** There are more than are listed. */
  more = false
  /** Of the documents that were looked through. */
  words = 0
  #at = 0
  #going: Promise<void> | null = null

  constructor(corpus: Corpus, asked: What<'run'>['asked']) {
    const parsed = parseQuery(asked.query)
    if ('problem' in parsed) throw new Failure('bad-input', parsed.problem)
    this.#corpus = corpus
    this.#asked = asked
    this.#find = parsed.node && finderOf(parsed.node, corpus, asked).find
    this.#spans = asked.near && spansByDocument(asked.near.spans)
  }

  get isDone(): boolean {
    return this.#at >= this.#asked.documentIds.length
  }

  /**
   * Goes on to the end, or after a moment until there is enough. Who asks while another is waiting waits with them,
   * and fails with them where they give it up.
   */
  async goOn(surroundings: Surroundings, isEnough?: () => boolean): Promise<void> {
    while (!this.isDone) {
      this.#going ??= this.#go(surroundings, isEnough).finally(() => {
        this.#going = null
      })
      await this.#going
      if (isEnough?.()) return
    }
  }

  async #go({ breathe, progress }: Surroundings, isEnough?: () => boolean): Promise<void> {
    const { documentIds } = this.#asked
    let sliced = performance.now()
    while (!this.isDone) {
      this.#look(documentIds[this.#at]!)
      this.#at += 1
      const ms = performance.now() - sliced
      if (ms >= earlyMs && isEnough?.()) return
      if (ms < sliceMs) continue
      progress(this.#at, documentIds.length)
      await breathe()
      sliced = performance.now()
    }
  }

  #look(documentId: number): void {
    const text = this.#corpus.get(documentId)
    if (!text) return
    this.words += text.forms.length
    if (!this.#find || this.more) return
    const { near } = this.#asked
    let places = this.#find(text)
    if (near && places.length > 0)
      places = nearPassages(places, this.#spans?.get(documentId), near, text, this.#corpus)
    if (places.length > 0) this.more = !this.hits.add(documentId, places, mostHits)
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

import type { AnnotationColumns } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { BlockLists } from '../text/block-lists.ts'
import { RunningCounts } from '../text/running-counts.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { AnnotationPatch } from '../view.ts'
import { AnnotationRows } from './annotation-rows.ts'
import { areEqual, Coming, isComing } from './coming.ts'
import { LaneLayout } from './lane-layout.ts'
import { laneBeside } from './lanes.ts'

type Columns = Pick<AnnotationColumns, 'start' | 'end' | 'tag' | 'annotation'>
type IsShown = (tag: number) => boolean

const none = new Int32Array(0)
export const noColumns: Columns = { annotation: none, start: none, end: none, tag: none }

/** The annotations of the text on the screen. What is asked or changed costs the blocks it touches, not the rest. */
export class Annotations {
  readonly rows: AnnotationRows
  readonly #index: TextIndex
  readonly #lists: BlockLists
  readonly #lanes: LaneLayout
  readonly #coming = new Coming()
  /** How many annotations begin in each block; made when it is first asked for. */
  #begun: RunningCounts | null = null
  /** Of the blocks that were asked for since the last change. */
  readonly #numbers = new Map<number, ReadonlyMap<AnnotationId, number>>()

  constructor(index: TextIndex, columns: Columns, isShown: IsShown) {
    this.#index = index
    this.rows = new AnnotationRows(columns)
    this.#lists = new BlockLists(index, this.rows, columns.start.length)
    this.#lanes = new LaneLayout(index, this.rows, this.#lists, isShown)
  }

  /** The rows that reach into a block, in reading order. */
  inBlock(block: number): Int32Array {
    return this.#lists.of(block)
  }

  /** The same, and their lanes can be read. */
  laidOutIn(block: number): Int32Array {
    this.#lanes.layOut(block)
    return this.inBlock(block)
  }

  blocksOf(id: AnnotationId): Set<number> {
    const blocks = new Set<number>()
    for (const row of this.rows.rowsOf(id)) this.#addBlocks(row, blocks)
    return blocks
  }

  blocksOfAll(ids: Iterable<AnnotationId>): Set<number> {
    const blocks = new Set<number>()
    for (const id of ids) for (const row of this.rows.rowsOf(id)) this.#addBlocks(row, blocks)
    return blocks
  }

  #addBlocks(row: number, blocks: Set<number>): void {
    const { first, last } = this.#lists.blocksOf(row)
    for (let block = first; block <= last; block++) blocks.add(block)
  }

  /**
   * Applies a patch. `touched` are the blocks that look different, `arrived` those of annotations that were expected and
   * have their numbers now; what is drawn of them stays.
   */
  patch(
    { upserted, removed }: AnnotationPatch,
    documentId: DocumentId,
  ): { touched: Set<number>; arrived: Set<number> } {
    const touched = new Set<number>()
    const arrived = new Set<number>()
    for (const id of removed) this.#remove(id, touched)
    for (const { id, documentId: owner, tagId, spans } of upserted) {
      if (owner !== documentId) continue
      const drawn = this.rows.has(id) ? undefined : this.#coming.take(tagId, spans)
      if (drawn === undefined) {
        this.#remove(id, touched)
        this.#add(id, tagId, spans, touched)
        continue
      }
      const rows = this.rows.rowsOf(drawn)
      for (const row of rows) this.#lists.remove(row)
      this.rows.renumber(drawn, id)
      this.#numbers.clear()
      for (const row of rows) {
        this.#lists.add(row)
        this.#addBlocks(row, arrived)
      }
    }
    return { touched, arrived }
  }

  /**
   * Adds one that the project does not have yet, to be drawn and no more: nothing stops at it or asks about it. Null where
   * the very same is there.
   */
  expect(tagId: TagId, spans: readonly Span[]): { id: AnnotationId; touched: Set<number> } | null {
    const first = spans[0]
    if (!first || this.#isThere(tagId, spans, first.start)) return null
    const touched = new Set<number>()
    const id = this.#coming.add(tagId, spans)
    this.#add(id, tagId, spans, touched)
    return { id, touched }
  }

  #isThere(tagId: TagId, spans: readonly Span[], start: number): boolean {
    const { tag, annotation } = this.rows
    const here = this.inBlock(this.#index.blockAt(start)).filter((row) => tag[row] === tagId)
    return here.some((row) => areEqual(this.spansOf(annotation[row]! as AnnotationId), spans))
  }

  /** One that was expected does not come. Returns the blocks that look different: none where it has come. */
  giveUp(id: AnnotationId): Set<number> {
    const touched = new Set<number>()
    if (this.#coming.drop(id)) this.#remove(id, touched)
    return touched
  }

  #remove(id: AnnotationId, touched: Set<number>): void {
    this.#countBeginning(id, -1)
    for (const row of this.rows.rowsOf(id)) {
      this.#addBlocks(row, touched)
      this.#lists.remove(row)
    }
    this.rows.remove(id)
  }

  #add(id: AnnotationId, tag: number, spans: readonly Span[], touched: Set<number>): void {
    const rows = spans.map(({ start, end }) => this.rows.add(id, tag, start, end))
    for (let first = 0; first < rows.length; ) {
      let last = first
      while (this.rows.isJoined(rows[last]!)) last++
      const lane = laneBeside(this.#lanesTouching(spans[first]!.start, spans[last]!.end))
      for (const row of rows.slice(first, last + 1)) this.rows.lane[row] = lane
      first = last + 1
    }
    for (const row of rows) {
      this.#lists.add(row)
      this.#addBlocks(row, touched)
    }
    this.#countBeginning(id, 1)
  }

  #lanesTouching(from: number, to: number): Set<number> {
    const { start, end, lane } = this.rows
    const lanes = new Set<number>()
    const last = this.#index.blockAt(to)
    for (let block = this.#index.blockAt(from); block <= last; block++) {
      for (const other of this.laidOutIn(block)) {
        if (start[other]! <= to && end[other]! >= from) lanes.add(lane[other]!)
      }
    }
    return lanes
  }

  /** Gives the lanes of hidden annotations to the others; each block is laid out anew when it is drawn. */
  layOutLanes(isShown: IsShown): void {
    this.#lanes.anew(isShown)
  }

  #countBeginning(id: AnnotationId, more: 1 | -1): void {
    this.#numbers.clear()
    const first = this.rows.rowsOf(id)[0]
    if (first !== undefined) this.#begun?.add(this.#index.blockAt(this.rows.start[first]!), more)
  }

  /**
   * The annotations that begin in a block, hidden ones too, with their place among all of the text, from 1. One that is
   * expected has a place and is not named.
   */
  numbersIn(block: number): ReadonlyMap<AnnotationId, number> {
    const known = this.#numbers.get(block)
    if (known) return known
    this.#begun ??= this.#countBegun()
    let number = this.#begun.before(block)
    const numbers = new Map<AnnotationId, number>()
    for (const row of this.inBlock(block)) {
      if (!this.#beginsIn(block, row) || !this.rows.isFirst(row)) continue
      number += 1
      const id = this.rows.annotation[row]!
      if (!isComing(id)) numbers.set(id as AnnotationId, number)
    }
    this.#numbers.set(block, numbers)
    return numbers
  }

  /** How many begin in the blocks that begin at `start` or later and before `end`, hidden ones too. */
  begunBetween(start: number, end: number): number {
    this.#begun ??= this.#countBegun()
    const last = this.#index.blockAt(end)
    const beyond = this.#index.starts[last]! < end || end >= this.#index.length ? last + 1 : last
    return this.#begun.before(beyond) - this.#begun.before(this.#index.blockAt(start))
  }

  /** Which annotation of the text it is, from 1, and of how many, hidden ones too; undefined for one that has gone. */
  placeOf(id: AnnotationId): { number: number; of: number } | undefined {
    const first = this.rows.rowsOf(id)[0]
    if (first === undefined) return undefined
    const number = this.numbersIn(this.#index.blockAt(this.rows.start[first]!)).get(id)
    return number === undefined ? undefined : { number, of: this.#begun!.before(this.#index.blockCount) }
  }

  #countBegun(): RunningCounts {
    const counts = new Int32Array(this.#index.blockCount)
    for (let block = 0; block < counts.length; block++) {
      for (const row of this.inBlock(block)) {
        if (this.#beginsIn(block, row) && this.rows.isFirst(row)) counts[block]!++
      }
    }
    return new RunningCounts(counts)
  }

  #beginsIn(block: number, row: number): boolean {
    return this.rows.start[row]! >= this.#index.starts[block]!
  }

  spansOf(id: AnnotationId): Span[] {
    return this.rows.rowsOf(id).map((row) => ({ start: this.rows.start[row]!, end: this.rows.end[row]! }))
  }

  tagOf(id: AnnotationId): TagId | undefined {
    const row = this.rows.rowsOf(id)[0]
    return row === undefined ? undefined : (this.rows.tag[row]! as TagId)
  }

  /** All shown annotations; a discontinuous one stands where it begins. */
  inReadingOrder(isShown: IsShown): AnnotationId[] {
    const ids: AnnotationId[] = []
    for (const row of this.shownRows(isShown)) {
      const id = this.rows.annotation[row]!
      if (this.rows.isFirst(row) && !isComing(id)) ids.push(id as AnnotationId)
    }
    return ids
  }

  /** The rows of all shown annotations in reading order. Costs what is there. */
  shownRows(isShown: IsShown): Int32Array {
    const { tag, start } = this.rows
    const shown = new Int32Array(start.length)
    const ofTag: boolean[] = []
    let count = 0
    for (let block = 0; block < this.#index.blockCount; block++) {
      const from = this.#index.starts[block]!
      for (const row of this.inBlock(block)) {
        if (start[row]! < from) continue
        ofTag[tag[row]!] ??= isShown(tag[row]!)
        if (ofTag[tag[row]!]) shown[count++] = row
      }
    }
    return shown.subarray(0, count)
  }

  /** Shown annotations over the character at an offset, the shortest first. */
  at(offset: number, isShown: IsShown): AnnotationId[] {
    const { start, end, tag, annotation } = this.rows
    return [...this.inBlock(this.#index.blockAt(offset))]
      .filter((row) => start[row]! <= offset && offset < end[row]! && isShown(tag[row]!))
      .sort((a, b) => end[a]! - start[a]! - (end[b]! - start[b]!) || this.rows.compare(b, a))
      .map((row) => annotation[row]! as AnnotationId)
      .filter((id) => !isComing(id))
  }

  /** The next or previous shown annotation in reading order; a discontinuous one counts where it begins. */
  neighbour(
    from: { annotation: AnnotationId } | { offset: number },
    step: 1 | -1,
    isShown: IsShown,
  ): AnnotationId | null {
    const here = 'annotation' in from ? this.rows.rowsOf(from.annotation)[0] : undefined
    if ('annotation' in from && here === undefined) return null
    const offset = 'offset' in from ? from.offset : this.rows.start[here!]!
    const isBeyond = (row: number) => {
      if (here !== undefined) return this.rows.compare(row, here) * step > 0
      return step > 0 ? this.rows.start[row]! >= offset : this.rows.start[row]! < offset
    }

    for (
      let block = this.#index.blockAt(offset);
      block >= 0 && block < this.#index.blockCount;
      block += step
    ) {
      const list = this.inBlock(block)
      const inStep = step > 0 ? list : list.toReversed()
      const found = inStep.find(
        (row) =>
          this.#beginsIn(block, row) &&
          isBeyond(row) &&
          this.rows.isFirst(row) &&
          !isComing(this.rows.annotation[row]!) &&
          isShown(this.rows.tag[row]!),
      )
      if (found !== undefined) return this.rows.annotation[found]! as AnnotationId
    }
    return null
  }
}

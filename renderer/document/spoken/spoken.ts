import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { TextIndex } from '../text/text-index.ts'

/** A stretch of a block that the same annotations lie over, with what is said before and after it. */
export interface SpokenSegment {
  start: number
  end: number
  before: string
  after: string
}

const key = new PluginKey<DecorationSet>('spoken')

/** Holds the marks that name annotations within the text for a screen reader; none until they are asked for. */
export const spokenMarks = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, marks) => (tr.getMeta(key) as DecorationSet | undefined) ?? marks,
  },
  props: { decorations: (state) => key.getState(state) },
})

/**
 * Draws annotations as `<mark>` elements that say where one begins and ends, since a screen reader hears nothing of
 * highlights. They are not seen: the highlights are painted over them as over any text. Costs about the time of
 * opening the text once more, and each change what it touches.
 */
export class Spoken {
  readonly #view: EditorView
  readonly #index: TextIndex
  readonly #segmentsOf: (block: number) => SpokenSegment[]
  #isOn = false

  constructor(view: EditorView, index: TextIndex, segmentsOf: (block: number) => SpokenSegment[]) {
    this.#view = view
    this.#index = index
    this.#segmentsOf = segmentsOf
  }

  get isOn(): boolean {
    return this.#isOn
  }

  /** Whether that changed what is in the page. */
  set(isOn: boolean): boolean {
    if (isOn === this.#isOn) return false
    this.#isOn = isOn
    if (isOn) this.draw()
    else this.#show(DecorationSet.empty)
    return true
  }

  /** Draws all of them anew. */
  draw(): void {
    if (!this.#isOn) return
    const marks: Decoration[] = []
    for (let block = 0; block < this.#index.blockCount; block++) marks.push(...this.#marksIn(block))
    this.#show(DecorationSet.create(this.#view.state.doc, marks))
  }

  /** Draws those of some blocks anew. */
  patch(blocks: Iterable<number>): void {
    if (!this.#isOn) return
    const { doc } = this.#view.state
    let marks = key.getState(this.#view.state) ?? DecorationSet.empty
    for (const block of blocks) {
      const from = this.#index.toPosition(this.#index.starts[block]!)
      const to = this.#index.toPosition(this.#index.ends[block]!)
      marks = marks.remove(marks.find(from, to)).add(doc, this.#marksIn(block))
    }
    this.#show(marks)
  }

  #marksIn(block: number): Decoration[] {
    return this.#segmentsOf(block).map(({ start, end, before, after }) =>
      Decoration.inline(this.#index.toPosition(start), this.#index.toPosition(end), {
        nodeName: 'mark',
        class: 'spoken',
        ...(before && { 'data-before': before }),
        ...(after && { 'data-after': after }),
      }),
    )
  }

  #show(marks: DecorationSet): void {
    this.#view.dispatch(this.#view.state.tr.setMeta(key, marks))
  }
}

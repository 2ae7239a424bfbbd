import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { lastAtOrBefore } from './text-index.ts'

const key = new PluginKey<DecorationSet>('built')

// So few are built at once: it takes no longer than to come back to them.
const fewSections = 4
/** The browser lays out a screen and a half beyond the window, and what stands there is to have its true height at once. */
const linesAround = 150
/** A slice takes a few milliseconds, so that a key that is pressed meanwhile does not wait. */
const sectionsPerSlice = 8
const longestWaitMs = 60

/**
 * Builds the elements of a long text: first the sections that are asked for, then, while nothing else is to be done,
 * all others from there outwards. Until then a section is an empty box of its estimated height. ProseMirror draws a
 * section anew when it gets a decoration, and only then with what is in it.
 */
export class SectionBuilder {
  readonly plugin: Plugin<DecorationSet>
  readonly #doc: Node
  readonly #positions: number[] = []
  readonly #isBuilt: boolean[]
  /** In the order in which they are built when there is time. */
  readonly #waiting: number[]
  #view: EditorView | null = null
  #prepare: () => void = () => undefined
  #asked = 0

  /** `position`: of the text that is wanted first. */
  constructor(doc: Node, position: number) {
    this.#doc = doc
    doc.forEach((_section, at) => {
      this.#positions.push(at)
    })
    const wanted = lastAtOrBefore(this.#positions, position)
    const { first, last } = this.#around(wanted, position)
    const areFew = this.#positions.length <= fewSections
    this.#isBuilt = this.#positions.map((_, i) => areFew || (first <= i && i <= last))
    this.#waiting = this.#positions
      .map((_, i) => i)
      .filter((i) => !this.#isBuilt[i])
      .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    this.plugin = new Plugin<DecorationSet>({
      key,
      state: {
        init: () => this.#marks(),
        apply: (tr, marks) => (tr.getMeta(key) as DecorationSet | undefined) ?? marks,
      },
      props: { decorations: (state) => key.getState(state) },
    })
  }

  #around(section: number, position: number): { first: number; last: number } {
    const lines = (at: number): number => this.#doc.child(at).attrs.lines
    const share = (position - this.#positions[section]!) / this.#doc.child(section).nodeSize
    let [first, last] = [section, section]
    for (let above = lines(section) * share; first > 0 && above < linesAround; above += lines(first)) first--
    for (
      let below = lines(section) * (1 - share);
      last < this.#positions.length - 1 && below < linesAround;
      below += lines(last)
    )
      last++
    return { first, last }
  }

  /** `prepare` is called before each change of the page. */
  attach(view: EditorView, prepare: () => void): void {
    this.#view = view
    this.#prepare = prepare
  }

  build(section: number): void {
    if (!this.#isBuilt[section]) this.#buildAll([section])
  }

  buildRest(): void {
    if (this.#waiting.length > 0) this.#buildAll(this.#waiting)
  }

  /** Builds the rest bit by bit. To be called when what is on the screen has been painted; again does no harm. */
  goOn(): void {
    if (this.#waiting.length === 0 || this.#asked !== 0) return
    this.#asked = requestIdleCallback(
      () => {
        this.#asked = 0
        this.#buildAll(this.#waiting.slice(0, sectionsPerSlice))
        this.goOn()
      },
      { timeout: longestWaitMs },
    )
  }

  #buildAll(sections: readonly number[]): void {
    if (!this.#view) return
    this.#prepare()
    for (const section of sections) this.#isBuilt[section] = true
    const left = this.#waiting.filter((section) => !this.#isBuilt[section])
    this.#waiting.splice(0, this.#waiting.length, ...left)
    this.#view.dispatch(this.#view.state.tr.setMeta(key, this.#marks()))
  }

  #marks(): DecorationSet {
    const marks: Decoration[] = []
    for (const [i, at] of this.#positions.entries())
      if (this.#isBuilt[i]) marks.push(Decoration.node(at, at + this.#doc.child(i).nodeSize, {}))
    return DecorationSet.create(this.#doc, marks)
  }

  end(): void {
    cancelIdleCallback(this.#asked)
    this.#view = null
  }
}

/** Whether a section that is drawn with these decorations is one that is built. */
export const hasBuilt = (decorations: readonly Decoration[]): boolean => decorations.length > 0

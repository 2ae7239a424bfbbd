import type { XmlTag } from '../../../xml/xml-reader.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import type { CorpusEvents } from './corpus-walk.ts'
import type { OthersWork } from './others-work.ts'
import { besideTextsIn, isInOthersPassage, type OurWork, othersPassages } from './our-work.ts'
import { StandOffReading } from './stand-off.ts'
import type { StandOffKind } from './texts-pass.ts'

/** The second way through a file: takes what points into its texts, which are all there. */
export class AnnotationsPass implements CorpusEvents {
  readonly #standOffs: Iterator<StandOffKind>
  readonly #ours: OurWork
  readonly #others: OthersWork
  /** Null where the `standOff` is ours. */
  #reading: StandOffReading | null = null

  constructor(standOffs: Iterable<StandOffKind>, { ours, others }: { ours: OurWork; others: OthersWork }) {
    this.#standOffs = standOffs[Symbol.iterator]()
    this.#ours = ours
    this.#others = others
  }

  beside(element: XmlElement): void {
    if (element.name === 'annotation') this.#ours.annotation(element)
  }

  standOff(): void {
    const { value } = this.#standOffs.next()
    this.#reading = value === 'ours' ? null : new StandOffReading(this.#others, value)
  }

  around(tag: XmlTag, inside: readonly XmlTag[]): void {
    if (!this.#reading && othersPassages.has(tag.name) && !isInOthersPassage(inside)) this.#ours.lost++
  }

  apart(element: XmlElement, inside: readonly XmlTag[] | null): void {
    if (inside === null) return
    if (this.#reading) this.#reading.part(element, inside)
    else if (!isInOthersPassage(inside)) {
      for (const one of besideTextsIn(element)) {
        if (one.name === 'annotation') this.#ours.annotation(one)
        else if (othersPassages.has(one.name)) this.#ours.lost++
      }
    }
  }
}

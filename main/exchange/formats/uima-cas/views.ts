import type { Cas } from './cas.ts'
import { isOfPrograms } from './layers.ts'

/** A CAS may have several views, each with a text of its own; one document is the first that has a text. */
export class Views {
  readonly #ofStructures = new Map<string, string>()
  #first: string | null = null

  /** A view by the id of its sofa, in the order of the file. */
  view(cas: Cas, id: string, text: string | null): void {
    if (text === null) return
    if (cas.text === null) {
      cas.text = text
      this.#first = id
    } else if (text !== cas.text) cas.otherTexts += 1
  }

  /** Which view a structure is of; views may come after it. */
  note(structure: string, view: string): void {
    this.#ofStructures.set(structure, view)
  }

  /** Takes away what is of other views, when all is read. */
  finish(cas: Cas): Cas {
    for (const [id, view] of this.#ofStructures) {
      if (this.#first === null || view === this.#first) continue
      if (!isOfPrograms(cas.structures.get(id)!.type)) cas.ofOtherViews += 1
      cas.structures.delete(id)
    }
    return cas
  }
}

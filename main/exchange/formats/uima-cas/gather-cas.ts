import type { Cas, CasStructure } from './cas.ts'
import { gatherCollections } from './collections.ts'
import { IdSet } from './id-set.ts'
import { isEverywhere, isOfPrograms } from './layers.ts'
import { casMetadata, documentMetaData, type TypeSystem } from './types.ts'

const aboutTheText = new Set([documentMetaData, casMetadata, 'uima.tcas.DocumentAnnotation'])

/** What becomes of the structures of a type: words and sentences, of which there are millions, are held by nobody. */
export type Keeping = 'held' | 'counted' | 'passed over'

export function keepingOf(type: string): Keeping {
  if (aboutTheText.has(type) || !isOfPrograms(type)) return 'held'
  return isEverywhere(type) ? 'passed over' : 'counted'
}

/**
 * A CAS while it is read. It may have several views, each with a text of its own; one document is the first that has a
 * text.
 */
export class CasGathering {
  readonly cas: Cas
  readonly #ids = new IdSet()
  readonly #views = new Map<string, string>()
  readonly #counted = new Map<string | undefined, number>()
  #first: string | null = null

  constructor(types: TypeSystem) {
    this.cas = { text: null, types, structures: new Map(), ofPrograms: 0, ofOtherViews: 0, otherTexts: 0 }
  }

  /** A view by the id of its sofa, in the order of the file. */
  view(id: string, text: string | null): void {
    if (text === null) return
    if (this.cas.text === null) {
      this.cas.text = text
      this.#first = id
    } else if (text !== this.cas.text) this.cas.otherTexts += 1
  }

  /** False where a structure has this id already. */
  isNew(id: string): boolean {
    return this.#ids.add(id)
  }

  /** `view` is the id of the one it is of, which may come after it. */
  count(view: string | undefined): void {
    this.#counted.set(view, (this.#counted.get(view) ?? 0) + 1)
  }

  hold(structure: CasStructure, view: string | undefined): void {
    this.cas.structures.set(structure.id, structure)
    if (view !== undefined) this.#views.set(structure.id, view)
  }

  /** Puts collections into what holds them, lets `refine` see all, and lets go of what is of other views. */
  finish(refine: (cas: Cas) => void = () => {}): Cas {
    const { cas } = this
    gatherCollections(cas)
    refine(cas)
    for (const [id, view] of this.#views) {
      const structure = cas.structures.get(id)
      if (!structure || this.#isOfFirst(view)) continue
      if (!isOfPrograms(structure.type)) cas.ofOtherViews += 1
      cas.structures.delete(id)
    }
    for (const [view, count] of this.#counted) {
      if (view === undefined || this.#isOfFirst(view)) cas.ofPrograms += count
    }
    return cas
  }

  #isOfFirst(view: string): boolean {
    return this.#first === null || view === this.#first
  }
}

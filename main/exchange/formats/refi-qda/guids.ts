import type { Kind } from '../../../../db/repositories/dataset.ts'
import { derivedGuid, isGuid } from '../../../codebook/guid.ts'
import type { Dataset } from '../../dataset.ts'

/**
 * The GUID of every record of a dataset, in small letters: the id itself where it is one and nothing else in the file
 * has it, else one that follows from the id, so that it is the same each time.
 */
export class Guids {
  #used = new Set<string>()
  #of = new Map<Kind, Map<string, string>>()

  constructor(dataset: Dataset) {
    const lists: [Kind, readonly { id: string }[]][] = [
      ['annotator', dataset.annotators],
      ['tag', dataset.tags],
      ['document', dataset.documents],
      ['annotation', dataset.annotations],
      ['speaker', dataset.speakers],
      ['claim', dataset.claims],
      ['link', dataset.links],
      ['memo', dataset.memos],
    ]
    // What has a GUID keeps it, whatever is derived for another one.
    for (const [kind, records] of lists) {
      const known = new Map<string, string>()
      this.#of.set(kind, known)
      for (const { id } of records) {
        const lower = id.toLowerCase()
        // No second string where it is the same.
        const guid = lower === id ? id : lower
        if (!isGuid(id) || this.#used.has(guid)) continue
        this.#used.add(guid)
        known.set(id, guid)
      }
    }
    for (const [kind, records] of lists) {
      const known = this.#of.get(kind)!
      for (const { id } of records) if (!known.has(id)) known.set(id, this.derived(kind, id))
    }
  }

  of(kind: Kind, id: string): string {
    return this.#of.get(kind)!.get(id)!
  }

  /** One for what is no record of its own, the same whenever it is asked for: as often as that, nothing is kept of it. */
  derivedOnce(kind: string, of: string): string {
    return this.#free(kind, of)
  }

  /** Another one each time; asked for in the same order they are the same. */
  derived(kind: string, of: string): string {
    const guid = this.#free(kind, of)
    this.#used.add(guid)
    return guid
  }

  #free(kind: string, of: string): string {
    let guid = derivedGuid(kind, of)
    for (let again = 2; this.#used.has(guid); again++) guid = derivedGuid(kind, `${of} ${again}`)
    return guid
  }
}

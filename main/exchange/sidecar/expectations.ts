import type { Kind } from '../../../db/repositories/dataset.ts'
import type * as Data from '../dataset.ts'
import type { Incoming, WrittenFiles } from '../formats/annotation-format.ts'
import { ComparedKind } from './compared-kind.ts'
import { kinds, type Records, recordsOfDataset, recordsOfReading, renamed } from './records.ts'

/**
 * How what has just been written reads again: without it nobody could tell later what another program has changed
 * from what the format never held.
 */
export interface Expectations {
  project: Incoming['project']
  /**
   * Our records in their order, each with the ids that the reader gives to what it became; none where the format does
   * not hold it at all. Annotations only where that is anything but their own id.
   */
  ids(kind: Kind): Iterable<[ours: string, ...theirs: string[]]>
  /** What a field reads as where nothing else is said, though our records say otherwise. */
  usual: Map<Kind, ReadonlyMap<string, unknown>>
  /** What single fields read as, by the reader’s id. */
  single: Map<Kind, Map<string, Map<string, unknown>>>
  /** What the reader gives though no record of ours became it, such as somebody whose work all of it is. */
  invented: Map<Kind, string[]>
  /** Our records that do not come back as they are. */
  changed: Map<Kind, Set<string>>
  /** Whether all comes back in the order it had, under ids that are known for ours. */
  isPlain: boolean
}

/**
 * Compares a reading with what was written, record by record as they come, and keeps of each no more than what is not
 * as it was: the reading of a large dataset need not be held.
 */
export class ReadingCompared {
  readonly #project: Data.Dataset['project']
  readonly #kinds: ReadonlyMap<Kind, ComparedKind>

  constructor(dataset: Data.Dataset, readAs: WrittenFiles['readAs']) {
    const ours = recordsOfDataset(dataset)
    this.#project = dataset.project
    this.#kinds = new Map(kinds.map((kind) => [kind, new ComparedKind(kind, ours[kind], readAs.get(kind))]))
  }

  /** What is read before everything else, and `end` does not see again. */
  takeAhead({ annotations, links }: Pick<Incoming, 'annotations' | 'links'>): void {
    this.#take('annotation', annotations)
    this.#take('link', links)
  }

  /** The string that is held here for the reader’s id, where there is one. */
  heldId(kind: 'annotation' | 'link', id: string): string {
    return this.#kinds.get(kind)!.heldId(id)
  }

  end(incoming: Incoming): Expectations {
    const theirs = recordsOfReading(incoming)
    for (const kind of kinds) this.#take(kind, theirs[kind])
    for (const compared of this.#kinds.values()) compared.forgetPlaces()
    const { project } = incoming
    const { name, description } = this.#project
    const isProjectPlain = project?.name === name && project.description === description
    const ofEach = <T>(what: (compared: ComparedKind) => T): Map<Kind, T> =>
      new Map([...this.#kinds].map(([kind, compared]) => [kind, what(compared)]))
    return {
      project,
      ids: (kind) => this.#kinds.get(kind)!.ids(),
      usual: ofEach((compared) => compared.usual()),
      single: ofEach((compared) => compared.single()),
      invented: ofEach(({ invented }) => invented),
      changed: ofEach((compared) => compared.changed()),
      isPlain: isProjectPlain && [...this.#kinds.values()].every((compared) => compared.isPlain()),
    }
  }

  #take<K extends Kind>(kind: K, records: readonly Records[K][number][]): void {
    const compared = this.#kinds.get(kind)!
    const toOurs = (other: Kind, id: string): string => this.#kinds.get(other)!.oursOf(id)
    for (const record of records) compared.take(record.id, renamed(kind, record, toOurs))
  }
}

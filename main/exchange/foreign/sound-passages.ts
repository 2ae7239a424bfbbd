import type { Incoming, IncomingAnnotation } from '../formats/annotation-format.ts'

/**
 * Which annotations of a reading are sound: no other had their id before, and what they refer to is there. They may be
 * asked for as they come, once the texts are there.
 */
export class SoundPassages {
  readonly #there: Record<'tag' | 'annotator' | 'document' | 'claim' | 'speaker', GrowingIds>
  readonly #seen = new Set<string>()
  readonly #unsound = new Set<string>()
  /** How many were not. */
  gone = 0

  constructor({ tags, annotators, documents, claims, speakers }: Incoming) {
    this.#there = {
      ...{ tag: new GrowingIds(tags), annotator: new GrowingIds(annotators) },
      ...{ document: new GrowingIds(documents), claim: new GrowingIds(claims) },
      speaker: new GrowingIds(speakers),
    }
  }

  /** Those that are sound, without claims and speakers that are not there. */
  of(annotations: readonly IncomingAnnotation[]): IncomingAnnotation[] {
    const sound = annotations.filter((annotation) => this.#isSound(annotation))
    this.gone += annotations.length - sound.length
    return sound.map((annotation) => {
      const claim = annotation.claim !== null && this.#there.claim.has(annotation.claim)
      const speaker = annotation.speaker !== null && this.#there.speaker.has(annotation.speaker)
      const isWhole = claim === (annotation.claim !== null) && speaker === (annotation.speaker !== null)
      if (isWhole) return annotation
      return {
        ...annotation,
        ...{ claim: claim ? annotation.claim : null, speaker: speaker ? annotation.speaker : null },
      }
    })
  }

  /** Whether a sound annotation of that id has come. */
  has(id: string): boolean {
    return this.#seen.has(id) && !this.#unsound.has(id)
  }

  #isSound({ id, tag, annotator, document }: IncomingAnnotation): boolean {
    if (this.#seen.has(id)) return false
    this.#seen.add(id)
    const { tag: tags, annotator: annotators, document: documents } = this.#there
    if (tags.has(tag) && annotators.has(annotator) && documents.has(document)) return true
    this.#unsound.add(id)
    return false
  }
}

/** The ids of a list to which more is added now and then. */
class GrowingIds {
  readonly #list: readonly { id: string }[]
  readonly #ids = new Set<string>()
  #known = 0

  constructor(list: readonly { id: string }[]) {
    this.#list = list
  }

  has(id: string): boolean {
    for (; this.#known < this.#list.length; this.#known++) this.#ids.add(this.#list[this.#known]!.id)
    return this.#ids.has(id)
  }
}

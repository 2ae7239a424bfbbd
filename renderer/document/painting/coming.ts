import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'

// Above the numbers that a project gives, so that they lie above what is there, as they will.
const first = 0x7f000000

/** Whether the number is of an annotation that is drawn before the project has it. */
export const isComing = (id: number): boolean => id >= first

interface Drawn {
  id: AnnotationId
  tagId: TagId
  spans: readonly Span[]
}

/** Annotations that are drawn before the project has them, under numbers of their own. */
export class Coming {
  #count = 0
  #drawn: Drawn[] = []

  add(tagId: TagId, spans: readonly Span[]): AnnotationId {
    const id = (first + this.#count) as AnnotationId
    this.#count += 1
    this.#drawn.push({ id, tagId, spans })
    return id
  }

  /** The one that is drawn like this, which from then on is not coming any more. */
  take(tagId: TagId, spans: readonly Span[]): AnnotationId | undefined {
    const found = this.#drawn.find((one) => one.tagId === tagId && areEqual(one.spans, spans))
    if (found) this.drop(found.id)
    return found?.id
  }

  /** False for one that has come or is dropped already. */
  drop(id: AnnotationId): boolean {
    const before = this.#drawn.length
    this.#drawn = this.#drawn.filter((one) => one.id !== id)
    return this.#drawn.length < before
  }
}

export function areEqual(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, i) => start === others[i]?.start && end === others[i].end)
  )
}

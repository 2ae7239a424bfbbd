import { standardTags } from '../../../db/standard-codebook.ts'
import { standardLinkTypes } from '../../../preload/contract/link-type.ts'
import type * as Data from '../dataset.ts'
import type { Doubt, Incoming, IncomingDocument, ReadingOptions } from '../formats/annotation-format.ts'

/** When something was made, where a file does not say: what has no moment gets that of the import. */
export const unknownMoment = ''
/** Of tags and link types that come without a colour. */
export const plainColor = '#6b7280'

/**
 * What a reader finds, put together. People, tags and link types come from other programs as names: each name is one
 * of them and its own id, but the standard tags and link types keep theirs.
 */
export class Gathering {
  readonly incoming: Incoming = {
    ...{ project: null, annotators: [], speakers: [], tags: [], linkTypes: [], documents: [], claims: [] },
    ...{ annotations: [], links: [], memos: [], leftOut: [], doubts: [] },
  }
  readonly #away: ReadingOptions['away']

  constructor({ away }: Pick<ReadingOptions, 'away'> = {}) {
    this.#away = away
  }

  /** Takes a document and gives it as it is kept: its text and its file may lie elsewhere then. */
  document(document: IncomingDocument): IncomingDocument {
    const kept = this.#away?.document(document) ?? document
    this.incoming.documents.push(kept)
    return kept
  }

  /** Ids, each as it was first given: what refers to it need not hold a string of its own. */
  readonly #known = new Map<string, string>()
  readonly #leftOut = new Map<string, number>()

  annotator(name: string, id = idOf(name)): string {
    return this.#once('annotator', id, this.incoming.annotators, () => ({ id, name }))
  }

  speaker(name: string, id = idOf(name)): string {
    const shape = { id, name, kind: 'unknown' as const, variants: [] }
    return this.#once('speaker', id, this.incoming.speakers, () => shape)
  }

  /** What is given holds where the tag is new to this reading. */
  tag(name: string, given: Partial<Data.Tag> = {}): string {
    const known = given.id === undefined ? undefined : this.#known.get(`tag ${given.id}`)
    if (known !== undefined) return known
    const tag = { ...plainTag(name), ...given }
    return this.#once('tag', tag.id, this.incoming.tags, () => tag)
  }

  linkType(name: string, given: Partial<Data.LinkType> = {}): string {
    const linkType = { ...plainLinkType(name), ...given }
    return this.#once('link type', linkType.id, this.incoming.linkTypes, () => linkType)
  }

  /** Counts something that the reader cannot take; `what` in the plural. */
  leaveOut(what: string, count = 1): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count)
  }

  doubt(where: string, what: string, about?: Doubt['about']): void {
    this.incoming.doubts.push({ where, what, ...(about && { about }) })
  }

  finish(): Incoming {
    for (const [what, count] of this.#leftOut) if (count > 0) this.incoming.leftOut.push({ what, count })
    return this.incoming
  }

  #once<T>(kind: string, id: string, list: T[], make: () => T): string {
    const key = `${kind} ${id}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    list.push(make())
    this.#known.set(key, id)
    return id
  }
}

/** The id of what is known by its name alone; never that of a standard tag or link type. */
function idOf(name: string): string {
  return `name:${name}`
}

/** What a tag is when nothing is known of it; lists of its own, since readers add to them. */
export const emptyTag = (): Omit<Data.Tag, 'id' | 'name' | 'color'> => ({
  role: 'none',
  key: '',
  parent: null,
  definition: '',
  include: '',
  exclude: '',
  examples: [],
  attributes: [],
})

/** The tag that a name stands for: a standard one, or one of which nothing else is known. */
export function plainTag(name: string): Data.Tag {
  const {
    uid: id,
    role,
    color,
  } = standardTags.find((tag) => tag.name === name) ?? {
    ...{ uid: idOf(name), role: 'none', color: plainColor },
  }
  return { ...emptyTag(), id, name, role, color }
}

export function plainLinkType(name: string): Data.LinkType {
  const standard = standardLinkTypes.find((type) => type.name === name)
  if (standard === undefined) {
    const shape = { symmetric: false, color: plainColor, sourceRoles: [], targetRoles: [] }
    return { id: idOf(name), name, ...shape }
  }
  const { uid: id, symmetric, color, sourceRoles, targetRoles } = standard
  return { id, name, symmetric, color, sourceRoles: [...sourceRoles], targetRoles: [...targetRoles] }
}

import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { Found, Newcomer } from '../../../preload/contract/annotation-import.ts'
import type * as Data from '../dataset.ts'
import type { Arriving } from '../sidecar/arriving.ts'

type NewcomersFrom = Pick<Arriving, 'tags' | 'linkTypes' | 'annotators' | 'links' | 'memos' | 'foreign'> & {
  annotations: readonly Pick<Data.Annotation, 'tag' | 'annotator'>[]
}

/** The tags, link types and annotators that arrive, each with the one of the project that it likely is. */
export function newcomersOf(
  { annotators, linkTypes, tags }: Repositories,
  arriving: NewcomersFrom,
  me: string,
): Pick<Found, 'tags' | 'linkTypes' | 'annotators'> {
  const uses = (ids: Iterable<string>): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
  const isForeign = (kind: Kind, id: string): boolean => arriving.foreign.get(kind)?.has(id) ?? false
  const tagUses = uses(arriving.annotations.map(({ tag }) => tag))
  const typeUses = uses(arriving.links.map(({ linkType }) => linkType))
  const workUses = uses(
    [...arriving.annotations, ...arriving.links, ...arriving.memos].map(({ annotator }) => annotator),
  )
  return {
    tags: arriving.tags.map((tag) => newcomer(tag, tagUses, tags.list(), isForeign('tag', tag.id))),
    linkTypes: arriving.linkTypes.map((type) =>
      newcomer(type, typeUses, linkTypes.list(), isForeign('link_type', type.id)),
    ),
    annotators: arriving.annotators.map((annotator) =>
      // Nobody is named: it is the work of whoever brings it.
      isUnnamed(arriving, annotator)
        ? { id: annotator.id, name: me, uses: workUses.get(annotator.id) ?? 0, same: null, isKnown: true }
        : newcomer(annotator, workUses, annotators.list(), isForeign('annotator', annotator.id)),
    ),
  }
}

function newcomer(
  { id, name }: { id: string; name: string },
  uses: ReadonlyMap<string, number>,
  known: readonly { uid: string; name: string }[],
  isForeign: boolean,
): Newcomer {
  const isKnown = !isForeign && known.some(({ uid }) => uid === id)
  const likely = isKnown ? id : known.find((other) => alike(other.name, name))?.uid
  return { id, name, uses: uses.get(id) ?? 0, same: likely ?? null, isKnown }
}

/** Whether the files do not say whose work it is: then it is that of whoever brings it in. */
export function isUnnamed(
  { foreign }: Pick<Arriving, 'foreign'>,
  { id, name }: { id: string; name: string },
): boolean {
  return name.trim() === '' && (foreign.get('annotator')?.has(id) ?? false)
}

/** Whether two names are one: whatever the case, and with `_` and `-` for spaces, which some formats cannot have. */
export function alike(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

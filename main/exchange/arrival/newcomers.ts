import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { Found, Newcomer } from '../../../preload/contract/annotation-import.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type * as Data from '../dataset.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { type Named, theSameHere } from './the-same-here.ts'

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
  const likely = (kind: Kind, theirs: readonly Named[], ours: readonly Named[]) => {
    const own = new Set(ours.map(({ id }) => id))
    const isKnown = (id: string): boolean => !isForeign(kind, id) && own.has(id)
    const same = theSameHere(theirs, ours, isKnown)
    return ({ id, name }: Named, uses: ReadonlyMap<string, number>): Newcomer => ({
      ...{ id, name, uses: uses.get(id) ?? 0 },
      ...{ same: same.get(id) ?? null, isKnown: isKnown(id) },
    })
  }
  const ourTags = tags.list()
  const uidOf = new Map(ourTags.map(({ id, uid }) => [id, uid]))
  const tag = likely(
    'tag',
    arriving.tags,
    ourTags.map(({ uid, name, parentId }) => ({
      ...{ id: uid, name },
      parent: parentId === null ? null : (uidOf.get(parentId) ?? null),
    })),
  )
  const linkType = likely('link_type', arriving.linkTypes, byUid(linkTypes.list()))
  const named = arriving.annotators.filter((annotator) => !isUnnamed(arriving, annotator))
  const annotator = likely('annotator', named, byUid(annotators.list()))
  return {
    tags: arriving.tags.map((one) => tag(one, tagUses)),
    linkTypes: arriving.linkTypes.map((one) => linkType(one, typeUses)),
    annotators: arriving.annotators.map((one) =>
      // Nobody is named: it is the work of whoever brings it.
      isUnnamed(arriving, one)
        ? { id: one.id, name: me, uses: workUses.get(one.id) ?? 0, same: null, isKnown: true }
        : annotator(one, workUses),
    ),
  }
}

const byUid = (all: readonly { uid: string; name: string }[]): Named[] =>
  all.map(({ uid, name }) => ({ id: uid, name }))

/** A person goes through them, and every list of them in the window is drawn whole. */
const most = 10_000

/** Fails with `unreadable` where more tags, link types or annotators arrive than anybody has. */
export function refuseTooMany({
  tags,
  linkTypes,
  annotators,
}: Pick<Arriving, 'tags' | 'linkTypes' | 'annotators'>): void {
  const kinds = [
    ['tags', tags],
    ['link types', linkTypes],
    ['annotators', annotators],
  ] as const
  const tooMany = kinds.find(([, all]) => all.length > most)
  if (!tooMany) return
  const [kind, { length }] = tooMany
  throw new Failure(
    'unreadable',
    `This names ${length.toLocaleString('en')} different ${kind}, and no more than ${most.toLocaleString('en')} come in: see whether words or numbers stand where ${kind} should.`,
  )
}

/** Whether the files do not say whose work it is: then it is that of whoever brings it in. */
export function isUnnamed(
  { foreign }: Pick<Arriving, 'foreign'>,
  { id, name }: { id: string; name: string },
): boolean {
  return name.trim() === '' && (foreign.get('annotator')?.has(id) ?? false)
}

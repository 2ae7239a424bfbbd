import { recordApart } from '../../../db/record-apart.ts'
import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { Join } from '../../../db/undo/joining.ts'
import type { BroughtIn, LeftOutByChoice, Taking } from '../../../preload/contract/annotation-import.ts'
import type { RevisionId } from '../../../preload/contract/ids.ts'
import { freeColor } from '../../../preload/contract/palette.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type { ProjectContext, Task } from '../../project-context.ts'
import type * as Data from '../dataset.ts'
import { insertingDataset } from '../insert-dataset.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { isTooMuchToHold, lengthOf, sizeOf } from '../spool/distant.ts'
import { comparing, withoutAdded } from './differences.ts'
import { kindsInWords, takenAway } from './kinds-in-words.ts'
import { type Match, matchDocuments } from './match-documents.ts'
import { isUnnamed } from './newcomers.ts'
import { type Places, placed, placing } from './places.ts'
import { inSlices } from './slices.ts'
import { stableIds } from './stable-ids.ts'
import { takeDifferences } from './take-differences.ts'
import { type Coming, doubtsAbout, whatComes } from './what-comes.ts'

/** Newcomers that are one of the project’s own, by kind and arriving id; all others are new. */
export type Mapping = Record<'tag' | 'link_type' | 'annotator', ReadonlyMap<string, string>>

export interface Bringing {
  arriving: Arriving
  /** Where passages were found before; they are there still as long as the text is what it was. */
  places: Places
  /** Asked once nobody else can change the project. */
  mapping: (repositories: Repositories) => Mapping
  /** What the step is called. */
  label: string
  /** The step that it becomes a part of. */
  joins: Join | undefined
  taking: Taking
  leaveOut: LeftOutByChoice
}

/**
 * Puts what has arrived into the project as one step of the history, or nothing of it. Meanwhile everyone reads the
 * project as it was. Fails with `cancelled`.
 */
export function bringIn(
  context: ProjectContext,
  { label, joins, ...bringing }: Bringing,
  { signal, progress }: Task,
): Promise<BroughtIn> {
  const told = (done: number, of: number): void => progress(done, of, 'Bringing the annotations in')
  const prepared = new Map<string, RevisionId>()
  const texts = (done: number, of: number): void => progress(done, of, 'Bringing the texts in')
  return recordApart(
    context.project,
    label,
    function* (repositories) {
      const { project } = context
      return yield* takeIn(
        { ...context, project: { ...project, repositories } },
        { ...bringing, prepared },
        told,
      )
    },
    {
      joins,
      drive: (work) => inSlices(work, signal),
      ahead: isLong(bringing.arriving)
        ? (repositories) =>
            preparing(repositories, bringing.arriving, {
              prepared,
              imported: context.project.now(),
              progress: texts,
            })
        : undefined,
    },
  )
}

/** Whether its texts and its originals are together too much to be held until the last of them is in the project. */
export const isLong = ({ documents }: Pick<Arriving, 'documents'>): boolean =>
  isTooMuchToHold(
    documents.reduce(
      (sum, { text, original }) => sum + (text ? lengthOf(text) : 0) + (original ? sizeOf(original) : 0),
      0,
    ),
  )

/** Puts the texts of new documents into the project, to appear in the step; tells how long each is. */
function* preparing(
  repositories: Repositories,
  arriving: Arriving,
  {
    prepared,
    imported,
    progress,
  }: { prepared: Map<string, RevisionId>; imported: string; progress(done: number, of: number): void },
): Generator<number, void> {
  const matches = matchDocuments(repositories, arriving)
  const stable = stableIds(arriving, matches)
  for (const [index, { id, text, source, original }] of arriving.documents.entries()) {
    progress(index, arriving.documents.length)
    const uid = stable('document', id)
    if (matches.get(id)!.as !== 'new' || text === null || prepared.has(uid)) {
      yield 0
      continue
    }
    const bytes = original?.bytes ?? null
    const revisionId = repositories.documents.prepare({ uid, text, source, original: bytes, imported })
    if (revisionId !== undefined) prepared.set(uid, revisionId)
    yield lengthOf(text) + (bytes?.length ?? 0)
  }
}

/** The work of the step. It pauses where it takes long. */
function* takeIn(
  context: ProjectContext,
  {
    arriving,
    places,
    mapping: mappingOf,
    taking,
    leaveOut,
    prepared,
  }: Omit<Bringing, 'label' | 'joins'> & { prepared: ReadonlyMap<string, RevisionId> },
  progress: (done: number, of: number) => void,
): Generator<void, BroughtIn> {
  const { project } = context
  const { repositories } = project
  // While a person decided, texts may have been brought in, revised and deleted.
  const matches = matchDocuments(repositories, arriving)
  const mapping = mappingOf(repositories)
  const found = placed(yield* placing(context, arriving, matches, places))
  const me = arriving.annotators.some((annotator) => isUnnamed(arriving, annotator))
    ? repositories.annotators.get(context.annotator(repositories)).uid
    : ''
  const coming = yield* whatComes(arriving, matches, found.annotations, leaveOut)
  const { dataset, originals } = yield* datasetOf(context, arriving, matches, mapping, coming, me)
  const differences = yield* comparing(repositories, arriving, dataset)
  const wanted = differences && !taking.added ? withoutAdded(dataset, differences) : dataset
  const insertion = yield* insertingDataset(repositories, wanted, {
    imported: project.now(),
    originalOf: ({ id }) => originals.get(id)?.bytes,
    prepared,
    whole: arriving.isOurs,
    progress,
  })
  const outcome = differences && takeDifferences(repositories, differences, taking)
  const inWords = (counts: ReadonlyMap<Kind, number>): Record<string, number> =>
    Object.fromEntries([...counts].map(([kind, count]) => [kindsInWords[kind], count]))
  return {
    documentIds: insertion.documentIds,
    taken: inWords(insertion.added),
    alreadyThere: inWords(insertion.alreadyThere),
    changed: inWords(outcome?.changed ?? new Map()),
    deleted: inWords(outcome?.deleted ?? new Map()),
    left: inWords(outcome?.left ?? new Map()),
    leftOut: [
      ...arriving.leftOut,
      ...found.leftOut,
      ...coming.leftOut,
      ...(differences ? [] : takenAway(arriving)),
    ],
    unread: arriving.unread,
    mapped: mappedInWords(context, coming, mapping),
    doubts: [...doubtsAbout(arriving, coming), ...found.doubts],
  }
}

/**
 * What has arrived as a dataset of ours: our ids, our tags where they are the same, nothing that leads nowhere. It
 * pauses where there is much.
 */
export function* datasetOf(
  { project }: ProjectContext,
  arriving: Arriving,
  matches: ReadonlyMap<string, Match>,
  mapping: Mapping,
  { annotations, links, memos, annotators, speakers, tags, linkTypes }: Coming,
  me: string,
): Generator<void, { dataset: Data.Dataset; originals: Map<string, { readonly bytes: Uint8Array }> }> {
  const { repositories } = project
  const stable = stableIds(arriving, matches)
  const now = project.now()
  const unnamed = new Set(
    arriving.annotators.filter((annotator) => isUnnamed(arriving, annotator)).map(({ id }) => id),
  )
  const to = (kind: Kind, id: string): string => {
    if (kind === 'annotator' && unnamed.has(id)) return me
    if (kind === 'document') {
      const match = matches.get(id)!
      return 'uid' in match ? match.uid : stable('document', id)
    }
    const mapped =
      kind === 'tag' || kind === 'link_type' || kind === 'annotator' ? mapping[kind].get(id) : undefined
    return mapped ?? stable(kind, id)
  }
  const end = (own: Data.LinkEnd): Data.LinkEnd => {
    if ('annotation' in own) return { annotation: to('annotation', own.annotation) }
    return 'claim' in own ? { claim: to('claim', own.claim) } : { link: to('link', own.link) }
  }
  const own = [...repositories.tags.list(), ...repositories.linkTypes.list()]
  const taken = [...own, ...arriving.tags, ...arriving.linkTypes].map(({ color }) => ({ color }))
  const colored = <T extends { color: string }>(thing: T): T => {
    if (thing.color) return thing
    const color = freeColor(taken)
    taken.push({ color })
    return { ...thing, color }
  }
  const dated = <T extends { created: string }>(thing: T): T => ({ ...thing, created: thing.created || now })
  const once = <T extends { id: string }>(things: readonly T[]): T[] =>
    [...new Map(things.toReversed().map((thing) => [thing.id, thing])).values()].toReversed()

  const texts = new Map<string, StructuredText>()
  const originals = new Map<string, { readonly bytes: Uint8Array }>()
  const documents = arriving.documents.flatMap(
    ({ text, original, knownAs: _, textSha256: __, ...document }) => {
      const match = matches.get(document.id)!
      if (match.as === 'missing') return []
      const id = to('document', document.id)
      if (match.as === 'new') texts.set(id, text!)
      if (original) originals.set(id, original)
      return [{ ...document, id }]
    },
  )
  const known = new Map(
    [...matches.values()].flatMap((match) => ('uid' in match ? [[match.uid, match.id] as const] : [])),
  )
  const dataset: Data.Dataset = {
    project: arriving.project ?? { name: '', description: '' },
    annotators: once(annotators.map(({ id, name }) => ({ id: to('annotator', id), name }))),
    speakers: once(speakers.map((speaker) => ({ ...speaker, id: to('speaker', speaker.id) }))),
    tags: once(
      tags.map((tag) =>
        colored({
          ...tag,
          id: to('tag', tag.id),
          parent: tag.parent === null ? null : to('tag', tag.parent),
        }),
      ),
    ),
    linkTypes: once(linkTypes.map((type) => colored({ ...type, id: to('link_type', type.id) }))),
    documents: once(documents),
    claims: arriving.claims.map((claim) => dated({ ...claim, id: to('claim', claim.id) })),
    annotations: yield* each(annotations, (annotation) =>
      dated({
        ...annotation,
        id: to('annotation', annotation.id),
        document: to('document', annotation.document),
        annotator: to('annotator', annotation.annotator),
        tag: to('tag', annotation.tag),
        claim: annotation.claim === null ? null : to('claim', annotation.claim),
        speaker: annotation.speaker === null ? null : to('speaker', annotation.speaker),
      }),
    ),
    links: yield* each(links, (link) =>
      dated({
        ...link,
        id: to('link', link.id),
        linkType: to('link_type', link.linkType),
        source: end(link.source),
        target: end(link.target),
        annotator: to('annotator', link.annotator),
      }),
    ),
    memos: memos.map((memo) =>
      dated({
        ...memo,
        id: to('memo', memo.id),
        about: subject(memo.about),
        annotator: to('annotator', memo.annotator),
      }),
    ),
    textOf: (id) =>
      texts.get(id) ?? {
        text: repositories.documents.plainText(known.get(id)!),
        blocks: [],
        marks: [],
        breaks: [],
      },
  }
  return { dataset, originals }

  function subject(about: Data.MemoSubject): Data.MemoSubject {
    if ('project' in about) return about
    if ('document' in about) return { document: to('document', about.document) }
    if ('tag' in about) return { tag: to('tag', about.tag) }
    if ('speaker' in about) return { speaker: to('speaker', about.speaker) }
    return end(about)
  }
}

function* each<T, U>(things: readonly T[], to: (thing: T) => U): Generator<void, U[]> {
  const all: U[] = []
  for (const thing of things) {
    all.push(to(thing))
    yield
  }
  return all
}

function mappedInWords({ project }: ProjectContext, coming: Coming, mapping: Mapping): BroughtIn['mapped'] {
  const { annotators, linkTypes, tags } = project.repositories
  const of = (
    kind: BroughtIn['mapped'][number]['kind'],
    things: readonly { id: string; name: string }[],
    own: readonly { uid: string; name: string }[],
    same: ReadonlyMap<string, string>,
  ): BroughtIn['mapped'] =>
    things.flatMap(({ id, name }) => {
      const other = own.find(({ uid }) => uid === same.get(id))
      return other && (other.uid !== id || other.name !== name) ? [{ kind, from: name, to: other.name }] : []
    })
  return [
    ...of('tag', coming.tags, tags.list(), mapping.tag),
    ...of('link type', coming.linkTypes, linkTypes.list(), mapping.link_type),
    ...of('annotator', coming.annotators, annotators.list(), mapping.annotator),
  ]
}

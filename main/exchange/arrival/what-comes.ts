import type { Doubt, LeftOutByChoice } from '../../../preload/contract/annotation-import.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import type * as Data from '../dataset.ts'
import { afterTheirEnds } from '../dataset-order.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import type { Match } from './match-documents.ts'

/** What of an arrival comes into the project, under the ids that it arrived with. */
export interface Coming
  extends Pick<Arriving, 'annotators' | 'speakers' | 'tags' | 'linkTypes' | 'links' | 'memos'> {
  annotations: readonly Data.Annotation[]
  /** What stays out since a person wants it so. */
  leftOut: Loss[]
}

const everythingComes: LeftOutByChoice = { tags: [], linkTypes: [] }

/**
 * `placed` are the annotations that have a place in a text of the project. What leads to one that has none, or to what a
 * person leaves out, stays out too, and so do tags, link types and people that only such things had. The codebook of a
 * project of ours comes whole. It pauses between its parts.
 */
export function* whatComes(
  arriving: Arriving,
  matches: ReadonlyMap<string, Match>,
  placed: readonly Data.Annotation[],
  leaveOut = everythingComes,
): Generator<void, Coming> {
  const [outTags, outTypes] = [new Set(leaveOut.tags), new Set(leaveOut.linkTypes)]
  const annotations = outTags.size === 0 ? placed : placed.filter(({ tag }) => !outTags.has(tag))
  const wanted = arriving.links.filter(({ linkType }) => !outTypes.has(linkType))
  yield
  const coming = ledTo(annotations, wanted)
  yield
  const links = wanted.filter(({ id }) => coming.links.has(id))
  const isThere = (about: Data.MemoSubject, { annotations, links }: There): boolean => {
    if ('annotation' in about) return annotations.has(about.annotation)
    if ('link' in about) return links.has(about.link)
    return !('document' in about) || matches.get(about.document)!.as !== 'missing'
  }
  const memos = arriving.memos.filter(
    ({ about }) => !('tag' in about && outTags.has(about.tag)) && isThere(about, coming),
  )
  /** What could come, had nobody left anything out. */
  yield
  const isAll = annotations.length === placed.length && wanted.length === arriving.links.length
  const possible = isAll ? coming : ledTo(placed, arriving.links)
  yield
  const possibleLinks = wanted.filter(({ id }) => possible.links.has(id)).length
  const possibleMemos = arriving.memos.filter(({ about }) => isThere(about, possible)).length
  const losses = [
    { what: 'annotations whose tag is left out', count: placed.length - annotations.length },
    { what: 'links whose type is left out', count: arriving.links.length - wanted.length },
    { what: 'links to or from what is left out', count: possibleLinks - links.length },
    { what: 'remarks on what is left out', count: possibleMemos - memos.length },
    { what: 'links to or from what could not be taken', count: wanted.length - possibleLinks },
    { what: 'remarks on what could not be taken', count: arriving.memos.length - possibleMemos },
  ]
  const only = yield* neededOf(arriving, { annotations, links, memos })
  const tags = only.tags.filter(({ id }) => !outTags.has(id))
  const kept = new Set(tags.map(({ id }) => id))
  return {
    ...{ annotations, links, memos },
    annotators: only.annotators,
    speakers: only.speakers,
    tags: tags.map((tag) => (tag.parent === null || kept.has(tag.parent) ? tag : { ...tag, parent: null })),
    linkTypes: only.linkTypes.filter(({ id }) => !outTypes.has(id)),
    leftOut: losses.filter(({ count }) => count > 0),
  }
}

interface There {
  annotations: ReadonlySet<string>
  links: ReadonlySet<string>
}

/** The ids of annotations, and of the links that have both their ends among them and each other. */
function ledTo(annotations: readonly { id: string }[], links: readonly Data.Link[]): There {
  const there = new Set(annotations.map(({ id }) => id))
  const hasEnd = (own: Data.LinkEnd): boolean => !('annotation' in own) || there.has(own.annotation)
  const ended = links.filter(({ source, target }) => hasEnd(source) && hasEnd(target))
  return { annotations: there, links: new Set(afterTheirEnds(ended, () => false).map(({ id }) => id)) }
}

/** What to look at of what comes; nobody has to look at what stays out. */
export function doubtsAbout({ doubts }: Arriving, { annotations, links, memos }: Coming): Doubt[] {
  if (!doubts.some(({ about }) => about)) return doubts.map(({ about: _, ...doubt }) => doubt)
  const idsOf = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id))
  const there = { annotation: idsOf(annotations), link: idsOf(links), memo: idsOf(memos) }
  return doubts.flatMap(({ about, ...doubt }) => (about && !there[about.kind].has(about.id) ? [] : [doubt]))
}

type Work = {
  annotations: readonly Pick<Data.Annotation, 'tag' | 'annotator' | 'speaker'>[]
  links: readonly Data.Link[]
  memos: readonly Data.Memo[]
}

/** Without those that something had and nothing has any more. */
function* neededOf(
  arriving: Arriving,
  coming: Work,
): Generator<void, Pick<Coming, 'annotators' | 'speakers' | 'tags' | 'linkTypes'>> {
  const { annotators, speakers, tags, linkTypes } = arriving
  if (arriving.isOurs) return { annotators, speakers, tags, linkTypes }
  const before = usedBy(arriving)
  yield
  const now = usedBy(coming)
  yield
  const parents = new Map(tags.map(({ id, parent }) => [id, parent]))
  for (const { id } of tags) {
    if (before.tags.has(id) && !now.tags.has(id)) continue
    for (let above = parents.get(id); above && !now.tags.has(above); above = parents.get(above))
      now.tags.add(above)
  }
  const needed = <T extends { id: string }>(things: readonly T[], kind: keyof typeof now): T[] =>
    things.filter(({ id }) => now[kind].has(id) || !before[kind].has(id))
  return {
    annotators: needed(annotators, 'people'),
    speakers: needed(speakers, 'speakers'),
    tags: needed(tags, 'tags'),
    linkTypes: needed(linkTypes, 'types'),
  }
}

function usedBy({ annotations, links, memos }: Work) {
  const used = {
    tags: new Set<string>(),
    types: new Set<string>(),
    people: new Set<string>(),
    speakers: new Set<string>(),
  }
  for (const { tag, annotator, speaker } of annotations) {
    used.tags.add(tag)
    used.people.add(annotator)
    if (speaker) used.speakers.add(speaker)
  }
  for (const { linkType, annotator } of links) {
    used.types.add(linkType)
    used.people.add(annotator)
  }
  for (const { about, annotator } of memos) {
    used.people.add(annotator)
    if ('tag' in about) used.tags.add(about.tag)
    if ('speaker' in about) used.speakers.add(about.speaker)
  }
  return used
}

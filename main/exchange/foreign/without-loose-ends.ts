import type * as Data from '../dataset.ts'
import { afterTheirEnds } from '../dataset-order.ts'
import type { Incoming } from '../formats/annotation-format.ts'
import { SoundPassages } from './sound-passages.ts'

/**
 * What was read, without things whose id another one had before, and without what refers to something that is not
 * there; how many that were is counted as `what`. For readers of formats whose references are no more than words.
 * `passages` knows the annotations that have been handed over already.
 */
export function withoutLooseEnds(
  incoming: Incoming,
  what: string,
  already = 0,
  passages = new SoundPassages(incoming),
): Incoming {
  const annotations = passages.of(incoming.annotations)
  let gone = already + passages.gone
  const once = <T extends { id: string }>(things: readonly T[]): T[] => {
    const ids = new Set<string>()
    return things.filter(({ id }) => ids.size < ids.add(id).size)
  }
  const kept = <T extends { id: string }>(
    things: readonly T[],
    isSound: (thing: T) => boolean = () => true,
  ): T[] => {
    const sound = once(things).filter(isSound)
    gone += things.length - sound.length
    return sound
  }
  const [annotators, speakers, linkTypes] = [
    kept(incoming.annotators),
    kept(incoming.speakers),
    kept(incoming.linkTypes),
  ]
  const [documents, claims, allTags] = [kept(incoming.documents), kept(incoming.claims), kept(incoming.tags)]
  const ids = (things: readonly { id: string }[]): Set<string> => new Set(things.map(({ id }) => id))
  const there = {
    ...{ annotator: ids(annotators), speaker: ids(speakers), type: ids(linkTypes), tag: ids(allTags) },
    ...{ document: ids(documents), claim: ids(claims) },
  }
  const tags = allTags.map((tag) => ({
    ...tag,
    parent: tag.parent !== null && there.tag.has(tag.parent) ? tag.parent : null,
  }))
  const isEnd = (end: Data.LinkEnd): boolean => {
    if ('annotation' in end) return passages.has(end.annotation)
    return 'claim' in end ? there.claim.has(end.claim) : 'link' in end
  }
  const candidates = kept(
    incoming.links,
    ({ linkType, annotator, source, target }) =>
      there.type.has(linkType) && there.annotator.has(annotator) && isEnd(source) && isEnd(target),
  )
  const sound = ids(afterTheirEnds(candidates, () => false))
  const links = kept(candidates, ({ id }) => sound.has(id))
  const isSubject = (about: Data.MemoSubject): boolean => {
    if ('project' in about) return true
    if ('document' in about) return there.document.has(about.document)
    if ('tag' in about) return there.tag.has(about.tag)
    if ('speaker' in about) return there.speaker.has(about.speaker)
    return 'link' in about ? sound.has(about.link) : isEnd(about)
  }
  const memos = kept(
    incoming.memos,
    ({ about, annotator }) => there.annotator.has(annotator) && isSubject(about),
  )
  const leftOut = gone === 0 ? incoming.leftOut : [...incoming.leftOut, { what, count: gone }]
  return {
    ...incoming,
    ...{ annotators, speakers, tags, linkTypes, documents, claims, annotations, links, memos, leftOut },
  }
}

import { sameEnd } from '../../../db/repositories/links.ts'
import { byDate } from '../../../preload/contract/dates.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Link, LinkEnd, LinkFromHere } from '../../../preload/contract/link.ts'
import { answeredNodes } from '../../argument/attacks.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { ProjectContext } from '../../project-context.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'
import { typing } from '../typing.ts'
import { capitalized, counted } from '../words.ts'
import { createDescriber } from './described-ends.ts'
import { linksSeenFrom } from './links-seen-from.ts'

export function linkHandlers({ annotator, project }: ProjectContext): ProjectHandlers['link'] {
  const { history, newUid, now, repositories } = project
  const { linkTypes, links } = repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)
  const describer = createDescriber(repositories)
  const seen = linksSeenFrom(repositories, describer)

  const typeName = (id: Link['linkTypeId']) => capitalized(linkTypes.entry(id).name)
  const dateOf = ({ other }: LinkFromHere) =>
    other.kind === 'annotation' ? other.annotation.documentDate : ''

  /** Fails with `exists` where the same link is there; of a symmetric type also the other way round. */
  function requireNew(
    link: Pick<Link, 'linkTypeId' | 'source' | 'target' | 'annotatorId'>,
    itself?: Link['id'],
  ): void {
    const { source, target } = link
    const ways = linkTypes.entry(link.linkTypeId).symmetric
      ? [link, { ...link, source: target, target: source }]
      : [link]
    if (ways.some((way) => ![undefined, itself].includes(links.findSame(way)))) {
      throw new Failure(
        'exists',
        `These two are linked by “${linkTypes.entry(link.linkTypeId).name}” already.`,
      )
    }
  }

  return {
    get: ({ id }) => links.get(id),

    of(end) {
      describer.requireEnd(end)
      const inOrder = (all: LinkFromHere[]) =>
        all.sort((a, b) => a.link.linkTypeId - b.link.linkTypeId || byDate(dateOf(a), dateOf(b)))
      return [...inOrder(seen.own(end)), ...inOrder(seen.inherited(end))].map(seen.withOnto)
    },

    async marks({ documentId }) {
      const argument = await live.now()
      const { passages } = answeredNodes(argument, around().stances)
      const counts = links.countsInDocument(documentId)
      for (const id of argument.inDocument(documentId) as Iterable<AnnotationId>)
        if (passages[id] === 1 && !counts.has(id)) counts.set(id, 0)
      const annotations = [...counts.keys()]
      return {
        annotation: Int32Array.from(annotations),
        links: Int32Array.from(counts.values()),
        answered: Uint8Array.from(annotations, (id) => passages[id] ?? 0),
      }
    },
    describe: ({ ends }) => ends.map((end) => describer.find(end) ?? null),

    create({ linkTypeId, source, target, note }) {
      const type = linkTypes.entry(linkTypeId)
      describer.requireEnd(source)
      describer.requireEnd(target)
      if (sameEnd(source, target)) {
        throw new Failure('same-ends', 'A link needs two different ends. Choose another one to link to.')
      }
      const id = history.record(`link ${capitalized(type.name)}`, () => {
        const link = { linkTypeId, source, target, annotatorId: annotator() }
        requireNew(link)
        return links.insert({ uid: newUid(), ...link, strength: null, status: '', note, created: now() })
      })
      return links.get(id)
    },

    update({ id, change: { reverse, ...change } }) {
      const link = links.get(id)
      const ends: { source: LinkEnd; target: LinkEnd } =
        reverse === true
          ? { source: link.target, target: link.source }
          : { source: link.source, target: link.target }
      const label =
        change.linkTypeId !== undefined
          ? `change link to ${typeName(change.linkTypeId)}`
          : reverse === true
            ? 'reverse link'
            : `edit link ${typeName(link.linkTypeId)}`
      history.record(
        label,
        () => {
          requireNew({ ...link, ...ends, linkTypeId: change.linkTypeId ?? link.linkTypeId }, id)
          links.update(id, { ...change, ...(reverse === true && ends) })
        },
        typing(`link ${id}`, reverse === true ? { ...change, reverse } : change),
      )
      return links.get(id)
    },

    delete({ ids }) {
      const unique = [...new Set(ids)]
      const [first] = unique
      const label =
        unique.length === 1 && first
          ? `delete link ${typeName(links.get(first).linkTypeId)}`
          : `delete ${counted(unique.length, 'link')}`
      history.record(label, () => {
        for (const id of unique) links.get(id)
        for (const id of unique) links.delete(id)
      })
    },
  }
}

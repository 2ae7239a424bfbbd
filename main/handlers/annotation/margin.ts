import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { LinkEnd, LinkFromHere, SeenLink } from '../../../preload/contract/link.ts'
import { type Counter, longestNoteOfCard, mostLinksOfCard } from '../../../preload/contract/margin.ts'
import type { ProjectContext } from '../../project-context.ts'
import { createDescriber } from '../claim/described-ends.ts'
import { linksSeenFrom } from '../claim/links-seen-from.ts'
import { attacks, byForce, strongestFirst } from './counters.ts'

export function marginHandlers({ project }: ProjectContext): ProjectHandlers['margin'] {
  const { annotations, documents, linkTypes, margin } = project.repositories
  const describer = createDescriber(project.repositories)

  const typeOf = ({ link }: SeenLink) => linkTypes.entry(link.linkTypeId)
  const isAgainst = (link: SeenLink) => attacks(link, typeOf(link))
  const byForceHere = byForce(typeOf)

  const seen = linksSeenFrom(project.repositories, describer)

  /** Own and inherited ones. What is told is cut by `most`, since a card has room for a few only. */
  function linksOfCard(end: LinkEnd, most: number): { links: LinkFromHere[]; count: number } {
    const all = strongestFirst([...seen.own(end), ...seen.inherited(end)], typeOf)
    return { links: all.slice(0, most).map(seen.withOnto), count: all.length }
  }

  function* countersOf(end: LinkEnd, against: 'annotation' | 'claim') {
    for (const link of seen.own(end)) {
      if (isAgainst(link)) yield { link, against }
      else if (!link.outgoing) {
        for (const onto of seen.own({ link: link.link.id })) {
          if (isAgainst(onto)) yield { link: onto, against: 'support' as const }
        }
      }
    }
  }

  return {
    cards({ documentId, within }) {
      documents.revisionOf(documentId)
      return margin.list(documentId, within, longestNoteOfCard).map(({ id, note }) => {
        const { links, count } = linksOfCard({ annotation: id }, mostLinksOfCard)
        return { annotation: id, note, links, linkCount: count }
      })
    },

    counter({ annotation }): Counter | null {
      const { claimId } = annotations.get(annotation)
      const all = [
        ...countersOf({ annotation }, 'annotation'),
        ...(claimId === null ? [] : countersOf({ claim: claimId }, 'claim')),
      ].sort((a, b) => byForceHere(a.link, b.link))
      const [strongest] = all
      return strongest ? { ...strongest, count: all.length } : null
    },
  }
}

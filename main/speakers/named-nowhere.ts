import type { OpenProject } from '../../db/open-project.ts'
import type { Speaker } from '../../preload/contract/speaker.ts'
import type { Argument } from '../argument/argument.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import { namesOf } from '../handlers/speaker/speaker-named.ts'

/**
 * Entries of the register that nothing needs: no passage is theirs, no turn, author or outlet of a document goes by any of
 * their names, and no memo is on them. In the order they were made.
 */
export function namedNowhere(project: OpenProject, { order, speaker }: Argument): Speaker[] {
  const { memos, speakers, speakerTurns } = project.repositories
  const saying = new Set<number>()
  for (const annotation of order) saying.add(speaker[annotation]!)
  const others = speakers.list().filter(({ id }) => !saying.has(id))
  if (others.length === 0) return []
  const named = new Set<string>()
  for (const { revisionId, metadata } of knownDocuments(project)()) {
    for (const name of [metadata.author, metadata.outlet, ...speakerTurns.names(revisionId)]) {
      if (name) named.add(name.trim().toLowerCase())
    }
  }
  return others.filter(
    (one) =>
      !namesOf(one).some((name) => named.has(name.trim().toLowerCase())) &&
      memos.listAbout({ speaker: one.id }).length === 0,
  )
}

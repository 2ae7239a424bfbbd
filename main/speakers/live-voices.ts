import type { OpenProject } from '../../db/open-project.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { AnswersAsked } from '../../preload/contract/speaker.ts'
import { documentDates } from '../document-dates.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import { createVoices, type Voices } from './voices.ts'

type LiveVoices = (unset: AnswersAsked['unset']) => Voices

const known = new WeakMap<OpenProject, LiveVoices>()

/** Who speaks in a project; put together again when the register or a document has changed. Everyone who asks shares it. */
export function liveVoices(project: OpenProject): LiveVoices {
  const asked = known.get(project)
  if (asked) return asked
  const documents = knownDocuments(project)
  const kept = new Map<AnswersAsked['unset'], Voices>()
  project.history.onCommitted(({ rows }) => {
    if (rows('speaker').length > 0 || rows('document').length > 0) kept.clear()
  })
  const voices: LiveVoices = (unset) => {
    const before = kept.get(unset)
    if (before) return before
    const { speakers, speakerTurns } = project.repositories
    const all = documents()
    const revisions = new Map(all.map(({ documentId, revisionId }) => [documentId, revisionId]))
    const turnAt = (document: DocumentId, at: number) => {
      const revision = revisions.get(document)
      return revision === undefined ? '' : speakerTurns.at(revision, at)
    }
    const made = createVoices(speakers.list(), documentDates(all).about, unset, turnAt)
    kept.set(unset, made)
    return made
  }
  known.set(project, voices)
  return voices
}

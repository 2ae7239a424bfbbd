import type { OpenProject } from '../../db/open-project.ts'
import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import type { Role } from '../../preload/contract/tag.ts'
import { type Stances, stancesOf } from '../argument/attacks.ts'
import { type DocumentDates, documentDates } from '../document-dates.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import { liveVoices } from '../speakers/live-voices.ts'
import type { Voices } from '../speakers/voices.ts'

/** What the lists need to know beside the argument: few rows, read again only when they have changed. */
export interface Surroundings {
  /** In project order. */
  documents: readonly SearchedDocument[]
  dates: DocumentDates
  voices: Voices
  /** By tag id. */
  roles: ReadonlyMap<number, Role>
  stances: Stances
}

const tables = ['document', 'speaker', 'tag', 'link_type'] as const

const shared = new WeakMap<OpenProject, () => Surroundings>()

/** Everyone who asks shares them. */
export function liveSurroundings(project: OpenProject): () => Surroundings {
  const asked = shared.get(project)
  if (asked) return asked
  const { history, repositories } = project
  const documents = knownDocuments(project)
  const voices = liveVoices(project)
  let known: Surroundings | null = null
  history.onCommitted(({ rows }) => {
    if (known && tables.some((table) => rows(table).length > 0)) known = null
  })
  const around = () => {
    known ??= {
      documents: documents(),
      dates: documentDates(documents()),
      voices: voices('document'),
      roles: repositories.tags.roles(),
      stances: stancesOf(repositories.linkTypes.entries()),
    }
    return known
  }
  shared.set(project, around)
  return around
}

import type { OpenProject } from '../../db/open-project.ts'
import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import { isAgainst, isFor } from '../../preload/contract/link-type.ts'
import type { Role } from '../../preload/contract/tag.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import { type Voices, voicesOf } from './voices.ts'

/** What the lists need to know beside the argument: few rows, read again only when they have changed. */
export interface Surroundings {
  /** In project order. */
  documents: readonly SearchedDocument[]
  /** By document id: the place of its date among all dates, from 1; 0 without a date. */
  dateRank: Int32Array
  /** By that place. */
  dates: readonly string[]
  voices: Voices
  /** By tag id. */
  roles: ReadonlyMap<number, Role>
  /** By id of a link type: whether it stands against its target, `mutual` where against both its ends. */
  stances: ReadonlyMap<number, Stance>
}

export interface Stance {
  against: boolean
  supports: boolean
  symmetric: boolean
}

const tables = ['document', 'speaker', 'tag', 'link_type'] as const

export function liveSurroundings(project: OpenProject): () => Surroundings {
  const { history, repositories } = project
  const documents = knownDocuments(project)
  let known: Surroundings | null = null
  history.onCommitted(({ rows }) => {
    if (known && tables.some((table) => rows(table).length > 0)) known = null
  })
  return () => {
    known ??= {
      documents: documents(),
      ...datesOf(documents()),
      voices: voicesOf(documents(), repositories.speakers.list()),
      roles: repositories.tags.roles(),
      stances: new Map(
        repositories.linkTypes
          .entries()
          .map((type) => [
            type.id,
            { against: isAgainst(type), supports: isFor(type), symmetric: type.symmetric },
          ]),
      ),
    }
    return known
  }
}

/** ISO dates sort as text, a year before its months. */
function datesOf(documents: readonly SearchedDocument[]): Pick<Surroundings, 'dateRank' | 'dates'> {
  const dateOf = ({ metadata }: SearchedDocument) => metadata.date ?? ''
  const dates = ['', ...[...new Set(documents.map(dateOf))].filter(Boolean).sort()]
  const places = new Map(dates.map((date, place) => [date, place]))
  const largest = documents.reduce((most, { documentId }) => Math.max(most, documentId), 0)
  const dateRank = new Int32Array(largest + 1)
  for (const document of documents) dateRank[document.documentId] = places.get(dateOf(document))!
  return { dateRank, dates }
}

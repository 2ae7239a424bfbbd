import type { Database } from 'better-sqlite3'
import type { Stats } from '../../preload/contract/project.ts'
import type { documentRepository } from './documents.ts'

type Counted = { name: string; count: number }

/** Counts over the whole project. Where two things share a name their counts are added. */
export function statsRepository(database: Database, documents: ReturnType<typeof documentRepository>) {
  const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck()
  const claims = count('claim')
  const annotations = count('annotation')
  const links = count('link')
  const speakers = count('speaker')
  const memos = count('memo')
  const byTag = database.prepare<[], Counted>(
    `SELECT name, (SELECT count(*) FROM annotation WHERE tag_id = tag.id) AS count FROM tag ORDER BY position, id`,
  )
  const byDocument = database.prepare<[], Counted>(
    `SELECT title AS name, (SELECT count(*) FROM annotation WHERE document_id = document.id) AS count
     FROM document WHERE present = 1 ORDER BY position, id`,
  )
  const byAnnotator = database.prepare<[], Counted>(
    `SELECT name, (SELECT count(*) FROM annotation WHERE annotator_id = annotator.id) AS count
     FROM annotator ORDER BY id`,
  )
  const byLinkType = database.prepare<[], Counted>(
    `SELECT name, (SELECT count(*) FROM link WHERE link_type_id = link_type.id) AS count FROM link_type ORDER BY id`,
  )
  const words = database
    .prepare<[], number>(
      `SELECT coalesce(sum(words), 0) FROM document JOIN word_count USING (revision_id) WHERE present = 1`,
    )
    .pluck()

  return {
    get(): Stats {
      return {
        documents: documents.count(),
        words: words.get() ?? 0,
        annotations: annotations.get() ?? 0,
        claims: claims.get() ?? 0,
        links: links.get() ?? 0,
        speakers: speakers.get() ?? 0,
        memos: memos.get() ?? 0,
        byTag: byName(byTag.all()),
        byDocument: byName(byDocument.all()),
        byAnnotator: byName(byAnnotator.all()),
        byLinkType: byName(byLinkType.all()),
      }
    },
  }
}

function byName(counts: readonly Counted[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { name, count } of counts) sums.set(name, (sums.get(name) ?? 0) + count)
  return Object.fromEntries(sums)
}

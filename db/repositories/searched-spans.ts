import type { Database } from 'better-sqlite3'
import type { Passages } from '../../preload/contract/search.ts'
import { askedAnnotations, fitsAnnotations } from './fitting-annotations.ts'

type Asked = Omit<Passages, 'at' | 'words'>

/** Rows that are read in one go, so that others are answered in between: some milliseconds. */
const batch = 10_000

/** The spans of annotations that fit what a search asks for. */
export function searchedSpanRepository(database: Database) {
  const isEnd = (side: string) =>
    `SELECT 1 FROM link WHERE ${side}_annotation_id = annotation.id
       AND (:linkTypeId IS NULL OR link_type_id = :linkTypeId)`
  const isLinked = `(EXISTS (${isEnd('source')}) OR EXISTS (${isEnd('target')}))`
  const statements = new Map(
    (['any', 'has', 'lacks'] as const).map((link) => {
      const linked = { any: '1', has: isLinked, lacks: `NOT ${isLinked}` }[link]
      return [
        link,
        database
          .prepare<unknown[], [document: number, start: number, end: number, id: number, annotation: number]>(
            `SELECT span.document_id, start, "end", span.id, annotation_id
             FROM span CROSS JOIN annotation ON annotation.id = annotation_id
             WHERE span.id > :after AND ${fitsAnnotations} AND ${linked}
             ORDER BY span.id LIMIT ${batch}`,
          )
          .raw(),
      ]
    }),
  )

  return {
    /** Batch after batch of `[document, start, end, span, annotation]`, in no order; between two of them others may read and write. */
    *batches({ link, linkTypeId, ...filter }: Asked): Generator<number[][]> {
      const asked = { ...askedAnnotations(filter), ...(link !== 'any' && { linkTypeId }) }
      for (let after = 0; ; ) {
        const rows = statements.get(link)!.all({ ...asked, after })
        if (rows.length > 0) yield rows
        if (rows.length < batch) return
        after = rows.at(-1)![3]
      }
    },
  }
}

import type { Database } from 'better-sqlite3'
import type { AnnotationHit } from '../../preload/contract/annotation.ts'
import { byDate } from '../../preload/contract/dates.ts'
import type { AnnotationId, ClaimId, RevisionId } from '../../preload/contract/ids.ts'
import type { speakerTurnRepository } from './speaker-turns.ts'

interface HitRow extends Omit<AnnotationHit, 'spans' | 'quote' | 'turn'> {
  revisionId: RevisionId
  /** JSON: `[[start, end, quote], …]` in reading order. */
  spans: string
}
interface Searched {
  id: AnnotationId
  words: string
}

/** Annotations among others of the project, with enough to recognise them by. */
export function annotationHitRepository(database: Database, turns: ReturnType<typeof speakerTurnRepository>) {
  const select = `
    SELECT annotation.id, document_id AS documentId, tag_id AS tagId, annotator_id AS annotatorId, claim_id AS claimId,
      speaker_id AS speakerId, revision_id AS revisionId, tag_version AS tagVersion, title AS documentTitle, coalesce(metadata ->> '$.date', '') AS documentDate,
      (SELECT json_group_array(json_array(start, "end", quote) ORDER BY span.position)
       FROM span WHERE annotation_id = annotation.id) AS spans
    FROM annotation JOIN document ON document.id = document_id`
  const selectById = database.prepare<[AnnotationId], HitRow>(`${select} WHERE annotation.id = ?`)
  const selectByClaim = database.prepare<[ClaimId], HitRow>(`${select} WHERE claim_id = ?`)
  const selectByIds = database.prepare<[string], HitRow>(
    select.replace('FROM annotation', 'FROM json_each(?) CROSS JOIN annotation ON annotation.id = value'),
  )
  const selectWords = database.prepare<[string], Searched>(
    `SELECT id, words FROM (
       SELECT annotation.id, note || ' ' || title || ' ' ||
         (SELECT group_concat(quote, ' ') FROM span WHERE annotation_id = annotation.id) AS words
       FROM annotation CROSS JOIN document ON document.id = document_id ORDER BY annotation.id DESC
     ) WHERE words LIKE ? ESCAPE '\\'`,
  )

  function fromRow({ spans, revisionId, ...row }: HitRow): AnnotationHit {
    const own = JSON.parse(spans) as [start: number, end: number, quote: string][]
    const turn = row.speakerId === null ? turns.at(revisionId, own[0]![0]) : ''
    return {
      ...row,
      ...(turn !== '' && { turn }),
      spans: own.map(([start, end]) => ({ start, end })),
      quote: own.map(([, , quote]) => quote),
    }
  }

  const find = (id: AnnotationId): AnnotationHit | undefined => {
    const row = selectById.get(id)
    return row && fromRow(row)
  }

  return {
    find,

    /** Those that are there, in no order. */
    listByIds: (ids: readonly AnnotationId[]): AnnotationHit[] =>
      selectByIds.all(JSON.stringify(ids)).map(fromRow),

    /** By document date, undated last, then in reading order. */
    listByClaim: (id: ClaimId): AnnotationHit[] =>
      selectByClaim.all(id).map(fromRow).sort(byDateThenReadingOrder),

    /** Those whose words, note or document title hold every word, whatever its case; most recent first. */
    search(words: string, limit: number): AnnotationHit[] {
      const wanted = folded(words)
        .split(/\s+/u)
        .filter((word) => word !== '')
      const ids: AnnotationId[] = []
      for (const { id, words } of selectWords.iterate(patternFor(wanted))) {
        const text = folded(words)
        if (wanted.every((word) => text.includes(word))) ids.push(id)
        if (ids.length === limit) break
      }
      return ids.flatMap((id) => find(id) ?? [])
    },
  }
}

// SQLite knows upper and lower case of ASCII alone, so it sifts by the longest word of that kind.
function patternFor(words: readonly string[]): string {
  const plain = words.filter((word) => /^[\x20-\x7e]+$/.test(word))
  const longest = plain.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
  return `%${longest.replace(/[\\%_]/g, '\\$&')}%`
}

const folded = (words: string) => words.normalize('NFC').toLowerCase()

function byDateThenReadingOrder(a: AnnotationHit, b: AnnotationHit): number {
  return (
    byDate(a.documentDate, b.documentDate) ||
    a.documentId - b.documentId ||
    a.spans[0]!.start - b.spans[0]!.start ||
    a.id - b.id
  )
}

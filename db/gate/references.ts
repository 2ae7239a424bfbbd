import type { Database } from 'better-sqlite3'

type Sentence = (id: number) => string

/** An import brings in a tenth of it, and nobody puts more below each other by hand. */
const mostTagLevels = 1000

/**
 * Rows that should not be, with how one of them is called. The number is the version of the file format from which it
 * can be asked: a file of an older version is looked through before it is brought up to date.
 */
const queries: readonly (readonly [sql: string, sentence: Sentence, since?: number])[] = [
  [
    `SELECT id FROM annotation WHERE NOT EXISTS (SELECT 1 FROM span WHERE annotation_id = annotation.id)`,
    (id) => `Annotation ${id} has no span of text.`,
  ],
  [
    `SELECT span.id FROM span JOIN annotation ON annotation.id = annotation_id
     WHERE span.document_id <> annotation.document_id`,
    (id) => `Span ${id} is in another document than its annotation.`,
  ],
  [
    `SELECT annotation.id FROM document CROSS JOIN annotation ON document_id = document.id WHERE present = 0`,
    (id) => `Annotation ${id} is in a document that was deleted.`,
  ],
  [
    `SELECT memo.id FROM memo JOIN document ON document.id = document_id WHERE present = 0`,
    (id) => `Memo ${id} is about a document that was deleted.`,
  ],
  [
    `SELECT id FROM document WHERE present = 1 AND NOT EXISTS (
       SELECT 1 FROM revision WHERE revision.id = revision_id AND revision.document_id = document.id)`,
    (id) => `Document ${id} has no text of its own.`,
  ],
  [
    `SELECT id FROM revision WHERE NOT EXISTS (SELECT 1 FROM word_count WHERE revision_id = revision.id)`,
    (id) => `The words of text ${id} were not counted.`,
    2,
  ],
  [
    `WITH RECURSIVE reached (id) AS (
       SELECT id FROM tag WHERE parent_id IS NULL UNION SELECT tag.id FROM reached JOIN tag ON parent_id = reached.id)
     SELECT id FROM tag WHERE id NOT IN reached`,
    (id) => `Tag ${id} stands under itself.`,
  ],
  [
    `WITH RECURSIVE reached (id, level) AS (
       SELECT id, 1 FROM tag WHERE parent_id IS NULL
       UNION ALL SELECT tag.id, level + 1 FROM reached JOIN tag ON parent_id = reached.id WHERE level <= ${mostTagLevels})
     SELECT id FROM reached WHERE level > ${mostTagLevels}`,
    (id) => `Tag ${id} stands below more than ${mostTagLevels - 1} others.`,
  ],
  [
    `SELECT annotation.id FROM tag CROSS JOIN annotation ON tag_id = tag.id AND annotation.tag_version > tag.version`,
    (id) => `Annotation ${id} was made under a version of its tag that is not there.`,
    3,
  ],
  [
    `SELECT tag_version.id FROM tag_version JOIN tag ON tag.id = tag_id WHERE number >= version`,
    (id) => `The earlier version ${id} of a tag is not earlier.`,
    3,
  ],
  [
    `SELECT dismissed_answer.id FROM dismissed_answer JOIN document ON document.id = document_id WHERE present = 0`,
    (id) => `Dismissed answer ${id} is in a document that was deleted.`,
    4,
  ],
  [
    `SELECT dismissed_copy.id FROM dismissed_copy JOIN document ON document.id = document_id WHERE present = 0`,
    (id) => `Dismissed copy ${id} is in a document that was deleted.`,
    9,
  ],
]

/** Things that do not belong together. */
export function* referenceProblems(database: Database): Generator<string> {
  const version = database.pragma('user_version', { simple: true }) as number
  for (const [sql, sentence, since = 1] of queries) {
    if (version < since) continue
    for (const id of database.prepare<[], number>(sql).pluck().iterate()) yield sentence(id)
  }
}

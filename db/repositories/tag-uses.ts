import type { Database } from 'better-sqlite3'
import type { AttributeValues } from '../../preload/contract/annotation.ts'
import type { AnnotationId, AnnotatorId, DocumentId, SpeakerId, TagId } from '../../preload/contract/ids.ts'

/** What tells the annotations of one tag apart. */
export interface TagUse {
  id: AnnotationId
  documentId: DocumentId
  annotatorId: AnnotatorId
  speakerId: SpeakerId | null
  attributes: AttributeValues
}

interface UseRow extends Omit<TagUse, 'attributes'> {
  attributes: string
}

/** The annotations of a tag together: to give them another one, or to make one of several. */
export function tagUseRepository(database: Database) {
  const selectByTag = database.prepare<[TagId], UseRow>(
    `SELECT annotation.id, annotation.document_id AS documentId, annotator_id AS annotatorId, speaker_id AS speakerId,
       attributes
     FROM annotation JOIN document ON document.id = annotation.document_id
       JOIN span ON annotation_id = annotation.id AND span.position = 0
     WHERE tag_id = ? ORDER BY document.position, document.id, start, "end" DESC, annotation.id`,
  )
  const selectValues = database
    .prepare<{ id: TagId; after: number; most: number }, [AnnotationId, string]>(
      `SELECT id, attributes FROM annotation WHERE tag_id = :id AND id > :after ORDER BY id LIMIT :most`,
    )
    .raw()
  const selectPassages = database.prepare<[TagId], { id: AnnotationId; passage: string }>(
    `SELECT id, document_id || ' ' || annotator_id || (
       SELECT group_concat(' ' || start || '-' || "end", '' ORDER BY position) FROM span WHERE annotation_id = annotation.id
     ) AS passage
     FROM annotation WHERE tag_id = ? ORDER BY id`,
  )
  // What was out of date under the old tag is so under the new one.
  const giveTag = database.prepare<{ id: AnnotationId; to: TagId; lookAgain: number }>(
    `UPDATE annotation SET tag_id = :to, tag_version = CASE
         WHEN :lookAgain OR tag_version < (SELECT version FROM tag WHERE tag.id = tag_id) THEN 0
         ELSE (SELECT version FROM tag WHERE tag.id = :to) END
     WHERE id = :id`,
  )
  const end = (side: 'source' | 'target') => `
    link.${side}_annotation_id IS NOT NULL AND json_array_length(${side}_roles) > 0
    AND (SELECT role FROM annotation JOIN tag ON tag.id = tag_id WHERE annotation.id = link.${side}_annotation_id)
      NOT IN (SELECT value FROM json_each(${side}_roles))`
  const countAgainstRules = database
    .prepare<[], number>(
      `SELECT count(*) FROM link JOIN link_type ON link_type.id = link_type_id WHERE (${end('source')}) OR (${end('target')})`,
    )
    .pluck()

  return {
    /** In project order; a discontinuous annotation by its first span. */
    listByTag: (id: TagId): TagUse[] =>
      selectByTag.all(id).map(({ attributes, ...row }) => ({ ...row, attributes: JSON.parse(attributes) })),

    /** The attributes of the next so many after an id. */
    values: (id: TagId, after: number, most: number): [AnnotationId, AttributeValues][] =>
      selectValues.all({ id, after, most }).map(([one, values]) => [one, JSON.parse(values)]),

    /** Annotations of the tag by one annotator on the very same passage: each set of at least two, the oldest first. */
    samePassages(id: TagId): AnnotationId[][] {
      const byPassage = Map.groupBy(selectPassages.all(id), ({ passage }) => passage)
      return [...byPassage.values()].filter((set) => set.length > 1).map((set) => set.map((one) => one.id))
    },

    /** `lookAgain` marks it as made under another definition; what was marked stays so. */
    giveTag: (id: AnnotationId, to: TagId, { lookAgain }: { lookAgain: boolean }): boolean =>
      giveTag.run({ id, to, lookAgain: Number(lookAgain) }).changes > 0,

    /** Links that end at a tag whose role their type does not join. */
    countLinksAgainstRules: (): number => countAgainstRules.get() ?? 0,
  }
}

import { z } from 'zod'
import { AnnotatorId, SpeakerId, TagId } from './ids.ts'

/**
 * Which documents are meant: all that fit everything said here. `title` and the values of fields fit where they hold
 * the words, whatever their case. Days are ISO 8601, possibly only a year or a month; `from` and `until` belong to the
 * range, and a document without a date lies in none.
 */
export const DocumentFilter = z.object({
  title: z.string().max(1000).default(''),
  fields: z.array(z.object({ name: z.string().min(1), value: z.string().max(1000) })).default([]),
  from: z.string().max(40).default(''),
  until: z.string().max(40).default(''),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>

/** Which annotations are meant: all that fit everything said here. An empty list means any. */
export const AnnotationFilter = z.object({
  tagIds: z.array(TagId).default([]),
  speakerIds: z.array(SpeakerId).default([]),
  annotatorIds: z.array(AnnotatorId).default([]),
})
export type AnnotationFilter = z.infer<typeof AnnotationFilter>

export const allDocuments: DocumentFilter = { title: '', fields: [], from: '', until: '' }
export const allAnnotations: AnnotationFilter = { tagIds: [], speakerIds: [], annotatorIds: [] }

/** What views are narrowed by: annotations that fit, in documents that fit. */
export const Filter = z.object({
  documents: DocumentFilter.default(allDocuments),
  annotations: AnnotationFilter.default(allAnnotations),
})
export type Filter = z.infer<typeof Filter>

export const noFilter: Filter = { documents: allDocuments, annotations: allAnnotations }

/** Whether some documents do not fit. */
export function narrowsDocuments({ title, fields, from, until }: DocumentFilter): boolean {
  return [title, from, until, ...fields.map(({ value }) => value)].some((words) => words.trim() !== '')
}

export function narrowsAnnotations(filter: AnnotationFilter): boolean {
  return Object.values(filter).some((ids) => ids.length > 0)
}

export const narrows = ({ documents, annotations }: Filter): boolean =>
  narrowsDocuments(documents) || narrowsAnnotations(annotations)

import { z } from 'zod'

/**
 * Row ids of the open project file: positive, never used twice, meaningless outside that file.
 * What is stable for ever and unique in the world is the `uid` beside them (see the exchange file).
 */
const rowId = z.int().positive()

export const DocumentId = rowId.brand<'DocumentId'>()
export const RevisionId = rowId.brand<'RevisionId'>()
export const AnnotatorId = rowId.brand<'AnnotatorId'>()
export const TagId = rowId.brand<'TagId'>()
export const AnnotationId = rowId.brand<'AnnotationId'>()
export const ClaimId = rowId.brand<'ClaimId'>()
export const LinkTypeId = rowId.brand<'LinkTypeId'>()
export const LinkId = rowId.brand<'LinkId'>()
export const SpeakerId = rowId.brand<'SpeakerId'>()
export const MemoId = rowId.brand<'MemoId'>()
export const StepId = rowId.brand<'StepId'>()
export const SavedSearchId = rowId.brand<'SavedSearchId'>()
export const SavedListId = rowId.brand<'SavedListId'>()

export type DocumentId = z.infer<typeof DocumentId>
export type RevisionId = z.infer<typeof RevisionId>
export type AnnotatorId = z.infer<typeof AnnotatorId>
export type TagId = z.infer<typeof TagId>
export type AnnotationId = z.infer<typeof AnnotationId>
export type ClaimId = z.infer<typeof ClaimId>
export type LinkTypeId = z.infer<typeof LinkTypeId>
export type LinkId = z.infer<typeof LinkId>
export type SpeakerId = z.infer<typeof SpeakerId>
export type MemoId = z.infer<typeof MemoId>
export type StepId = z.infer<typeof StepId>
export type SavedSearchId = z.infer<typeof SavedSearchId>
export type SavedListId = z.infer<typeof SavedListId>

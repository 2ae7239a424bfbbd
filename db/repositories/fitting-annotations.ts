import type { AnnotationFilter } from '../../preload/contract/filter.ts'

/** A filter as statements are given it: ids as JSON, and whether any will do. */
export interface AskedAnnotations {
  anyTag: number
  tagIds: string
  anySpeaker: number
  speakerIds: string
  anyAnnotator: number
  annotatorIds: string
}

export function askedAnnotations(filter: AnnotationFilter): AskedAnnotations {
  const { tagIds, speakerIds, annotatorIds } = filter
  return {
    anyTag: Number(tagIds.length === 0),
    tagIds: JSON.stringify(tagIds),
    anySpeaker: Number(speakerIds.length === 0),
    speakerIds: JSON.stringify(speakerIds),
    anyAnnotator: Number(annotatorIds.length === 0),
    annotatorIds: JSON.stringify(annotatorIds),
  }
}

/** For a row of `annotation` in a statement that is given `AskedAnnotations`: whether it fits. */
export const fitsAnnotations = `(
  (:anyTag OR tag_id IN (SELECT value FROM json_each(:tagIds)))
  AND (:anySpeaker OR speaker_id IN (SELECT value FROM json_each(:speakerIds)))
  AND (:anyAnnotator OR annotator_id IN (SELECT value FROM json_each(:annotatorIds))))`

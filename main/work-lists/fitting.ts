import { type Filter, narrows, narrowsAnnotations, narrowsDocuments } from '../../preload/contract/filter.ts'
import type { Argument } from '../argument/argument.ts'
import { fittingDocuments } from '../filters/fitting-documents.ts'
import { saidByAny } from './answers-of-claims.ts'
import type { Surroundings } from './surroundings.ts'

/** Which entries a filter lets through. */
export interface Fitting {
  annotation(id: number): boolean
  /** Where one of its mentions fits. */
  claim(id: number): boolean
  /** Where it fits itself and, if passages are asked for, one of its passages does. */
  document(id: number): boolean
}

const all: Fitting = { annotation: () => true, claim: () => true, document: () => true }

export function fittingOf(filter: Filter, argument: Argument, about: Surroundings): Fitting {
  if (!narrows(filter)) return all
  const { tag, annotator, document, claim, order, claims } = argument
  const inDocument = documentsThatFit(filter, about)
  const [tags, speakers, annotators] = [
    anyOf(filter.annotations.tagIds),
    saidByAny(filter.annotations.speakerIds, argument, about),
    anyOf(filter.annotations.annotatorIds),
  ]
  const annotation = (id: number) =>
    inDocument(document[id]!) && tags(tag[id]!) && speakers(id) && annotators(annotator[id]!)

  // Found out at once for all, when one is asked for.
  let stated: Uint8Array | null = null
  let passages: Uint8Array | null = null
  const lookThrough = (column: Int32Array, length: number) => {
    const found = new Uint8Array(length)
    for (const id of order) if (annotation(id)) found[column[id]!] = 1
    return found
  }
  return {
    annotation,
    claim(id) {
      stated ??= lookThrough(claim, (claims.at(-1) ?? 0) + 1)
      return stated[id] === 1
    },
    document(id) {
      if (!narrowsAnnotations(filter.annotations)) return inDocument(id)
      passages ??= lookThrough(document, about.dates.rank.length)
      return passages[id] === 1
    },
  }
}

function documentsThatFit({ documents }: Filter, about: Surroundings): (id: number) => boolean {
  if (!narrowsDocuments(documents)) return () => true
  const fit = new Uint8Array(about.dates.rank.length)
  for (const { documentId } of fittingDocuments(about.documents, documents)) fit[documentId] = 1
  return (id) => fit[id] === 1
}

function anyOf(ids: readonly number[]): (id: number) => boolean {
  if (ids.length === 0) return () => true
  const wanted = new Set(ids)
  return (id) => wanted.has(id)
}

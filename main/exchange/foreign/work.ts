import { byCodePoint } from '../dataset-order.ts'

type ByAnnotator<T> = Map<string, T[]>

/** Things by document and annotator, each in their order. */
export function grouped<T>(
  things: readonly T[],
  documentOf: (thing: T) => string,
  annotatorOf: (thing: T) => string,
): Map<string, ByAnnotator<T>> {
  const byDocument = new Map<string, ByAnnotator<T>>()
  for (const thing of things) {
    const ofDocument: ByAnnotator<T> = byDocument.get(documentOf(thing)) ?? new Map()
    byDocument.set(documentOf(thing), ofDocument)
    const ofAnnotator = ofDocument.get(annotatorOf(thing))
    if (ofAnnotator) ofAnnotator.push(thing)
    else ofDocument.set(annotatorOf(thing), [thing])
  }
  return byDocument
}

/** In an order that writing and reading does not change. */
export function sortedKeys(groups: ReadonlyMap<string, unknown> | undefined): string[] {
  return [...(groups?.keys() ?? [])].sort(byCodePoint)
}

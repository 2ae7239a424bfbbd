import type * as Data from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { recordsWith, thatTouch, touched } from '../losses.ts'
import { casLosses } from '../uima-cas/losses.ts'
import { fitted } from './fitted.ts'
import { placesOf } from './places.ts'
import { tsv } from './serialization.ts'

/** What rows of words have no place for. Reads every text. */
export function tsvLosses(dataset: Data.Dataset): TouchingLoss[] {
  const { annotations, annotators, documents } = dataset
  const held = fitted(dataset)
  const places = placesOf(held)
  const spans = new Map(held.annotations.map(({ id, spans }) => [id, spans]))
  return thatTouch([
    ...casLosses(held, tsv),
    {
      what: 'metadata of documents, and names that no folder can have',
      touches: touched(
        'document',
        documents,
        ({ id, title, metadata }) => metadata.size > 0 || places.folders.get(id) !== title,
      ),
    },
    {
      what: 'names of annotators that no file can have',
      touches: touched('annotator', annotators, ({ id, name }) => (places.files.get(id) ?? name) !== name),
    },
    {
      what: 'passages of white space alone',
      touches: touched('annotation', annotations, ({ id }) => !spans.has(id)),
    },
    {
      what: 'white space at the edges of passages',
      touches: touched('annotation', annotations, (annotation) => {
        const kept = spans.get(annotation.id)
        return kept !== undefined && kept !== annotation.spans
      }),
    },
    {
      what: 'that an attribute is a number, or a yes or no',
      touches: touched('annotation', annotations, ({ attributes }) =>
        [...attributes.values()].some((value) => typeof value !== 'string'),
      ),
    },
    { what: 'carriage returns', touches: recordsWith(dataset, (words) => words.includes('\r')) },
  ])
}

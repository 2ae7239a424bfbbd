import type { Dataset } from '../../dataset.ts'
import { borrowedWords } from './borrowed-words.ts'

/** Words of a person that go out as they are, and what they are. */
export interface OwnWords {
  what: keyof typeof named
  words: string
}

const named = {
  notes: ['note', 'notes'],
  descriptions: ['description of a tag', 'descriptions of tags'],
  values: ['value of an attribute', 'values of attributes'],
  fields: ['field of a document', 'fields of documents'],
  project: ['description of the project', 'descriptions of the project'],
  method: ['account of how it was annotated', 'accounts of how it was annotated'],
} as const

/** All but titles, statements of claims and examples. */
export function* ownWordsOf(dataset: Dataset, method: string): Generator<OwnWords> {
  const { project, tags, annotations, claims, links, documents } = dataset
  yield { what: 'project', words: project.description }
  yield { what: 'method', words: method }
  for (const { definition, include, exclude } of tags)
    for (const words of [definition, include, exclude]) yield { what: 'descriptions', words }
  for (const { metadata } of documents) for (const words of metadata.values()) yield { what: 'fields', words }
  for (const { note, attributes } of annotations) {
    yield { what: 'notes', words: note }
    for (const value of attributes.values())
      if (typeof value === 'string') yield { what: 'values', words: value }
  }
  for (const { note } of [...claims, ...links]) yield { what: 'notes', words: note }
}

/** Says of words of withheld texts that they go out: nothing where there are none. */
export function toLookThrough(borrowed: readonly OwnWords[], wholeTitles: number): string[] {
  const counts = Map.groupBy(borrowed, ({ what }) => what)
  const parts = (Object.keys(named) as (keyof typeof named)[]).flatMap((what) => {
    const count = counts.get(what)?.length ?? 0
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${named[what][count === 1 ? 0 : 1]}`]
  })
  return [
    ...(parts.length === 0
      ? []
      : [
          `Words of withheld texts, ${borrowedWords} in a row or more, go out in ${listed(parts)}: look through them.`,
        ]),
    ...(wholeTitles === 0
      ? []
      : [
          wholeTitles === 1
            ? 'One withheld text goes out for the most part as the title of its document.'
            : `${wholeTitles.toLocaleString('en')} withheld texts go out for the most part as the titles of their documents.`,
        ]),
  ]
}

const listed = (parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

import type * as Data from '../../dataset.ts'
import { casContents, namesFor } from '../uima-cas/write.ts'
import { tsv } from './serialization.ts'

/** The folder of each document and the file of each annotator, by id, without endings: their only names here. */
export interface Places {
  folders: ReadonlyMap<string, string>
  files: ReadonlyMap<string, string>
}

export function placesOf(dataset: Data.Dataset): Places {
  const contents = casContents(dataset, namesFor(dataset, tsv))
  const parts = contents.map(({ path, content }) => ({ content, names: path.split('/') }))
  return {
    folders: new Map(parts.map(({ content, names }) => [content.document.id, names.at(-2)!])),
    files: new Map(
      parts.flatMap(({ content, names }) =>
        content.annotator ? [[content.annotator.id, names.at(-1)!] as const] : [],
      ),
    ),
  }
}

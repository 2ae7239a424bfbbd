import type { Repositories } from '../../../db/repositories/index.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import type { Arriving, ArrivingDocument } from '../sidecar/arriving.ts'
import { hashOf } from '../sidecar/records.ts'

/** What an arriving document is to the project. */
export type Match =
  | { as: 'new' }
  /** Neither in the project nor in the files. */
  | { as: 'missing' }
  | { as: 'same' | 'changed'; id: DocumentId; uid: string }

interface Known {
  id: DocumentId
  uid: string
  length: number
  names: string[]
}

/** Each arriving document: by its id, else by the hash of its text, else by a name that only one document has. */
export function matchDocuments(repositories: Repositories, arriving: Arriving): Map<string, Match> {
  const { documents, documentHeads } = repositories
  const known: Known[] = documentHeads.list().map(({ id, uid, title, length }) => {
    const file = documents.get(id).source.name
    return { id, uid, length, names: [file, withoutEnding(file), title].map(plainName) }
  })
  const byUid = new Map(known.map((document) => [document.uid, document]))
  const byLength = Map.groupBy(known, ({ length }) => length)
  const byName = new Map<string, Set<Known>>()
  for (const document of known) {
    for (const name of document.names) {
      const own = byName.get(name)
      if (own) own.add(document)
      else byName.set(name, new Set([document]))
    }
  }
  const hashes = new Map<DocumentId, string>()
  const hashOfKnown = ({ id }: Known): string => {
    const hash = hashes.get(id) ?? hashOf(documents.plainText(id))
    hashes.set(id, hash)
    return hash
  }
  const annotations = Map.groupBy(arriving.annotations, ({ document }) => document)
  const found = (document: ArrivingDocument, there: Known): Match => {
    const isSame = document.text
      ? document.text.text === documents.plainText(there.id)
      : document.textSha256 !== '' && document.textSha256 === hashOfKnown(there)
    return { as: isSame ? 'same' : 'changed', id: there.id, uid: there.uid }
  }

  return new Map(
    arriving.documents.map((document): [string, Match] => {
      const own = byUid.get(document.id)
      if (own) return [document.id, found(document, own)]
      const candidates = document.text ? (byLength.get(document.text.text.length) ?? []) : known
      const twin =
        document.textSha256 === '' && !document.text
          ? undefined
          : candidates.find(
              (other) =>
                hashOfKnown(other) === (document.text ? hashOf(document.text.text) : document.textSha256),
            )
      if (twin) return [document.id, { as: 'same', id: twin.id, uid: twin.uid }]
      const named = new Set(document.knownAs.flatMap((name) => [...(byName.get(plainName(name)) ?? [])]))
      const [only, ...others] = named
      if (only && others.length === 0) {
        const holds = () => holdsWords(documents.plainText(only.id), annotations.get(document.id) ?? [])
        if (document.text === null || holds()) return [document.id, found(document, only)]
      }
      return [document.id, { as: document.text === null ? 'missing' : 'new' }]
    }),
  )
}

/** Whether a text of the same name is a state of the same text: most of the words that were marked are in it. */
function holdsWords(text: string, annotations: readonly IncomingAnnotation[]): boolean {
  const quotes = annotations.flatMap(({ quote }) => quote ?? []).slice(0, 200)
  const there = quotes.filter((quote) => text.includes(quote)).length
  return quotes.length > 0 && there * 2 > quotes.length
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '')
const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

import type { Repositories } from '../../../db/repositories/index.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { hashOf } from '../content-hash.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import type { Arriving, ArrivingDocument } from '../sidecar/arriving.ts'
import { lengthOf, textHash } from '../spool/distant.ts'
import { withOwnWords } from './own-words.ts'
import { SearchedText } from './searched-text.ts'

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

/**
 * Each arriving document: by its id, else by the hash of its text, else by a name that only one document has. Of several
 * with the same words each takes the one of its name, else one that no other of another name has taken.
 */
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
  const found = (document: ArrivingDocument, there: Known): Match & { uid: string } => {
    const isSame = document.text
      ? textHash(document.text) === hashOfKnown(there) && document.text.text === documents.plainText(there.id)
      : document.textSha256 !== '' && document.textSha256 === hashOfKnown(there)
    return { as: isSame ? 'same' : 'changed', id: there.id, uid: there.uid }
  }

  const twinsOf = ({ text, textSha256 }: ArrivingDocument): Known[] => {
    if (textSha256 === '' && !text) return []
    const hash = text ? textHash(text) : textSha256
    return (text ? (byLength.get(lengthOf(text)) ?? []) : known).filter(
      (other) => hashOfKnown(other) === hash,
    )
  }
  const matches = new Map<string, Match>(arriving.documents.map(({ id }) => [id, { as: 'new' }]))
  const takers = new Map<string, string>()
  const take = (document: ArrivingDocument, match: Match & { uid: string }): void => {
    matches.set(document.id, match)
    if (!takers.has(match.uid)) takers.set(match.uid, nameOfDocument(document))
  }
  const unnamed: [ArrivingDocument, Known[]][] = []
  for (const document of arriving.documents) {
    const own = byUid.get(document.id)
    if (own) {
      take(document, found(document, own))
      continue
    }
    const names = document.knownAs.map(plainName)
    const twins = twinsOf(document)
    const twin = twins.find((other) => other.names.some((name) => names.includes(name)))
    if (twin) take(document, { as: 'same', id: twin.id, uid: twin.uid })
    else unnamed.push([document, twins])
  }
  for (const [document, twins] of unnamed) {
    const twin =
      twins.find(({ uid }) => (takers.get(uid) ?? nameOfDocument(document)) === nameOfDocument(document)) ??
      (document.text === null || !document.isNamed ? twins[0] : undefined)
    if (twin) {
      take(document, { as: 'same', id: twin.id, uid: twin.uid })
      continue
    }
    const named = new Set(document.knownAs.flatMap((name) => [...(byName.get(plainName(name)) ?? [])]))
    const [only, ...others] = named
    const holds = (own: string) =>
      holdsWords(documents.plainText(only!.id), own, annotations.get(document.id) ?? [])
    if (only && others.length === 0 && (document.text === null || holds(document.text.text))) {
      take(document, found(document, only))
    } else if (document.text === null) matches.set(document.id, { as: 'missing' })
  }
  return matches
}

/** Whether a text of the same name is a state of `own`: most of the words that were marked are in it. */
function holdsWords(text: string, own: string, annotations: readonly IncomingAnnotation[]): boolean {
  const quotes = annotations.slice(0, 200).flatMap((one) => withOwnWords(one, own).quote ?? [])
  const searched = new SearchedText(text)
  const isThere = (quote: string): boolean =>
    searched.text.includes(quote) || (quote.trim() !== '' && searched.nearly(quote, 0).length > 0)
  const there = quotes.filter(isThere).length
  return quotes.length > 0 && there * 2 > quotes.length
}

/** What tells documents of the same words apart; '' for what has no name. */
export const nameOfDocument = ({ isNamed, title }: ArrivingDocument): string =>
  isNamed ? plainName(title) : ''

const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '')
const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

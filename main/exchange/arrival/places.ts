import type { Doubt } from '../../../preload/contract/annotation-import.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import { lostLettersIn } from '../../import/lost-letters.ts'
import type { ProjectContext } from '../../project-context.ts'
import type * as Data from '../dataset.ts'
import type { IncomingAnnotation } from '../formats/annotation-format.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { findPassage, isWhereItSays } from './find-passage.ts'
import type { Match } from './match-documents.ts'
import { withOwnWords } from './own-words.ts'
import { SearchedText } from './searched-text.ts'

/** Where the passages of a document are, and in what state of it they were looked for. */
interface PlacesInDocument {
  state: string
  annotations: Data.Annotation[]
  doubts: Doubt[]
  lost: number
  without: number
  /** How many of them are in more parts than a window could show. */
  shattered: number
  /** Whether the text is not here and nothing is said of it. */
  isAbsent?: boolean
}

/** No person marks more pieces as one. */
const mostParts = 1000

/** By the id of the arriving document. */
export type Places = ReadonlyMap<string, PlacesInDocument>

export interface Placed {
  annotations: Data.Annotation[]
  leftOut: Loss[]
  doubts: Doubt[]
}

/**
 * Each annotation where its words are in the text that the project has or will have; it pauses after each. What was
 * found before stays where the document is what it was.
 */
export function* placing(
  { project }: ProjectContext,
  arriving: Arriving,
  matches: ReadonlyMap<string, Match>,
  before: Places = new Map(),
): Generator<void, Places> {
  const { documents } = project.repositories
  const arrivingById = new Map(arriving.documents.map((document) => [document.id, document]))
  const places = new Map<string, PlacesInDocument>()
  for (const [id, own] of Map.groupBy(arriving.annotations, ({ document }) => document)) {
    const match = matches.get(id)!
    const document = arrivingById.get(id)!
    const state = 'uid' in match ? `${match.as} ${match.uid} ${documents.revisionOf(match.id)}` : match.as
    const known = before.get(id)
    if (known?.state === state) {
      places.set(id, known)
      continue
    }
    const here: PlacesInDocument = {
      ...{ state, annotations: [], lost: 0, without: 0, shattered: 0 },
      doubts: lettersLost(document, match, arriving),
    }
    places.set(id, here)
    if (match.as === 'missing') {
      here.without = own.length
      here.doubts.push({
        where: document.title,
        what: 'There is no text of this name in the project: import it first, then this again.',
      })
      continue
    }
    const text = new SearchedText(match.as === 'new' ? document.text!.text : documents.plainText(match.id))
    const theirs = match.as === 'changed' ? document.text?.text : undefined
    const sameUpTo = match.as === 'changed' ? lengthOfSame(text.text, document, own) : Infinity
    for (const one of own) {
      const { quote, prefix, suffix, ...annotation } = theirs === undefined ? one : withOwnWords(one, theirs)
      if ((annotation.spans?.length ?? 0) > mostParts) {
        here.shattered += 1
        continue
      }
      const passage = findPassage({ ...annotation, quote, prefix, suffix }, text, sameUpTo)
      const where = `${document.title}: ${quoted(quote?.join(' […] ') ?? '')}`
      if (passage) {
        if (passage.doubt !== '') here.doubts.push({ where, what: passage.doubt })
        here.annotations.push({ ...annotation, spans: passage.spans })
      } else {
        here.lost += 1
        here.doubts.push({ where, what: 'These words are not in the text; the annotation was left out.' })
      }
      yield
    }
  }
  for (const document of arriving.documents) {
    const match = matches.get(document.id)!
    if (places.has(document.id)) continue
    const doubts = lettersLost(document, match, arriving)
    const isAbsent = match.as === 'missing'
    if (doubts.length > 0 || isAbsent)
      places.set(document.id, {
        state: match.as,
        annotations: [],
        doubts,
        lost: 0,
        without: 0,
        shattered: 0,
        isAbsent,
      })
  }
  return places
}

/** Up to where a text is the one that was annotated. Where nobody says which that was, passages tell that are all there. */
function lengthOfSame(
  text: string,
  document: Arriving['documents'][number],
  annotations: readonly IncomingAnnotation[],
): number {
  const theirs = document.text?.text
  if (theirs === undefined) {
    const isAsSaid = document.textSha256 === '' && annotations.every((one) => isWhereItSays(one, text))
    return isAsSaid ? Infinity : 0
  }
  let length = 0
  while (length < text.length && text.charCodeAt(length) === theirs.charCodeAt(length)) length += 1
  return length
}

/** Of a text that is new here; one of ours has been told of when it first came. */
function lettersLost(
  { title, text }: Arriving['documents'][number],
  match: Match,
  { isOurs }: Arriving,
): Doubt[] {
  const what = match.as === 'new' && !isOurs ? lostLettersIn(text!.text) : ''
  return what === '' ? [] : [{ where: title, what }]
}

/** The places of all documents together. */
export function placed(places: Places): Placed {
  const all = [...places.values()]
  const sum = (count: (one: PlacesInDocument) => number): number =>
    all.reduce((total, one) => total + count(one), 0)
  return {
    annotations: all.flatMap(({ annotations }) => annotations),
    doubts: all.flatMap(({ doubts }) => doubts),
    leftOut: [
      { what: 'annotations whose words are not in the text', count: sum(({ lost }) => lost) },
      { what: 'annotations of texts that are not here', count: sum(({ without }) => without) },
      {
        what: `annotations in more than ${mostParts.toLocaleString('en')} parts`,
        count: sum(({ shattered }) => shattered),
      },
      {
        what: 'texts without annotations that are not here',
        count: sum(({ isAbsent }) => (isAbsent ? 1 : 0)),
      },
    ].filter(({ count }) => count > 0),
  }
}

function quoted(passage: string): string {
  // No more of a long one than is shown need be taken apart.
  const characters = [...passage.slice(0, 200)]
  return `“${characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : passage}”`
}

import type { OpenProject } from '../../db/open-project.ts'
import type {
  CountColumns,
  DocumentCounts,
  DocumentHead,
  DocumentSummary,
} from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { keptWith } from '../argument/kept-with.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import { liveSurroundings, type Surroundings } from '../work-lists/surroundings.ts'
import { undisturbed } from './undisturbed.ts'

/** Documents that are read in one go: some milliseconds. */
const documentsAtOnce = 1000

/** The same of their heads, which may say much of each. */
const headsAtOnce = 200

/** What is read by the window in one go, in UTF-16 code units: a few milliseconds. */
const pieceLength = 200_000

/** What the list of documents shows. */
export function documentSummaries(project: OpenProject) {
  const { documentHeads, documents } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)
  const known = knownDocuments(project)
  const whole = undisturbed(project.history)

  /** Counted in the same breath as they are read. */
  async function summed(heads: () => DocumentHead[]): Promise<DocumentSummary[]> {
    const argument = await live.now()
    const all = heads()
    const counts = countIn(
      argument,
      around(),
      all.map(({ id }) => id),
    )
    return all.map((head, at) => ({ ...head, ...counts[at]! }))
  }

  const packed = () =>
    whole(async (slices) => {
      const pieces: string[] = []
      let piece: string[] = []
      let length = 0
      const close = () => {
        pieces.push(`[${piece.join(',')}]`)
        piece = []
        length = 0
      }
      for (const some of inPieces(documents.ids(), headsAtOnce)) {
        for (const head of documentHeads.some(some)) {
          const json = JSON.stringify(head)
          if (length > 0 && length + json.length > pieceLength) close()
          piece.push(json)
          length += json.length
        }
        await slices.rest()
      }
      close()
      return pieces
    })

  const counts = (): Promise<CountColumns> =>
    whole(async (slices) => {
      const argument = await live.now()
      // What the surroundings are put together from takes as long as the rest of them.
      known()
      await slices.rest()
      const about = around()
      await slices.rest()
      answeredNodes(argument, about.stances)
      await slices.rest()
      linksByDocument(argument)
      await slices.rest()
      const ids = documents.ids()
      const counted: DocumentCounts[] = []
      for (const some of inPieces(ids, documentsAtOnce)) {
        counted.push(...countIn(argument, about, some))
        await slices.rest()
      }
      const column = (name: keyof DocumentCounts) => Int32Array.from(counted, (own) => own[name])
      return {
        document: Int32Array.from(ids),
        annotations: column('annotations'),
        claims: column('claims'),
        unanswered: column('unanswered'),
        links: column('links'),
      }
    })

  return {
    /** In project order. */
    list: () => summed(documentHeads.list),
    /** The heads of the same as JSON, in pieces: the argument need not be read for it. */
    packed,
    /** What is counted in each, in project order. */
    counts,
    /** Those that are there. */
    some: (ids: readonly DocumentId[]) => summed(() => documentHeads.some(ids)),
  }
}

function* inPieces(ids: readonly DocumentId[], most: number): Generator<DocumentId[]> {
  for (let first = 0; first < ids.length; first += most) yield ids.slice(first, first + most)
}

/** Of each of these documents. */
function countIn(
  argument: Argument,
  { roles, stances }: Pick<Surroundings, 'roles' | 'stances'>,
  documents: readonly DocumentId[],
): DocumentCounts[] {
  const answered = answeredNodes(argument, stances).passages
  const links = linksByDocument(argument)
  return documents.map((id) => {
    const own: DocumentCounts = { annotations: 0, claims: 0, unanswered: 0, links: links[id] ?? 0 }
    for (const annotation of argument.inDocument(id)) {
      own.annotations += 1
      if (roles.get(argument.tag[annotation]!) !== 'claim') continue
      own.claims += 1
      if (answered[annotation] === 0) own.unanswered += 1
    }
    return own
  })
}

/** By document id: how many links end there. One within the document counts once. */
const linksByDocument = keptWith((argument: Argument): Int32Array => {
  const { order, document, type, sourceAnnotation, targetAnnotation } = argument
  const links = new Int32Array((document[order.at(-1) ?? 0] ?? 0) + 1)
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0) continue
    const [from, to] = [document[sourceAnnotation[link]!]!, document[targetAnnotation[link]!]!]
    if (from !== 0) links[from]! += 1
    if (to !== 0 && to !== from) links[to]! += 1
  }
  return links
})

import type { OpenProject } from '../../db/open-project.ts'
import type { DocumentHead } from '../../db/repositories/document-heads.ts'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { keptWith } from '../argument/kept-with.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { inSlices } from '../slices.ts'
import { liveSurroundings, type Surroundings } from '../work-lists/surroundings.ts'

/** Documents that are read in one go: some milliseconds. */
const documentsAtOnce = 1000

type Counts = Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>

/** What the list of documents shows. */
export function documentSummaries(project: OpenProject) {
  const { history } = project
  const { documentHeads, documents } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  /** Counted in the same breath as they are read. */
  async function summed(heads: () => DocumentHead[]): Promise<DocumentSummary[]> {
    const argument = await live.now()
    const all = heads()
    const counts = countIn(argument, around(), all)
    return all.map((head, at) => ({ ...head, ...counts[at]! }))
  }

  let changes = 0
  history.onCommitted(() => {
    changes += 1
  })

  /** In pieces, so that others are answered in between; anew where something has changed meanwhile. */
  async function packed(): Promise<string> {
    for (;;) {
      const at = changes
      const slices = inSlices()
      const pieces: string[] = []
      const ids = documents.ids()
      for (let first = 0; first < ids.length; first += documentsAtOnce) {
        const some = ids.slice(first, first + documentsAtOnce)
        pieces.push(JSON.stringify(await summed(() => documentHeads.some(some))).slice(1, -1))
        await slices.rest()
      }
      if (at === changes) return `[${pieces.join(',')}]`
    }
  }

  return {
    /** In project order. */
    list: () => summed(documentHeads.list),
    /** The same as JSON. */
    packed,
    /** Those that are there. */
    some: (ids: readonly DocumentId[]) => summed(() => documentHeads.some(ids)),
  }
}

/** Of each of these documents. */
function countIn(
  argument: Argument,
  { roles, stances }: Pick<Surroundings, 'roles' | 'stances'>,
  documents: readonly { id: DocumentId }[],
): Counts[] {
  const answered = answeredNodes(argument, stances).passages
  const links = linksByDocument(argument)
  return documents.map(({ id }) => {
    const own: Counts = { annotations: 0, claims: 0, unanswered: 0, links: links[id] ?? 0 }
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

import type { OpenProject } from '../../db/open-project.ts'
import type { DocumentHead } from '../../db/repositories/document-heads.ts'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes } from '../argument/attacks.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { liveSurroundings, type Surroundings } from '../work-lists/surroundings.ts'

type Counts = Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>

/** What the list of documents shows. */
export function documentSummaries(project: OpenProject) {
  const { documentHeads } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  /** Counted in the same breath as they are read. */
  async function summed(heads: () => DocumentHead[]): Promise<DocumentSummary[]> {
    const argument = await live.now()
    const all = heads()
    const counts = countIn(argument, around(), all)
    return all.map((head, at) => ({ ...head, ...counts[at]! }))
  }

  return {
    /** In project order. */
    list: () => summed(documentHeads.list),
    /** Those that are there. */
    some: (ids: readonly DocumentId[]) => summed(() => ids.flatMap((id) => documentHeads.find(id) ?? [])),
  }
}

/** Of each of these documents. A link within one document counts once. */
function countIn(
  argument: Argument,
  { roles, stances }: Pick<Surroundings, 'roles' | 'stances'>,
  documents: readonly { id: DocumentId }[],
): Counts[] {
  const { document, tag, type, sourceAnnotation, targetAnnotation } = argument
  const answered = answeredNodes(argument, stances).passages
  const places = new Map<number, Counts>()
  const counts = documents.map(({ id }) => {
    const own: Counts = { annotations: 0, claims: 0, unanswered: 0, links: 0 }
    for (const annotation of argument.inDocument(id)) {
      own.annotations += 1
      if (roles.get(tag[annotation]!) !== 'claim') continue
      own.claims += 1
      if (answered[annotation] === 0) own.unanswered += 1
    }
    places.set(id, own)
    return own
  })
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0) continue
    const [from, to] = [document[sourceAnnotation[link]!]!, document[targetAnnotation[link]!]!]
    const [source, target] = [places.get(from), to === from ? undefined : places.get(to)]
    if (source) source.links += 1
    if (target) target.links += 1
  }
  return counts
}

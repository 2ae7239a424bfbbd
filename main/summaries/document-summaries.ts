import type { OpenProject } from '../../db/open-project.ts'
import type { DocumentHead } from '../../db/repositories/document-heads.ts'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { answeredNodes, type Stances } from '../argument/attacks.ts'
import { keptWith } from '../argument/kept-with.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { liveSurroundings, type Surroundings } from '../work-lists/surroundings.ts'

type Counts = Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>

/** What the list of documents shows. */
export function documentSummaries(project: OpenProject) {
  const { documentHeads } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  async function counted(heads: () => DocumentHead[]): Promise<DocumentSummary[]> {
    const argument = await live.now()
    const { roles, stances } = around()
    const { annotations, claims, unanswered, links } = countByDocument(argument, roles, stances)
    return heads().map((head) => {
      const counts: Counts = {
        annotations: annotations[head.id] ?? 0,
        claims: claims[head.id] ?? 0,
        unanswered: unanswered[head.id] ?? 0,
        links: links[head.id] ?? 0,
      }
      return { ...head, ...counts }
    })
  }

  return {
    /** In project order. */
    list: () => counted(documentHeads.list),
    /** Those that are there. */
    some: (ids: readonly DocumentId[]) => counted(() => ids.flatMap((id) => documentHeads.find(id) ?? [])),
  }
}

/** By document id. A link within one document counts once. */
const countByDocument = keptWith(
  (argument: Argument, roles: Surroundings['roles'], stances: Stances): Record<keyof Counts, Int32Array> => {
    const { order, document, tag, type, sourceAnnotation, targetAnnotation } = argument
    const answered = answeredNodes(argument, stances).passages
    // They come by document id.
    const column = () => new Int32Array((document[order.at(-1) ?? 0] ?? 0) + 1)
    const [annotations, claims, unanswered, links] = [column(), column(), column(), column()]
    for (const id of order) {
      const where = document[id]!
      annotations[where]! += 1
      if (roles.get(tag[id]!) !== 'claim') continue
      claims[where]! += 1
      if (answered[id] === 0) unanswered[where]! += 1
    }
    for (let link = 1; link < type.length; link++) {
      if (type[link] === 0) continue
      const [from, to] = [document[sourceAnnotation[link]!]!, document[targetAnnotation[link]!]!]
      if (from !== 0) links[from]! += 1
      if (to !== 0 && to !== from) links[to]! += 1
    }
    return { annotations, claims, unanswered, links }
  },
)

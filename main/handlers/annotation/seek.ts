import type { SoughtAnnotation } from '../../../db/repositories/sought-annotations.ts'
import { awaitedAttributes } from '../../../preload/contract/attribute-rules.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import { answeredNodes } from '../../argument/attacks.ts'
import { linkedPassages } from '../../argument/linked-passages.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { ProjectContext } from '../../project-context.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'

type Verbs = Pick<ProjectHandlers['annotation'], 'seek' | 'seekElsewhere'>
type Seeking = Pick<ParsedOf<'annotation.seek'>, 'sought' | 'step' | 'hidden'>
type Found = SoughtAnnotation & { awaits: string[] }

const beyondAnyText = Number.MAX_SAFE_INTEGER

/** Going from one annotation to the next of its kind, in a document and over documents. */
export function seekHandlers({ project }: ProjectContext): Verbs {
  const { annotations, documents, soughtAnnotations, tags } = project.repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  /** By annotation id, 1 for what is answered or linked already. Nobody waits for the argument who does not seek by it. */
  async function passedOver({ sought }: Seeking): Promise<Uint8Array | undefined> {
    if (sought.kind === 'unanswered') return answeredNodes(await live.now(), around().stances).passages
    if (sought.kind === 'unlinked') return linkedPassages(await live.now())
    return undefined
  }

  function* all(
    documentId: DocumentId,
    { sought, step, hidden }: Seeking,
    passed: Uint8Array | undefined,
    start?: number,
  ): Generator<Found> {
    const from = start ?? (step > 0 ? 0 : beyondAnyText)
    const listed = sought.kind === 'awaiting' ? tags.listByPosition() : []
    const definitions = new Map(listed.map((tag) => [tag.id, tag.attributes]))
    for (const found of soughtAnnotations.from(documentId, from, step, sought, hidden)) {
      if (passed?.[found.id] === 1) continue
      const awaits =
        sought.kind === 'awaiting'
          ? awaitedAttributes(definitions.get(found.tagId) ?? [], found.attributes).map(({ name }) => name)
          : []
      if (sought.kind !== 'awaiting' || awaits.length > 0) yield { ...found, awaits }
    }
  }

  return {
    async seek({ documentId, from, ...seeking }) {
      const passed = await passedOver(seeking)
      const here = 'annotation' in from ? annotations.get(from.annotation) : undefined
      const first = here?.spans[0]
      const start = first?.start ?? ('offset' in from ? from.offset : 0)
      const isBeyond = (found: Found) =>
        here && first
          ? inReadingOrder(found, { ...first, id: here.id }) * seeking.step > 0
          : seeking.step > 0
            ? found.start >= start
            : found.start < start

      for (const found of all(documentId, seeking, passed, start))
        if (isBeyond(found)) return { id: found.id, round: false, awaits: found.awaits }
      for (const found of all(documentId, seeking, passed))
        if (found.id !== here?.id) return { id: found.id, round: true, awaits: found.awaits }
      return null
    },

    async seekElsewhere({ documentId, ...seeking }) {
      const passed = await passedOver(seeking)
      const ids = documents.ids()
      const at = ids.indexOf(documentId)
      if (at < 0) throw new Failure('not-found', 'This document is not there any more.')
      const after = [...ids.slice(at + 1), ...ids.slice(0, at)]
      for (const id of seeking.step > 0 ? after : after.reverse()) {
        for (const found of all(id, seeking, passed)) return { documentId: id, id: found.id }
      }
      return null
    },
  }
}

/** By start; of two that start together the longer first, then by id. */
function inReadingOrder(
  a: Pick<Found, 'start' | 'end' | 'id'>,
  b: Pick<Found, 'start' | 'end' | 'id'>,
): number {
  return a.start - b.start || b.end - a.end || a.id - b.id
}

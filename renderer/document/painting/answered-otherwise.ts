import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { LinkMark } from '../view.ts'

type Links = ReadonlyMap<AnnotationId, LinkMark>

/** Those that are answered now and were not before, or the other way round. */
export function* answeredOtherwise(before: Links, after: Links): Generator<AnnotationId> {
  for (const [id, { answered }] of before) if (answered && !after.get(id)?.answered) yield id
  for (const [id, { answered }] of after) if (answered && !before.get(id)?.answered) yield id
}

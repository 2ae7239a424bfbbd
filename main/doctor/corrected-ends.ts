import type { OpenProject } from '../../db/open-project.ts'
import type { EarlierText } from '../../db/repositories/wordings.ts'
import type { AnnotationId, DocumentId, LinkId, RevisionId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { inSlices } from '../slices.ts'

/**
 * Links at a passage whose words did not stand in the text as it was when the link was made: a correction since then
 * has touched them.
 */
export async function correctedEnds({ repositories }: OpenProject, argument: Argument): Promise<string[]> {
  const { wordings, revisions, documents, links } = repositories
  const texts = new Map<DocumentId, EarlierText[]>()
  for (const one of wordings.revisionsOfCorrected()) {
    const known = texts.get(one.documentId)
    if (known) known.push(one)
    else texts.set(one.documentId, [one])
  }
  if (texts.size === 0) return []

  const slices = inSlices()
  const found: string[] = []
  const { type, document, sourceAnnotation, targetAnnotation } = argument
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0) continue
    const ends = [sourceAnnotation[link]!, targetAnnotation[link]!].filter(
      (id) => id > 0 && texts.has(document[id]! as DocumentId),
    )
    if (ends.length === 0) continue
    const created = links.find(link as LinkId)?.created
    if (created !== undefined && ends.some((id) => isTouched(id as AnnotationId, created)))
      found.push(`l${link}`)
    await slices.rest()
  }
  return found

  function isTouched(id: AnnotationId, linked: string): boolean {
    const documentId = document[id]! as DocumentId
    const all = texts.get(documentId)!
    const then = all.findLast(({ created }) => created <= linked) ?? all[0]!
    if (then.revisionId === documents.revisionOf(documentId)) return false
    const text = revisions.text(then.revisionId as RevisionId)
    return wordings.quotes(id).some((quote) => !text.includes(quote))
  }
}

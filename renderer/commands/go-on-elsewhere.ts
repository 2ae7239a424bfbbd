import { say } from '../store/notices.ts'
import { goToAnnotation, goToSpan, openDocument } from '../store/places.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { nameOf } from './say-where.ts'

/** Goes to the place in another document that is offered. */
export async function goOnElsewhere(): Promise<void> {
  const { offer, documents, activeSide } = workbench.getState()
  if (!offer) return
  workbench.setState({ offer: null })
  const { at, documentId } = offer
  const title = documents.find(({ id }) => id === documentId)?.title ?? ''
  if (typeof at === 'number') {
    await goToAnnotation(at, documentId)
    const { focused } = workbench.getState()
    const view = activeView()
    if (view && focused) say(`In ${title}: ${nameOf(focused.annotation.id, view, [])}`)
    return
  }
  if (at) await goToSpan(documentId, at, activeSide)
  else await openDocument(documentId)
  say(`In ${title}`)
}

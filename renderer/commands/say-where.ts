import type { AnnotationId } from '../../preload/contract/ids.ts'
import { say } from '../store/notices.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'

const charactersSaid = 60

/** Says which annotation of the active text one has come to: “Claim, 3 of 15: we see no sign …”. */
export function sayAnnotation(id: AnnotationId): void {
  const view = activeView()
  const span = view?.spansOf(id)[0]
  if (!view || !span) return
  const tag = workbench.getState().tags.find((one) => one.id === view.tagOf(id))
  const place = view.placeOf(id)
  const words = view.text.text.slice(span.start, Math.min(span.end, span.start + charactersSaid)).trim()
  const rest = span.end - span.start > charactersSaid ? '…' : ''
  say(`${tag?.name ?? 'Annotation'}${place ? `, ${place.number} of ${place.of}` : ''}: ${words}${rest}`)
}

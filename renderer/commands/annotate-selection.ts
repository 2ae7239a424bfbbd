import type { TagId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { countOf, countWords } from '../store/counting.ts'
import { focusNew } from '../store/focus.ts'
import { say } from '../store/notices.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'

/** Tags what is selected in the active text and puts the new annotation in focus. */
export async function annotateSelection(tagId: TagId): Promise<void> {
  const { panes, activeSide, tags } = workbench.getState()
  const pane = panes[activeSide]
  const view = activeView()
  const span = view?.selection()
  if (!pane || !view || !span) return
  const annotation = await request('annotation.create', { documentId: pane.documentId, tagId, spans: [span] })
  focusNew(annotation, activeSide)
  const name = tags.find((tag) => tag.id === tagId)?.name ?? ''
  say(`Tagged as ${name}, ${countOf(countWords(view.text, span), 'word')}`)
}

import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { Changed } from '../../preload/contract/events.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { workbench } from './workbench.ts'

/** More than so many at once are quicker asked for with all the others. */
const mostAsked = 500

/** All documents in project order. */
export async function listDocuments(): Promise<DocumentSummary[]> {
  return JSON.parse(await request('document.packed', undefined))
}

/**
 * Brings the mirrored documents up to date with a commit. Those that did not change stay the same objects, and only
 * those that did cross the border, so that moving one of 10,000 costs no more than their ids.
 */
export async function refreshDocuments({ documents: changed, lists }: Changed): Promise<void> {
  const reordered = lists.includes('document')
  if (changed === null) return show(await listDocuments())
  if (!reordered && changed.length === 0) return
  const known = byId()
  const order = reordered ? ([...(await request('document.order', undefined))] as DocumentId[]) : null
  const asked = new Set([...changed, ...(order ?? []).filter((id) => !known.has(id))])
  if (asked.size > mostAsked) return show(await listDocuments())

  const now = asked.size === 0 ? [] : await request('document.summaries', { ids: [...asked] })
  const fresh = new Map(now.map((document) => [document.id, document]))
  if (order) {
    const current = byId()
    show(order.flatMap((id) => fresh.get(id) ?? current.get(id) ?? []))
    return
  }
  workbench.setState(({ documents }) => ({
    documents: documents.map((document) => fresh.get(document.id) ?? document),
  }))
}

function byId(): Map<DocumentId, DocumentSummary> {
  return new Map(workbench.getState().documents.map((document) => [document.id, document]))
}

/** Shows these documents; a pane or a choice whose document has gone is empty. */
function show(documents: DocumentSummary[]): void {
  const there = new Set(documents.map((document) => document.id))
  workbench.setState((state) => {
    const left = state.panes.left && there.has(state.panes.left.documentId) ? state.panes.left : null
    const right = state.panes.right && there.has(state.panes.right.documentId) ? state.panes.right : null
    const focusedGone = state.focused && !there.has(state.focused.annotation.documentId)
    return {
      documents,
      panes:
        left === state.panes.left && right === state.panes.right
          ? state.panes
          : { left: left ?? right, right: left ? right : null },
      activeSide: left && right ? state.activeSide : 'left',
      focused: focusedGone ? null : state.focused,
    }
  })
}

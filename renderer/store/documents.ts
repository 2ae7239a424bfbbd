import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { Changed } from '../../preload/contract/events.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { refreshSummaries } from './document-summaries.ts'
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
export async function refreshDocuments({ documents: changed, ...rest }: Changed): Promise<void> {
  if (changed === null || changed.length > mostAsked) return show(await listDocuments())
  if (!rest.lists.includes('document')) {
    if (changed.length > 0) refreshSummaries(changed, { atOnce: !countsOnly(rest) })
    return
  }
  const known = byId()
  const order = [...(await request('document.order', undefined))] as DocumentId[]
  const asked = new Set([...changed, ...order.filter((id) => !known.has(id))])
  if (asked.size > mostAsked) return show(await listDocuments())

  const now = asked.size === 0 ? [] : await request('document.summaries', { ids: [...asked] })
  const fresh = new Map(now.map((document) => [document.id, document]))
  const current = byId()
  show(order.flatMap((id) => fresh.get(id) ?? current.get(id) ?? []))
}

/** Whether of the documents only what is counted in them has changed. */
function countsOnly({ annotations, links }: Pick<Changed, 'annotations' | 'links'>): boolean {
  const parts = [annotations ?? { upserted: [], removed: [] }, links]
  return parts.some(({ upserted, removed }) => upserted.length > 0 || removed.length > 0)
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

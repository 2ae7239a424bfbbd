import { useMemo } from 'react'
import { collectionsOf } from '../../../preload/contract/collections.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { collect, moveCollection, uncollectAll } from '../../commands/collections.ts'
import { moveDocuments } from '../../commands/edit-document.ts'
import type { DocumentListView } from '../../store/documents/list-view.ts'
import { showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import type { RowDragging } from '../../ui/row-drag.ts'
import type { ListRow } from './list-rows.ts'

const draggedType = 'application/x-rejoinder-documents'
const draggedCollectionType = 'application/x-rejoinder-collection'

/**
 * Documents are dragged to another place where the list is in project order, onto the head of a collection where it
 * stands in groups, or out of all onto that of those in none, and into the tray of collections from everywhere. Heads of
 * collections are dragged before others.
 */
export function useListDragging(
  rows: readonly ListRow[],
  { order, grouped }: DocumentListView,
  writable: boolean,
): RowDragging | undefined {
  return useMemo(
    () => (writable ? draggingIn(rows, order, grouped) : undefined),
    [rows, order, grouped, writable],
  )
}

function draggingIn(
  rows: readonly ListRow[],
  order: DocumentListView['order'],
  grouped: boolean,
): RowDragging {
  /** The name of the collection that is being dragged. */
  let collection: string | null = null
  return {
    onStart(index, transfer) {
      const row = rows[index]
      if (row?.kind === 'head' && row.group.name !== '') {
        collection = row.group.name
        transfer.setData(draggedCollectionType, collection)
        transfer.effectAllowed = 'move'
        return true
      }
      if (row?.kind !== 'document') return false
      const { chosenDocuments: chosen } = workbench.getState()
      const ids = chosen.includes(row.document.id) ? chosen : [row.document.id]
      transfer.setData(draggedType, JSON.stringify(ids))
      transfer.effectAllowed = 'move'
      // Drawing anew at once would take the row from under the drag.
      setTimeout(() => workbench.setState({ dragged: ids }))
      return true
    },
    landingAt(index, part) {
      const row = rows[index]
      if (collection !== null) return beforeHead(rows, index)
      if (!row || workbench.getState().dragged.length === 0) return null
      if (grouped) return onHead(rows, index)
      return order === 'project' ? { before: part > 0.5 ? index + 1 : index } : null
    },
    onDrop(landing) {
      if (collection !== null) {
        const row = 'before' in landing ? rows[landing.before] : undefined
        moveCollection(collection, row?.kind === 'head' && row.group.name !== '' ? row.group.name : null)
        collection = null
        return
      }
      const ids = takeDragged()
      if (ids.length === 0) return
      if ('onto' in landing) {
        const head = rows[landing.onto]
        if (head?.kind !== 'head') return
        const { name } = head.group
        ;(name === '' ? uncollectAll(ids) : collect(ids, name)).catch(showFailure)
        return
      }
      const moved = new Set(ids)
      const after = rows
        .slice(landing.before)
        .find((row) => row.kind === 'document' && !moved.has(row.document.id))
      const last = rows.at(-1)
      const beforeId = after?.kind === 'document' ? after.document.id : afterAll(last, moved)
      moveDocuments(inOrderOf(rows, moved), beforeId).catch(showFailure)
    },
    onEnd() {
      collection = null
      workbench.setState({ dragged: [] })
    },
  }
}

/** What is being dragged; from now on nothing is. */
export function takeDragged(): DocumentId[] {
  const { dragged } = workbench.getState()
  workbench.setState({ dragged: [] })
  return dragged
}

/** The head of the group that a row is in; that of no collection only for documents that are in one. */
function onHead(rows: readonly ListRow[], index: number): { onto: number } | null {
  const at = rows.findLastIndex((row, one) => one <= index && row.kind === 'head')
  const head = rows[at]
  if (head?.kind !== 'head') return null
  return head.group.name !== '' || isAnyCollected() ? { onto: at } : null
}

function isAnyCollected(): boolean {
  const { documents, dragged } = workbench.getState()
  const ids = new Set(dragged)
  return documents.some(({ id, metadata }) => ids.has(id) && collectionsOf(metadata).length > 0)
}

/** The nearest head at or above a row; a collection lands before it, or below all where it is the last one. */
function beforeHead(rows: readonly ListRow[], index: number): { before: number } | null {
  if (index >= rows.length) return { before: rows.length }
  const at = rows.findLastIndex((row, one) => one <= index && row.kind === 'head')
  return at < 0 ? null : { before: at }
}

/** As they stand in the list, whatever the order in which they were chosen. */
function inOrderOf(rows: readonly ListRow[], moved: ReadonlySet<DocumentId>): DocumentId[] {
  const shown = rows.flatMap((row) =>
    row.kind === 'document' && moved.has(row.document.id) ? [row.document.id] : [],
  )
  const hidden = [...moved].filter((id) => !shown.includes(id))
  return [...shown, ...hidden]
}

/** Below all that are shown: before what the project has after the last of them. */
function afterAll(last: ListRow | undefined, moved: ReadonlySet<DocumentId>): DocumentId | null {
  if (last?.kind !== 'document') return null
  const { documents } = workbench.getState()
  const at = documents.findIndex(({ id }) => id === last.document.id)
  return documents.slice(at + 1).find(({ id }) => !moved.has(id))?.id ?? null
}

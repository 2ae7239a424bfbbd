import { noFilter } from '../../preload/contract/filter.ts'
import type { AnnotationId, LinkId } from '../../preload/contract/ids.ts'
import type { DescribedEnd } from '../../preload/contract/link.ts'
import type { WorkListName } from '../../preload/contract/work-list.ts'
import { request } from '../client.ts'
import { changeClaimsView } from '../store/argument/claims.ts'
import type { ClaimsView } from '../store/argument/claims-view.ts'
import { changeOverview } from '../store/argument/overview.ts'
import { askWorkList } from '../store/argument/work-lists.ts'
import { type TableView, usualTable } from '../store/documents/table-view.ts'
import { showMiddle } from '../store/middle.ts'
import { goToAnnotation, otherSide } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'
import { openEnd } from './claims.ts'

/** The table of documents, narrowed to those that a number counts. */
export function showDocumentsWith(filters: TableView['filters'], from: string): void {
  changeOverview({ from })
  workbench.setState(({ table }) => {
    const shown = new Set(table.columns.map(({ id }) => id))
    // What is filtered by is seen, so that it can be taken away again.
    const missing = usualTable.columns.filter(({ id }) => id in filters && !shown.has(id))
    return { table: { ...table, columns: [...table.columns, ...missing], filters } }
  })
  showMiddle('table')
}

/** A work list of the whole project. */
export function showWorkList(list: WorkListName, from: string): void {
  changeOverview({ from })
  askWorkList({ list, filter: noFilter, order: 'project' })
  showMiddle('work-lists')
}

/** The view of claims with those that a number counts. */
export function showClaims(show: ClaimsView['show'], from: string): void {
  changeOverview({ from })
  changeClaimsView({ show, words: '', current: null, row: '', chosen: [] })
  showMiddle('claims')
}

/** From a row of a list to its passage, or to where its link begins; the list remembers the row, to come back to. */
export async function openListed(end: DescribedEnd, beside: boolean): Promise<void> {
  if (end.kind === 'annotation') {
    const { id, documentId } = end.annotation
    changeOverview({ row: id })
    const { activeSide } = workbench.getState()
    await goToAnnotation(id, documentId, beside ? otherSide(activeSide) : activeSide)
  } else if (end.kind === 'link') {
    changeOverview({ row: end.link })
    const { source } = await request('link.get', { id: end.link })
    await openEnd('', source, beside)
  }
}

/** What is known of the passages or links of a list. */
export function describeListed(
  of: 'passages' | 'links',
  ids: readonly number[],
): Promise<(DescribedEnd | null)[]> {
  const ends = ids.map((id) => (of === 'links' ? { link: id as LinkId } : { annotation: id as AnnotationId }))
  return request('link.describe', { ends })
}

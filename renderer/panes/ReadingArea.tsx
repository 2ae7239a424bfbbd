import { DocumentTable } from '../panels/document-table/DocumentTable.tsx'
import { useWorkbench } from '../store/workbench.ts'
import { DocumentPane } from './DocumentPane.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import { TagBar } from './TagBar.tsx'
import './panes.css'

/** One document, or two side by side, under the tags that a selection can be given; or the table of all documents. */
export function ReadingArea() {
  const { left, right } = useWorkbench((state) => state.panes)
  const isTable = useWorkbench((state) => state.middle === 'table')
  if (isTable) return <DocumentTable />
  if (!left) return <NothingOpen />
  return (
    <>
      <TagBar />
      <div className="panes">
        <DocumentPane side="left" documentId={left.documentId} alone={right === null} />
        {right && <DocumentPane side="right" documentId={right.documentId} alone={false} />}
      </div>
    </>
  )
}

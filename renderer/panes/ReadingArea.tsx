import { createElement } from 'react'
import { middleViews } from '../panels/middle-views.ts'
import { useWorkbench } from '../store/workbench.ts'
import { DocumentPane } from './DocumentPane.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import { TagBar } from './TagBar.tsx'
import { Threads } from './threads/Threads.tsx'
import './panes.css'

/** One document, or two side by side, under the tags that a selection can be given; or the view that takes their place. */
export function ReadingArea() {
  const { left, right } = useWorkbench((state) => state.panes)
  const middle = useWorkbench((state) => state.middle)
  if (middle !== 'texts') return createElement(middleViews[middle])
  if (!left) return <NothingOpen />
  return (
    <>
      <TagBar />
      <div className="panes">
        <DocumentPane side="left" documentId={left.documentId} alone={right === null} />
        {right && <DocumentPane side="right" documentId={right.documentId} alone={false} />}
        {right && <Threads left={left.documentId} right={right.documentId} />}
      </div>
    </>
  )
}

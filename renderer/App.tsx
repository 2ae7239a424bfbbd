import './App.css'
import { AnswersPanel } from './panels/answers/AnswersPanel.tsx'
import { ReadingPairs } from './panels/confrontation/ReadingPairs.tsx'
import { Dialogs } from './panels/Dialogs.tsx'
import { DocumentsPanel } from './panels/documents/DocumentsPanel.tsx'
import { DropTarget } from './panels/import/DropTarget.tsx'
import { Inspector } from './panels/inspector/Inspector.tsx'
import { PendingLinkTray } from './panels/link/PendingLinkTray.tsx'
import { GoOnElsewhere } from './panels/moving/GoOnElsewhere.tsx'
import { OutlinePanel } from './panels/outline/OutlinePanel.tsx'
import { StartScreen } from './panels/start/StartScreen.tsx'
import { StatusLine } from './panels/status/StatusLine.tsx'
import { Tasks } from './panels/tasks/Tasks.tsx'
import { Notices } from './panels/toasts/Notices.tsx'
import { WalkStrip } from './panels/work-lists/WalkStrip.tsx'
import { ReadingArea } from './panes/ReadingArea.tsx'
import { isAreaShown } from './store/screen.ts'
import { useWorkbench } from './store/workbench.ts'

/** The whole window: the start screen, or the open project. */
export function App() {
  const ready = useWorkbench((state) => state.ready)
  const path = useWorkbench((state) => state.project?.path)
  if (!ready) return null
  return (
    <>
      {/* Nothing of one project stays in the window for the next, whose ids are the same. */}
      {path === undefined ? <StartScreen /> : <Workbench key={path} />}
      <Dialogs />
      <DropTarget />
      <Notices />
    </>
  )
}

function Workbench() {
  const documents = useWorkbench((state) => isAreaShown('documents', state))
  const inspector = useWorkbench((state) => isAreaShown('inspector', state))
  const outline = useWorkbench((state) => isAreaShown('outline', state))
  const answering = useWorkbench((state) => state.answering !== null)
  const narrow = useWorkbench((state) => state.narrow)
  // The other views say what the list does, and have no annotation in focus.
  const isReading = useWorkbench((state) => state.middle === 'texts')
  const focusMode = useWorkbench((state) => state.focusMode !== null)
  return (
    <div className="workbench" data-narrow={narrow || undefined} data-focus-mode={focusMode || undefined}>
      {(documents || outline) && isReading && (
        <div className="workbench-side">
          {documents && <DocumentsPanel />}
          {outline && <OutlinePanel />}
        </div>
      )}
      <main className="workbench-middle">
        <ReadingArea />
        {isReading && <WalkStrip />}
        <GoOnElsewhere />
        <PendingLinkTray />
        <ReadingPairs />
      </main>
      {isReading && (answering ? <AnswersPanel /> : inspector && <Inspector />)}
      <Tasks />
      <StatusLine />
    </div>
  )
}

import { useEffect, useState } from 'react'
import { importDropped } from '../../commands/import-documents.ts'
import { isLooking } from '../../commands/looking.ts'
import { notify, showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import './import.css'

/** Takes files dropped anywhere on the window, and says what dropping would do while they hang over it. */
export function DropTarget() {
  const hovering = useDroppedFiles()
  const project = useWorkbench((state) => state.project)
  if (!hovering) return null
  return (
    <div className="drop-target" aria-hidden>
      <p>{whatDroppingDoes(project)}</p>
    </div>
  )
}

function whatDroppingDoes(project: { name: string; readOnly: string } | null): string {
  if (!project) return 'Drop a project to open it, or texts to begin a project with them.'
  if (project.readOnly !== '') return 'This project is read only. A project file can be opened.'
  return `Drop to import into ${project.name}.`
}

/** Listens on the whole window; only files count, so that text can still be dragged. */
function useDroppedFiles(): boolean {
  const [hovering, setHovering] = useState(false)
  useEffect(() => {
    // Every element that is entered or left says so; the files are over the window while more were entered.
    let depth = 0
    const settle = (next: number) => {
      depth = Math.max(0, next)
      setHovering(depth > 0)
    }
    const enter = (event: DragEvent) => holdsFiles(event) && settle(depth + 1)
    const leave = (event: DragEvent) => holdsFiles(event) && settle(depth - 1)
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      settle(0)
      take([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop }
    for (const [type, listener] of Object.entries(listeners))
      window.addEventListener(type, listener as EventListener, true)
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        window.removeEventListener(type, listener as EventListener, true)
    }
  }, [])
  return hovering
}

function take(files: File[]): void {
  const { project, dialog } = workbench.getState()
  const opens = files.some((file) => file.name.endsWith('.rejoinder'))
  if (isLooking())
    notify('failure', 'Files are being looked at already: wait for them, then drop these again.')
  else if (dialog) notify('failure', 'Close the dialog first, then drop the files again.')
  else if (project && project.readOnly !== '' && !opens) notify('failure', project.readOnly)
  else importDropped(files).catch(showFailure)
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

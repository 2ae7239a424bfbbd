import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { showInFolder } from '../../commands/export-dataset.ts'
import { cancelTask } from '../../commands/import-documents.ts'
import { choosePdfTarget, newPrintTask, printOnPaper, writePdf } from '../../commands/print-document.ts'
import { showFailure } from '../../store/notices.ts'
import { activeView } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { PrintFields } from './PrintFields.tsx'
import './print.css'

type Stage =
  | { name: 'choosing'; problem: string }
  | { name: 'asking-to-replace'; path: string }
  | { name: 'working'; task: string }
  | { name: 'done'; path: string }

export interface PrintDialogProps {
  documentId: DocumentId
  /** What was asked for first; the other is a button away. */
  makes: 'paper' | 'pdf'
  onClose: () => void
}

/** What goes on paper with the text, and whether it goes to a printer or into a PDF file. */
export function PrintDialog({ documentId, makes, onClose: close }: PrintDialogProps) {
  // The dialog that is closed is often another one than was opened; from each the way leads back to the text.
  const onClose = () => {
    close()
    setTimeout(() => activeView()?.focus())
  }
  const title = useWorkbench((state) => state.documents.find(({ id }) => id === documentId)?.title ?? '')
  const [stage, setStage] = useState<Stage>({ name: 'choosing', problem: '' })

  const work = async (act: (task: string) => Promise<Stage | null>) => {
    const task = newPrintTask()
    setStage({ name: 'working', task })
    try {
      const next = await act(task)
      if (next) setStage(next)
      else onClose()
    } catch (cause) {
      setStage({ name: 'choosing', problem: problemOf(cause) })
    }
  }
  const write = (path: string, replace: boolean) =>
    work(async (task) => {
      await writePdf(documentId, path, replace, task)
      return { name: 'done', path }
    })
  const save = async () => {
    const target = await choosePdfTarget(documentId)
    if (target?.exists) setStage({ name: 'asking-to-replace', path: target.path })
    else if (target) await write(target.path, false)
  }
  const print = () =>
    work(async (task) => ((await printOnPaper(documentId, task)) ? null : { name: 'choosing', problem: '' }))

  switch (stage.name) {
    case 'choosing':
      return (
        <Dialog
          title={makes === 'pdf' ? 'Save as PDF' : 'Print'}
          description={title}
          onClose={onClose}
          footer={
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button look={makes === 'pdf' ? 'plain' : 'primary'} onPress={() => print().catch(showFailure)}>
                Print…
              </Button>
              <Button look={makes === 'pdf' ? 'primary' : 'plain'} onPress={() => save().catch(showFailure)}>
                Save as PDF…
              </Button>
            </>
          }
        >
          {stage.problem !== '' && (
            <div className="print-problem" role="alert">
              <Notice tone="failure">{stage.problem}</Notice>
            </div>
          )}
          <PrintFields />
        </Dialog>
      )
    case 'asking-to-replace':
      return (
        <ConfirmDialog
          title={`Replace “${stage.path.split(/[/\\]/).at(-1)}”?`}
          confirmLabel="Replace"
          isDanger
          onCancel={() => setStage({ name: 'choosing', problem: '' })}
          onConfirm={() => write(stage.path, true)}
        >
          <p className="print-path">
            There is something at {stage.path} already. What is there now will be gone.
          </p>
        </ConfirmDialog>
      )
    case 'working':
      return <Working task={stage.task} />
    case 'done':
      return (
        <Dialog
          title="PDF written"
          width="small"
          onClose={onClose}
          footer={
            <>
              <Button icon={FolderOpen} onPress={() => showInFolder(stage.path).catch(showFailure)}>
                Show in folder
              </Button>
              <Button look="primary" autoFocus onPress={onClose}>
                Done
              </Button>
            </>
          }
        >
          <p className="print-path selectable">{stage.path}</p>
        </Dialog>
      )
  }
}

/** Setting the pages of a long text takes a while; stopped, it leaves nothing behind. */
function Working({ task }: { task: string }) {
  const progress = useWorkbench((state) => state.tasks[task])
  const cancel = () => cancelTask(task)
  return (
    <Dialog
      title="Preparing the pages"
      width="small"
      isBusy
      onClose={cancel}
      footer={
        <Button autoFocus onPress={cancel}>
          Cancel
        </Button>
      }
    >
      <ProgressBar label={progress?.doing ?? 'Reading the text'} value={0} max={0} />
    </Dialog>
  )
}

function problemOf(cause: unknown): string {
  if (cause instanceof Failure) return cause.message
  showFailure(cause)
  return 'The pages could not be made.'
}

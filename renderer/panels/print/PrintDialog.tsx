import { useState } from 'react'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { choosePdfTarget, newPrintTask, printOnPaper, writePdf } from '../../commands/print-document.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ReplaceFile } from '../writing/ReplaceFile.tsx'
import { useWriting } from '../writing/use-writing.ts'
import { Working } from '../writing/Working.tsx'
import { WritingProblem } from '../writing/WritingProblem.tsx'
import { Written } from '../writing/Written.tsx'
import { PrintFields } from './PrintFields.tsx'
import './print.css'

export interface PrintDialogProps {
  documentId: DocumentId
  /** What was asked for first; the other is a button away. */
  makes: 'paper' | 'pdf'
  onClose: () => void
}

/** What goes on paper with the text, and whether it goes to a printer or into a PDF file. */
export function PrintDialog({ documentId, makes, onClose }: PrintDialogProps) {
  const title = useWorkbench((state) => state.documents.find(({ id }) => id === documentId)?.title ?? '')
  const project = useWorkbench((state) => state.project?.name ?? '')
  const count = useWorkbench((state) => state.documents.length)
  const [which, setWhich] = useState<'one' | 'all'>('one')
  const printed = which === 'all' ? null : documentId
  const { stage, choose, save, replace, work } = useWriting({
    newTask: newPrintTask,
    async write(path, replaced, task) {
      await writePdf(printed, path, replaced, task)
      return path
    },
    failed: 'The pages could not be made.',
    onEnd: onClose,
  })
  const print = () =>
    work(async (task) => ((await printOnPaper(printed, task)) ? null : { name: 'choosing', problem: '' }))
  const savePdf = () => save(() => choosePdfTarget(printed)).catch(showFailure)

  switch (stage.name) {
    case 'choosing':
      return (
        <Dialog
          title={makes === 'pdf' ? 'Save as PDF' : 'Print'}
          description={printed === null ? project : title}
          onClose={onClose}
          onConfirm={() => (makes === 'pdf' ? savePdf() : print().catch(showFailure))}
          footer={
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button look={makes === 'pdf' ? 'plain' : 'primary'} onPress={() => print().catch(showFailure)}>
                Print…
              </Button>
              <Button look={makes === 'pdf' ? 'primary' : 'plain'} onPress={savePdf}>
                Save as PDF…
              </Button>
            </>
          }
        >
          <WritingProblem problem={stage.problem} />
          {count > 1 && (
            <div className="print-what">
              <RadioGroup
                label="What"
                choices={[
                  { id: 'one', title: 'This text' },
                  {
                    id: 'all',
                    title: `All ${countOf(count, 'text')}`,
                    description: 'One after the other, each on a new page, after a list of them.',
                  },
                ]}
                value={which}
                onChange={setWhich}
              />
            </div>
          )}
          <PrintFields />
        </Dialog>
      )
    case 'asking-to-replace':
      return <ReplaceFile path={stage.path} onCancel={choose} onReplace={() => replace(stage.path)} />
    case 'working':
      return <Working title="Preparing the pages" task={stage.task} doing="Reading the text" />
    case 'done':
      return <Written title="PDF written" path={stage.done} onClose={onClose} />
  }
}

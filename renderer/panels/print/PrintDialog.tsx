import { useState } from 'react'
import type { DocumentId, TagId } from '../../../preload/contract/ids.ts'
import {
  choosePdfTarget,
  choosePrintOptions,
  newPrintTask,
  type Printed,
  printOnPaper,
  writePdf,
} from '../../commands/print-document.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DocumentChooser } from '../choosing/DocumentChooser.tsx'
import { PaperChoice } from '../reading-copy/PaperChoice.tsx'
import { ReadingFields } from '../reading-copy/ReadingFields.tsx'
import { useReadingChoice } from '../reading-copy/use-reading-choice.ts'
import { ReplaceFile } from '../writing/ReplaceFile.tsx'
import { useWriting } from '../writing/use-writing.ts'
import { Working } from '../writing/Working.tsx'
import { WritingProblem } from '../writing/WritingProblem.tsx'
import { Written } from '../writing/Written.tsx'
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
  const shown = useReadingChoice()
  const [which, setWhich] = useState<'one' | 'some' | 'all'>('one')
  const [some, setSome] = useState<readonly DocumentId[]>([documentId])
  const printed: Printed = which === 'all' ? null : which === 'one' ? documentId : [...some]
  const problem = problemIn(printed, shown.tagIds)
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
          description={which === 'one' ? title : project}
          onClose={onClose}
          onConfirm={
            problem === '' ? () => (makes === 'pdf' ? savePdf() : print().catch(showFailure)) : undefined
          }
          footer={
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button
                look={makes === 'pdf' ? 'plain' : 'primary'}
                isDisabled={problem !== ''}
                onPress={() => print().catch(showFailure)}
              >
                Print…
              </Button>
              <Button
                look={makes === 'pdf' ? 'primary' : 'plain'}
                isDisabled={problem !== ''}
                onPress={savePdf}
              >
                Save as PDF…
              </Button>
            </>
          }
        >
          <WritingProblem problem={stage.problem || problem} />
          {count > 1 && (
            <div className="print-what">
              <RadioGroup
                label="What"
                choices={[
                  { id: 'one', title: 'This text' },
                  {
                    id: 'some',
                    title: which === 'some' ? `Only some: ${countOf(some.length, 'text')}` : 'Only some',
                  },
                  {
                    id: 'all',
                    title: `All ${countOf(count, 'text')}`,
                    description: 'One after the other, each on a new page, after a list of them.',
                  },
                ]}
                value={which}
                onChange={setWhich}
              />
              {which === 'some' && (
                <DocumentChooser label="Texts to print" chosen={some} onChange={setSome} />
              )}
            </div>
          )}
          <ReadingFields shown={shown} onChange={choosePrintOptions} notesAre="text">
            <PaperChoice />
          </ReadingFields>
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

/** Why nothing can be printed, in a sentence; '' when something can. */
function problemIn(printed: Printed, tagIds: readonly TagId[] | null): string {
  if (Array.isArray(printed) && printed.length === 0) return 'Choose at least one text.'
  return tagIds?.length === 0 ? 'Choose at least one tag.' : ''
}

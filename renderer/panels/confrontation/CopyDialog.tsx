import { chooseCopyTarget, newCopyTask, printCopy, writeCopy } from '../../commands/confrontation-copy.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ReplaceFile } from '../writing/ReplaceFile.tsx'
import { useWriting } from '../writing/use-writing.ts'
import { Working } from '../writing/Working.tsx'
import { WritingProblem } from '../writing/WritingProblem.tsx'
import { Written } from '../writing/Written.tsx'
import { CopyFields } from './CopyFields.tsx'
import { copyInWords } from './in-words.ts'

/** The two columns on paper or in a file: as the view shows them, and as deep as is asked for. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const { copy, show, only } = useWorkbench((state) => state.confrontation)
  const columns = useWorkbench((state) => state.confronted.columns)
  const { stage, choose, save, replace, work } = useWriting({
    newTask: newCopyTask,
    write: writeCopy,
    failed: 'The claims could not be written.',
    onEnd: onClose,
  })
  const print = () =>
    work(async (task) => ((await printCopy(task)) ? null : { name: 'choosing', problem: '' }))
  const act = () => (copy.format === 'paper' ? print() : save(chooseCopyTarget)).catch(showFailure)

  switch (stage.name) {
    case 'choosing':
      return (
        <Dialog
          title="Print or export claims and answers"
          description={copyInWords(columns, { show, only })}
          onClose={onClose}
          onConfirm={act}
          footer={
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" onPress={act}>
                {copy.format === 'paper' ? 'Print…' : 'Save…'}
              </Button>
            </>
          }
        >
          <WritingProblem problem={stage.problem} />
          <CopyFields />
        </Dialog>
      )
    case 'asking-to-replace':
      return <ReplaceFile path={stage.path} onCancel={choose} onReplace={() => replace(stage.path)} />
    case 'working':
      return <Working title="Writing claims and answers" task={stage.task} doing="Reading the claims" />
    case 'done':
      return <Written title="Claims and answers written" path={stage.done} onClose={onClose} />
  }
}

import { cancelTask } from '../../commands/tasks.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'

export interface WorkingProps {
  title: string
  task: string
  /** What it does until the task itself says. */
  doing: string
}

/** How far a task is, with a way to stop it; stopped, it leaves nothing behind. */
export function Working({ title, task, doing }: WorkingProps) {
  const progress = useWorkbench((state) => state.tasks[task])
  const cancel = () => cancelTask(task)
  return (
    <Dialog
      title={title}
      width="small"
      isBusy
      onClose={cancel}
      footer={
        <Button autoFocus onPress={cancel}>
          Cancel
        </Button>
      }
    >
      <ProgressBar label={progress?.doing ?? doing} value={progress?.done ?? 0} max={progress?.of ?? 0} />
    </Dialog>
  )
}

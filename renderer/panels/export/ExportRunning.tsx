import { cancelTask } from '../../commands/import-documents.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'

/** How far the export is, with a way to stop it; stopped, it leaves nothing behind. */
export function ExportRunning({ task }: { task: string }) {
  const progress = useWorkbench((state) => state.tasks[task])
  const cancel = () => cancelTask(task)
  return (
    <Dialog
      title="Exporting"
      width="small"
      isBusy
      onClose={cancel}
      footer={
        <Button autoFocus onPress={cancel}>
          Cancel
        </Button>
      }
    >
      <ProgressBar
        label={progress?.doing ?? 'Writing the dataset'}
        value={progress?.done ?? 0}
        max={progress?.of ?? 0}
      />
    </Dialog>
  )
}

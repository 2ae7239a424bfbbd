import { FolderOpen } from 'lucide-react'
import type { ExportReport } from '../../../preload/contract/exchange.ts'
import { showInFolder } from '../../commands/export-dataset.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Counts, Losses } from './ExportPreview.tsx'

export interface ExportDoneProps {
  report: ExportReport
  path: string
  onClose: () => void
}

/** What was written, and where. */
export function ExportDone({ report, path, onClose }: ExportDoneProps) {
  return (
    <Dialog
      title="Dataset written"
      width="small"
      onClose={onClose}
      footer={
        <>
          <Button icon={FolderOpen} onPress={() => showInFolder(path).catch(showFailure)}>
            Show in folder
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="export-done selectable">
        <p className="export-path">{path}</p>
        <Counts counts={report.counts} />
        {report.losses.length > 0 && (
          <>
            <h3>Left out</h3>
            <Losses losses={report.losses} />
          </>
        )}
      </div>
    </Dialog>
  )
}

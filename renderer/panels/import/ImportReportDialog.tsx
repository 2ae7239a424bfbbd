import { Copy } from 'lucide-react'
import type { ImportedFile } from '../../../preload/contract/document.ts'
import { closeReport, importPaths } from '../../commands/import-documents.ts'
import type { LastImport } from '../../store/annotation-sets/planned-sets.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument } from '../../store/places.ts'
import { closeDialog, showDialog } from '../../store/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { BroughtSets } from './BroughtSets.tsx'
import { FailedFiles } from './FailedFiles.tsx'
import { Part } from './Part.tsx'
import { Remarks } from './Remarks.tsx'
import { summaryOf } from './summary.ts'
import './import.css'

/** What became of the files that were not simply imported: those that failed and why, and what there is to know. */
export function ImportReportDialog({ report }: { report: LastImport }) {
  const failed = report.files.filter((file) => file.outcome === 'failed')
  const there = report.files.filter((file) => file.outcome === 'already-there')
  const noted = report.files.filter((file) => file.outcome === 'imported' && file.notes.length > 0)
  const imported = report.files.flatMap(({ outcome, documentIds }) =>
    outcome === 'imported' ? documentIds : [],
  )
  const again = () => {
    closeDialog()
    importPaths(
      there.map(({ path }) => path),
      true,
    ).catch(showFailure)
  }
  const open = (file: ImportedFile) => {
    closeDialog()
    const [first] = file.documentIds
    if (first) openDocument(first).catch(showFailure)
  }
  const close = () => closeReport(report)
  return (
    <Dialog
      title="Import"
      description={summaryOf(report)}
      isOnlyRead
      onClose={close}
      footer={
        <>
          {imported.length > 0 && (
            <Button onPress={() => showDialog({ kind: 'document-details', documentIds: imported })}>
              Edit details…
            </Button>
          )}
          <Button look="primary" autoFocus onPress={close}>
            Done
          </Button>
        </>
      }
    >
      <div className="import-report selectable">
        <FailedFiles files={failed} />
        <BroughtSets sets={report.sets ?? []} />
        <Part
          tone="there"
          icon={Copy}
          title={`${countOf(there.length, 'file')} already in the project`}
          entries={there}
          keyOf={({ path }) => path}
          action={<Button onPress={again}>Import again as a second copy</Button>}
        >
          {(file) => (
            <p className="import-file" dir="auto">
              {file.name}
            </p>
          )}
        </Part>
        <Remarks files={noted} onOpen={open} />
      </div>
    </Dialog>
  )
}

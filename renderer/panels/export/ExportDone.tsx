import type { ExportReport, Format } from '../../../preload/contract/exchange.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Written } from '../writing/Written.tsx'
import { Counts, Losses, Unanswered } from './ExportPreview.tsx'

export interface ExportDoneProps {
  report: ExportReport
  path: string
  format: Format
  onClose: () => void
}

/** What was chosen, what of it was left out, and where the rest is. */
export function ExportDone({ report, path, format, onClose }: ExportDoneProps) {
  return (
    <Written
      title={format.asks === 'reading' ? 'Copy written' : 'Dataset written'}
      path={path}
      onClose={onClose}
    >
      <div className="export-done">
        <h3>What was chosen</h3>
        <Counts counts={report.counts} />
        {report.notes.map((note) => (
          <Notice key={note} tone="warning">
            {note}
          </Notice>
        ))}
        {report.losses.length > 0 && <Losses losses={report.losses} format={format} />}
        <Unanswered count={report.unanswered} />
      </div>
    </Written>
  )
}

import type { ExportReport } from '../../../preload/contract/exchange.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Written } from '../writing/Written.tsx'
import { Counts, Losses, Unanswered } from './ExportPreview.tsx'

export interface ExportDoneProps {
  report: ExportReport
  path: string
  /** A copy for people, no dataset. */
  isToRead: boolean
  onClose: () => void
}

/** What was chosen, what of it was left out, and where the rest is. */
export function ExportDone({ report, path, isToRead, onClose }: ExportDoneProps) {
  return (
    <Written title={isToRead ? 'Copy written' : 'Dataset written'} path={path} onClose={onClose}>
      <div className="export-done">
        <h3>What was chosen</h3>
        <Counts counts={report.counts} />
        {report.notes.map((note) => (
          <Notice key={note} tone="warning">
            {note}
          </Notice>
        ))}
        {report.losses.length > 0 && (
          <>
            <h3>Left out</h3>
            <Losses losses={report.losses} />
          </>
        )}
        <Unanswered count={report.unanswered} />
      </div>
    </Written>
  )
}

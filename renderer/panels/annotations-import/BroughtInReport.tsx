import type { BroughtIn } from '../../../preload/contract/annotation-import.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Doubts, LeftOut, UnreadFiles } from './Doubts.tsx'
import { countsInWords } from './in-words.ts'

export interface BroughtInReportProps {
  name: string
  report: BroughtIn
  onClose: () => void
}

/** What came in, what was there already, what was left out and what a person should look at. */
export function BroughtInReport({ name, report, onClose }: BroughtInReportProps) {
  const { taken, alreadyThere, changed, deleted, left, leftOut, unread, doubts, moreDoubts } = report
  return (
    <Dialog
      title="Annotations imported"
      description={name}
      isOnlyRead
      onClose={onClose}
      footer={
        <Button look="primary" autoFocus onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="annotations-import">
        <p>New in the project: {countsInWords(taken)}.</p>
        {isAny(changed) && <p>Changed as the files have it: {countsInWords(changed)}.</p>}
        {isAny(deleted) && <p>Deleted: {countsInWords(deleted)}.</p>}
        {isAny(left) && <p>Different in the files, and left as they are here: {countsInWords(left)}.</p>}
        {isAny(alreadyThere) && <p>There already: {countsInWords(alreadyThere)}.</p>}
        <LeftOut losses={leftOut} />
        <UnreadFiles unread={unread} />
        <Doubts doubts={doubts} moreDoubts={moreDoubts} />
      </div>
    </Dialog>
  )
}

const isAny = (counts: Readonly<Record<string, number>>): boolean => Object.keys(counts).length > 0

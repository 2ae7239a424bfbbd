import type { BroughtIn } from '../../../preload/contract/annotation-import.ts'
import { countOf } from '../../store/counting.ts'
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
      <BroughtInWords report={report} />
    </Dialog>
  )
}

/** `isFolded`: lists are opened by whoever wants to see them. */
export function BroughtInWords({ report, isFolded = false }: { report: BroughtIn; isFolded?: boolean }) {
  const { taken, alreadyThere, changed, deleted, left, leftOut, unread, doubts, moreDoubts } = report
  const lists = (
    <>
      <LeftOut losses={leftOut} />
      <UnreadFiles unread={unread} />
      <Doubts doubts={doubts} moreDoubts={moreDoubts} />
    </>
  )
  return (
    <div className="annotations-import">
      <p>New in the project: {countsInWords(taken)}.</p>
      {isAny(changed) && <p>Changed as the files have it: {countsInWords(changed)}.</p>}
      {isAny(deleted) && <p>Deleted: {countsInWords(deleted)}.</p>}
      {isAny(left) && <p>Different in the files, and left as they are here: {countsInWords(left)}.</p>}
      {isAny(alreadyThere) && <p>There already: {countsInWords(alreadyThere)}.</p>}
      {isFolded ? (
        <details>
          <summary>{whatToCheck(report)}</summary>
          {lists}
        </details>
      ) : (
        lists
      )}
    </div>
  )
}

function whatToCheck({ leftOut, unread, doubts, moreDoubts = 0 }: BroughtIn): string {
  const files = unread.refused.length + unread.passedOver.length
  const said = [
    doubts.length > 0 && `${countOf(doubts.length + moreDoubts, 'place')} to check`,
    leftOut.length > 0 && `${countOf(leftOut.length, 'kind')} of things left out`,
    files > 0 && `${countOf(files, 'file')} not read`,
  ]
  return said.filter(Boolean).join(', ')
}

const isAny = (counts: Readonly<Record<string, number>>): boolean => Object.keys(counts).length > 0

import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'

/** A claim in the list: its statement, how often and since when it is stated, and whether anything stands against it. */
export function ClaimRow({ claim, isOpen }: { claim: ClaimSummary; isOpen: boolean }) {
  const { statement, mentions, firstStated, answered } = claim
  return (
    <div className="middle-row" data-open={isOpen || undefined}>
      <span className="middle-row-words" dir="auto">
        {statement}
      </span>
      <span className="middle-row-facts">
        <span>{mentions === 0 ? 'Implicit' : countOf(mentions, 'mention')}</span>
        {firstStated !== '' && <span>{dateInWords(firstStated)}</span>}
        <span className="claim-row-answered" data-answered={answered}>
          {answered ? 'Answered' : 'Not answered'}
        </span>
      </span>
    </div>
  )
}

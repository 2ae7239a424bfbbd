import { useMemo } from 'react'
import { askLives, datesOf, extentOf, livesOf, shownLives } from '../../store/argument/lives.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { withRoom } from './axis.ts'
import { Lanes } from './Lanes.tsx'
import { LivesTable } from './LivesTable.tsx'
import { TimeBar } from './TimeBar.tsx'
import '../claims/claims.css'
import './time.css'

/** The life of claims: first stated, repeated, answered, last stated; as lanes on one axis, or as a table. */
export function TimeArea() {
  const claims = useWorkbench((state) => state.claims)
  const documents = useWorkbench((state) => state.documents)
  const { tab, words, which, order } = useWorkbench((state) => state.timeView)
  const commit = useCommits()
  const counted = useAnswer(`${commit}`, askLives)
  const dates = useMemo(() => datesOf(documents), [documents])
  const lives = useMemo(
    () => (counted ? livesOf(counted, claims, dates) : undefined),
    [counted, claims, dates],
  )
  const shown = useMemo(
    () => (lives ? shownLives(lives, { words, which, order }) : []),
    [lives, words, which, order],
  )
  const extent = useMemo(() => extentOf(lives ?? []), [lives])
  return (
    <section className="middle time" data-area="time" tabIndex={-1} aria-label="Time">
      {lives === undefined ? (
        <div className="time-lanes" data-busy />
      ) : (
        <>
          <TimeBar shown={shown} all={lives.length} dates={dates} extent={extent && withRoom(extent)} />
          {lives.length === 0 || extent === null ? (
            <NothingInTime hasClaims={lives.length > 0} />
          ) : shown.length === 0 ? (
            <EmptyState title="Nothing fits">No claim of this kind has these words.</EmptyState>
          ) : tab === 'lanes' ? (
            <Lanes lives={shown} dates={dates} extent={withRoom(extent)} />
          ) : (
            <LivesTable lives={shown} />
          )}
        </>
      )}
    </section>
  )
}

function NothingInTime({ hasClaims }: { hasClaims: boolean }) {
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return (
      <ImportFirst>
        Here stands when each claim was first stated, repeated and answered, by the dates of the documents.
      </ImportFirst>
    )
  }
  return hasClaims ? (
    <EmptyState title="No dates yet">
      No claim is stated in a document with a date. Give documents dates in their details: 2021, 2021-05 or
      2021-05-31.
    </EmptyState>
  ) : (
    <EmptyState title="No claims yet">
      Here stands when each claim was first stated, repeated and answered. On a passage tagged as a claim say
      what it states.
    </EmptyState>
  )
}

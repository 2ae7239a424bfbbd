import { useMemo, useRef } from 'react'
import { request } from '../../client.ts'
import { matrixOf, pairsOf } from '../../store/argument/answering.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { AnswersBar } from './AnswersBar.tsx'
import { AnswersMatrix } from './AnswersMatrix.tsx'
import { AnswersTable } from './AnswersTable.tsx'
import { LinksBetween } from './LinksBetween.tsx'
import './answers.css'

/** Who answers whom: pairs of speakers in a table or as a matrix, with the links behind each number. */
export function WhoAnswersWhom() {
  const { tab, documents, unset, between, sort } = useWorkbench((state) => state.speakersView)
  const commit = useCommits()
  const asked = { documents, unset }
  const counted = useAnswer(JSON.stringify([asked, commit]), () => request('speaker.whoAnswersWhom', asked))
  const all = useWorkbench((state) => state.documents)
  const pairs = useMemo(() => {
    const dates = new Map(all.map(({ id, date }) => [id as number, date]))
    return counted ? pairsOf(counted, (document) => dates.get(document) ?? '') : []
  }, [counted, all])
  const matrix = useMemo(() => matrixOf(pairs), [pairs])
  const grid = useRef<{ focus: () => void }>(null)
  if (!counted) return <div className="answering" data-busy />
  return (
    <>
      <AnswersBar counted={counted} pairs={pairs} matrix={matrix} />
      {pairs.length === 0 ? (
        <NoAnswers isNarrowed={counted.undated > 0} />
      ) : (
        <div className="answering" data-split={between !== null || undefined}>
          {tab === 'matrix' ? (
            <AnswersMatrix
              key={`${matrix.answering.length} ${matrix.answered.length}`}
              matrix={matrix}
              grid={grid}
            />
          ) : (
            <AnswersTable pairs={pairs} sort={sort} grid={grid} />
          )}
          {between && (
            <LinksBetween
              key={JSON.stringify(between)}
              between={between}
              voices={counted.voices}
              onLeave={() => grid.current?.focus()}
            />
          )}
        </div>
      )}
    </>
  )
}

function NoAnswers({ isNarrowed }: { isNarrowed: boolean }) {
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return <ImportFirst>Here stands who answers whom, and how often. Bring in the texts first.</ImportFirst>
  }
  return (
    <EmptyState title="Nobody answers anybody">
      {isNarrowed
        ? 'No answer lies within these dates.'
        : 'Link a passage to the one it answers, and name who speaks in each. Here stands who answers whom, and how often.'}
    </EmptyState>
  )
}

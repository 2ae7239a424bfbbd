import { Check, CircleSlash } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { CandidateAnswer } from '../../../preload/contract/answer.ts'
import { acceptAnswer, chooseAnswer, dismissAnswer, showAnswer } from '../../store/argument/answers.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { placeAfterKey } from '../../ui/current-row.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LitWords } from '../../ui/LitWords.tsx'
import { reasonsInWords } from './reasons.ts'

export interface AnswerListProps {
  candidates: readonly CandidateAnswer[]
  current: number
  /** Takes the keyboard whenever it grows. */
  asked: number
  readOnly: boolean
}

/** The candidates as a list box: arrows walk, Enter shows, A accepts, D dismisses or takes that back. */
export function AnswerList({ candidates, current, asked, readOnly }: AnswerListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list is asked for
  useEffect(() => list.current?.focus(), [asked])
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const candidate = candidates[current]
    const move = placeAfterKey(event, current, candidates.length, pageOf(list.current))
    const acts: Record<string, () => unknown> = {
      Enter: () => candidate && showAnswer(candidate).catch(showFailure),
      a: () => !readOnly && acceptAnswer().catch(showFailure),
      d: () => !readOnly && dismissAnswer().catch(showFailure),
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (move === undefined && !act) return
    event.preventDefault()
    if (move !== undefined) chooseAnswer(Math.max(0, Math.min(candidates.length - 1, move)))
    else if (!event.repeat) act?.()
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Candidate answers"
      aria-activedescendant={`${id}-${current}`}
      tabIndex={0}
      className="answer-list"
      data-area-start
      data-own-focus
      onKeyDown={press}
    >
      {candidates.map((candidate, index) => (
        <Row
          key={`${candidate.documentId} ${candidate.span.start}`}
          id={`${id}-${index}`}
          candidate={candidate}
          isCurrent={index === current}
          onPress={() => {
            chooseAnswer(index)
            showAnswer(candidate).catch(showFailure)
          }}
        />
      ))}
    </div>
  )
}

/** How many rows are in sight, about: they are of different heights. */
function pageOf(list: HTMLElement | null): number {
  if (!list || list.children.length === 0) return 1
  return Math.max(1, Math.floor((list.clientHeight * list.children.length) / list.scrollHeight))
}

interface RowProps {
  id: string
  candidate: CandidateAnswer
  isCurrent: boolean
  onPress: () => void
}

function Row({ id, candidate, isCurrent, onPress }: RowProps) {
  const document = useWorkbench((state) => state.documents.find((one) => one.id === candidate.documentId))
  const where = [document?.title, candidate.speaker, dateInWords(document?.date ?? '')]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className="answer-row"
      data-judged={candidate.judged ?? undefined}
      onClick={onPress}
    >
      <span className="answer-where">{withDots(where)}</span>
      <q className="answer-words" dir="auto">
        <LitWords text={candidate.words} lit={candidate.lit} />
      </q>
      {candidate.judged ? (
        <span className="answer-judged">
          <Icon of={candidate.judged === 'linked' ? Check : CircleSlash} size={13} />
          {candidate.judged === 'linked' ? 'Linked already' : 'Dismissed'}
        </span>
      ) : (
        <span className="answer-reasons">{reasonsInWords(candidate)}</span>
      )}
    </div>
  )
}

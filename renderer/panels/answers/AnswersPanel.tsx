import { Check, CircleSlash, Columns2, RotateCcw, X } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import {
  acceptAnswer,
  answerChoice,
  chooseAnswerLink,
  chooseAnswerTag,
  closeAnswers,
  currentAnswer,
  dismissAnswer,
  showAnswer,
} from '../../store/argument/answers.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { tagChoice } from '../choosing/tag-choice.tsx'
import { AnswerList } from './AnswerList.tsx'
import './answers.css'

/** Passages that may answer the claim that was asked about, in the place of the inspector. */
export function AnswersPanel() {
  const answering = useWorkbench((state) => state.answering)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  if (!answering) return null
  const { candidates, current, words, asked, sentences } = answering
  return (
    <aside
      className="answers"
      data-area="answers"
      data-busy={candidates === null || undefined}
      tabIndex={-1}
      aria-label="Candidate answers"
      onKeyDown={closeByKey}
    >
      <header className="answers-head">
        <h2>Candidate answers</h2>
        <IconButton icon={X} label="Close" shortcut="Escape" onPress={closeAnswers} />
      </header>
      <blockquote className="answers-claim" dir="auto">
        {words}
      </blockquote>
      {candidates?.length === 0 && (
        <div className="answers-none">
          <EmptyState
            title="Nothing found"
            actions={<Button onPress={() => showDialog({ kind: 'cue-words' })}>Cue words…</Button>}
          >
            No sentence in another document shares an important word with this one.{' '}
            {countOf(sentences, 'sentence')} {sentences === 1 ? 'was' : 'were'} compared.
          </EmptyState>
        </div>
      )}
      {candidates && candidates.length > 0 && (
        <>
          <AnswerList candidates={candidates} current={current} asked={asked} readOnly={readOnly} />
          <Deciding readOnly={readOnly} />
        </>
      )}
    </aside>
  )
}

/** What can be done with the candidate that the keys act on, and what accepting gives. */
function Deciding({ readOnly }: { readOnly: boolean }) {
  const candidate = useWorkbench(currentAnswer)
  const tags = useWorkbench((state) => state.tags)
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const tagChoices = useMemo(() => tags.map(tagChoice), [tags])
  const tagId = useWorkbench((state) => answerChoice(state).tag?.id ?? null)
  const linkTypeId = useWorkbench((state) => answerChoice(state).linkType?.id ?? null)
  const isOfPassage = useWorkbench((state) => (state.answering?.documentId ?? null) !== null)
  const isLinked = candidate?.judged === 'linked'
  const isDismissed = candidate?.judged === 'dismissed'
  return (
    <footer className="answers-foot">
      <div className="answers-buttons">
        <Button
          look="primary"
          icon={Check}
          isDisabled={readOnly || isLinked || !candidate}
          onPress={() => acceptAnswer().catch(showFailure)}
        >
          Accept
          <Shortcut keys="A" />
        </Button>
        <Button
          icon={isDismissed ? RotateCcw : CircleSlash}
          isDisabled={readOnly || isLinked || !candidate}
          onPress={() => dismissAnswer().catch(showFailure)}
        >
          {isDismissed ? 'Take back' : 'Dismiss'}
          <Shortcut keys="D" />
        </Button>
        <IconButton
          icon={Columns2}
          label={isOfPassage ? 'Show beside the claim' : 'Show in its text'}
          shortcut="Enter"
          placement="top"
          isDisabled={!candidate}
          onPress={() => candidate && showAnswer(candidate).catch(showFailure)}
        />
      </div>
      <div className="answers-choices">
        <span aria-hidden>as</span>
        <Select
          aria-label="Tag of accepted answers"
          choices={tagChoices}
          value={tagId}
          onChange={chooseAnswerTag}
          isDisabled={readOnly}
        />
        <span aria-hidden>that</span>
        <Select
          aria-label="Link of accepted answers"
          choices={linkTypes.map(({ id, name }) => ({ id, title: name }))}
          value={linkTypeId}
          onChange={chooseAnswerLink}
          isDisabled={readOnly}
        />
      </div>
    </footer>
  )
}

function closeByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  event.stopPropagation()
  closeAnswers()
}

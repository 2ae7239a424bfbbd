import { Split, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import type { Speaker, SpeakerKind } from '../../../preload/contract/speaker.ts'
import { request } from '../../client.ts'
import { changeSpeaker, deleteSpeaker } from '../../commands/speakers.ts'
import { changeSpeakersView } from '../../store/argument/speakers.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { ClaimMemos } from '../claims/ClaimMemos.tsx'
import { focusRow, pressInCard } from '../middle/card-rows.ts'
import { SpeakerNames } from './SpeakerNames.tsx'
import { SpeakerPassages } from './SpeakerPassages.tsx'

const kinds: readonly { id: SpeakerKind; title: string }[] = [
  { id: 'person', title: 'Person' },
  { id: 'organisation', title: 'Organisation' },
  { id: 'unknown', title: 'Not said' },
]

const atOnce = 50
const most = 5000

/** All that is known of one speaker: names, what kind, memos, and where they speak. */
export function SpeakerCard({ id }: { id: SpeakerId }) {
  const speaker = useWorkbench((state) => state.speakers.find((one) => one.id === id))
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const commit = useCommits()
  const [count, setCount] = useState(atOnce)
  const said = useAnswer(`${id} ${count} ${commit}`, () => request('speaker.passages', { id, count }))
  const memos = useAnswer(`${id} ${commit}`, () => request('memo.list', { about: { speaker: id } }))
  const article = useRef<HTMLElement>(null)
  useWayBack(article, said !== undefined)
  if (!speaker) return <article ref={article} className="middle-card claim-card" />
  const change = (part: Parameters<typeof changeSpeaker>[1]) => changeSpeaker(id, part).catch(showFailure)
  return (
    <article
      ref={article}
      className="middle-card claim-card"
      aria-label={`Speaker: ${speaker.name}`}
      tabIndex={-1}
      data-busy={said === undefined || undefined}
      onKeyDown={(event) => pressInCard(event, 'input')}
    >
      <div className="claim-card-inner">
        <div className="speaker-head">
          <FinishedField
            key={speaker.name}
            label="Name"
            value={speaker.name}
            isDisabled={readOnly}
            keep={(name) => name !== '' && change({ name })}
          />
          <Select
            label="Kind"
            choices={kinds}
            value={speaker.kind}
            isDisabled={readOnly}
            onChange={(kind) => change({ kind })}
          />
        </div>
        <SpeakerNames speaker={speaker} isDisabled={readOnly} onChange={(variants) => change({ variants })} />
        <CardButtons speaker={speaker} passages={said?.total ?? 0} isDisabled={readOnly} />
        <Section title="Where they speak">
          {said && (
            <>
              <p className="claims-quiet">
                {said.total === 0
                  ? 'No passage names this speaker yet.'
                  : `${countOf(said.total, 'passage')} in ${countOf(said.documents, 'document')}`}
              </p>
              <SpeakerPassages hits={said.hits} />
              <ShowMore
                left={count < most ? said.total - said.hits.length : 0}
                rows="[data-row]"
                onPress={() => setCount(Math.min(most, count * 4))}
              >
                Show more
              </ShowMore>
            </>
          )}
        </Section>
        <Section title="Memos">
          {memos && (
            <ClaimMemos
              about={{ speaker: id }}
              placeholder="A memo on this speaker"
              memos={memos}
              isDisabled={readOnly}
            />
          )}
        </Section>
      </div>
    </article>
  )
}

interface CardButtonsProps {
  speaker: Speaker
  passages: number
  isDisabled: boolean
}

function CardButtons({ speaker: { id, variants }, passages, isDisabled }: CardButtonsProps) {
  return (
    <div className="claim-buttons">
      <Button
        icon={Split}
        isDisabled={isDisabled || (passages === 0 && variants.length === 0)}
        onPress={() => showDialog({ kind: 'split-speaker', id })}
      >
        Split…
      </Button>
      <IconButton
        icon={Trash2}
        label="Delete this speaker"
        isDisabled={isDisabled}
        onPress={() => deleteSpeaker(id).catch(showFailure)}
      />
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="claim-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Brings the keyboard back to the entry from which one had gone to its passage. */
function useWayBack(article: { current: HTMLElement | null }, isThere: boolean): void {
  useEffect(() => {
    const { row } = workbench.getState().speakersView
    if (!isThere || row === '') return
    changeSpeakersView({ row: '' })
    if (!focusRow(article.current, row)) article.current?.focus()
  }, [article, isThere])
}

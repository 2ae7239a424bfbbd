import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { deleteSpeaker } from '../../commands/speakers.ts'
import {
  changeSpeakersView,
  type RegisteredSpeaker,
  registered,
  shownSpeakers,
} from '../../store/argument/speakers.ts'
import type { SpeakersView } from '../../store/argument/speakers-view.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { say, showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { LikelySpeakers } from './LikelySpeakers.tsx'
import { NoSpeakers, RegisterBar } from './RegisterBar.tsx'
import { SpeakerCard } from './SpeakerCard.tsx'

const rowHeight = 50

/** All speakers of the project, and the card of the one that the list is at. */
export function SpeakerRegister() {
  const speakers = useWorkbench((state) => state.speakers)
  const { words, order, show, current, chosen: chosenIds } = useWorkbench((state) => state.speakersView)
  const commit = useCommits()
  const counts = useAnswer(`${commit}`, () => request('speaker.counts', undefined))
  const all = useMemo(() => registered(speakers, counts), [speakers, counts])
  const nowhere = useAnswer(`${commit} ${show}`, async () =>
    show === 'all' ? null : new Set<number>(await request('speaker.namedNowhere', undefined)),
  )
  const shown = useMemo(() => {
    const those = show === 'all' ? all : all.filter(({ id }) => nowhere?.has(id))
    return shownSpeakers(those, { words, order })
  }, [all, show, nowhere, words, order])
  const there = useMemo(() => new Set(all.map(({ id }) => id)), [all])
  const chosen = useMemo(() => new Set<number>(chosenIds.filter((id) => there.has(id))), [chosenIds, there])
  const open = current !== null && there.has(current) ? current : (shown[0]?.id ?? null)
  const list = useRef<HTMLDivElement>(null)
  // Else one comes back to an entry of a card.
  const [isArriving] = useState(() => workbench.getState().speakersView.row === '')
  useArriving(list, { when: isArriving })

  return (
    <>
      <RegisterBar shown={shown.length} all={all.length} nowhere={nowhere?.size ?? 0} />
      <div className="middle-split">
        <div
          ref={list}
          className="middle-list"
          onKeyDownCapture={(event) => press(event, open, list.current)}
        >
          {chosen.size > 1 && <ChosenSpeakers chosen={[...chosen] as SpeakerId[]} />}
          <VirtualList<RegisteredSpeaker>
            label="Speakers"
            items={shown}
            textOf={({ name }) => name}
            rowHeight={rowHeight}
            selected={chosen.size > 0 ? [...chosen] : open === null ? [] : [open]}
            choosing={{ chosen, choose: (next) => choose([...next] as SpeakerId[]) }}
            startAt={open}
            onCurrent={({ id }) => changeSpeakersView({ current: id, row: '' })}
            onOpen={({ id }) => changeSpeakersView({ current: id, row: '', chosen: [] })}
            empty={all.length === 0 ? <NoSpeakers /> : <NoneFits words={words} show={show} />}
          >
            {(speaker) => <SpeakerRow speaker={speaker} isOpen={speaker.id === open} />}
          </VirtualList>
          <LikelySpeakers speakers={all} />
        </div>
        {open === null ? <div className="middle-card claim-card" /> : <SpeakerCard key={open} id={open} />}
      </div>
    </>
  )
}

function SpeakerRow({ speaker, isOpen }: { speaker: RegisteredSpeaker; isOpen: boolean }) {
  const { name, variants, passages } = speaker
  return (
    <div className="middle-row speaker-row" data-open={isOpen || undefined}>
      <span className="speaker-row-name" dir="auto">
        {name}
      </span>
      <span className="speaker-row-passages">{passages.toLocaleString('en')}</span>
      <span className="speaker-row-names" dir="auto">
        {variants.length === 0 ? 'No other name' : variants.join(', ')}
      </span>
      <span className="ui-hidden">{countOf(passages, 'passage')}</span>
    </div>
  )
}

/** The keys of a speaker in the list. */
function press(event: KeyboardEvent, open: SpeakerId | null, list: HTMLElement | null): void {
  const { project, speakersView } = workbench.getState()
  if (open === null || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(event.target as Element).closest('[role="listbox"]')) return
  const writable = project?.readOnly === ''
  const card = list?.parentElement?.querySelector<HTMLElement>('.claim-card')
  if (event.key === 'Enter' || event.key === 'ArrowRight') card?.focus()
  else if (event.key === 'F2' && writable) card?.querySelector<HTMLElement>('input')?.focus()
  else if (event.key === 'm' && writable) {
    if (speakersView.chosen.length > 1) showDialog({ kind: 'merge-speakers', ids: speakersView.chosen })
    else say('Choose two or more speakers with Space, then press M to merge them')
  } else if (event.key === 'Delete' && writable) deleteSpeaker(open).catch(showFailure)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function choose(chosen: SpeakerId[]): void {
  changeSpeakersView({ chosen })
  say(chosen.length === 0 ? 'None chosen' : `${countOf(chosen.length, 'speaker')} chosen`)
}

function ChosenSpeakers({ chosen }: { chosen: SpeakerId[] }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <section className="claims-chosen" aria-label="Chosen speakers">
      <strong>{chosen.length.toLocaleString('en')} chosen</strong>
      <Button isDisabled={readOnly} onPress={() => showDialog({ kind: 'merge-speakers', ids: chosen })}>
        Merge…
      </Button>
      <Button look="quiet" onPress={() => choose([])}>
        Choose none
      </Button>
    </section>
  )
}

function NoneFits({ words, show }: Pick<SpeakersView, 'words' | 'show'>) {
  return (
    <EmptyState
      title="Nobody fits"
      actions={<Button onPress={() => changeSpeakersView({ words: '', show: 'all' })}>Show all</Button>}
    >
      {show === 'nowhere'
        ? 'Everyone else has a passage, a turn, a document or a memo.'
        : `Nobody goes by a name with “${words.trim()}”.`}
    </EmptyState>
  )
}

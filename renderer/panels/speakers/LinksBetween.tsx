import { ArrowLeftRight, ArrowRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DescribedEnd } from '../../../preload/contract/link.ts'
import type { AnswerBetween, Voice } from '../../../preload/contract/speaker.ts'
import { request } from '../../client.ts'
import { openAnswer } from '../../commands/speakers.ts'
import { nameOf } from '../../store/argument/answering.ts'
import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { Between } from '../../store/argument/speakers-view.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { ClaimEntry, Quote, Source } from '../claims/ClaimEntry.tsx'

const atOnce = 50
const most = 1000

export interface LinksBetweenProps {
  between: Between
  voices: readonly Voice[]
  /** Gives the keyboard back. */
  onLeave: () => void
}

/** The links behind a number. Each opens its two passages side by side. */
export function LinksBetween({ between, voices, onLeave }: LinksBetweenProps) {
  const { documents, unset } = useWorkbench((state) => state.speakersView)
  const commit = useCommits()
  const [count, setCount] = useState(atOnce)
  const asked = { documents, unset, ...between, count }
  const found = useAnswer(JSON.stringify([asked, commit]), () => request('speaker.answersBetween', asked))
  const list = useRef<HTMLElement>(null)
  useWayBack(list, found !== undefined)
  const named = (key: string | null) => {
    const voice = voices.find((one) => one.key === key)
    return key === null ? 'anyone' : voice ? nameOf(voice) : 'somebody who is not there any more'
  }
  const close = () => {
    changeSpeakersView({ between: null })
    onLeave()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    if (step !== undefined) rows[Math.max(0, at + step)]?.focus()
    else if (event.key === 'Escape') close()
    else if (event.key === 'ArrowLeft') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const left = found && count < most ? found.total - found.answers.length : 0
  const title = `${named(between.from)} answers ${named(between.to)}`
  return (
    <section ref={list} className="answering-links" aria-label={title} tabIndex={-1} onKeyDown={press}>
      <header>
        <h2 dir="auto">{title}</h2>
        <span className="claims-quiet">{found && countOf(found.total, 'link')}</span>
        <IconButton icon={X} label="Close the links" shortcut="Escape" onPress={close} />
      </header>
      <ol className="claim-entries">
        {found?.answers.map((one) => (
          <li key={`${one.link.id} ${one.from} ${one.to} ${one.date}`}>
            <AnswerEntry one={one} isOfMany={between.from === null || between.to === null} named={named} />
          </li>
        ))}
      </ol>
      <ShowMore left={left} rows="[data-row]" onPress={() => setCount(Math.min(most, count * 4))}>
        Show more
      </ShowMore>
    </section>
  )
}

interface AnswerEntryProps {
  one: AnswerBetween
  isOfMany: boolean
  named: (key: string) => string
}

function AnswerEntry({ one, isOfMany, named }: AnswerEntryProps) {
  const type = useWorkbench((state) => state.linkTypes.find(({ id }) => id === one.link.linkTypeId))
  if (!type) return null
  const row = `answer ${one.link.id} ${one.from} ${one.to}`
  return (
    <ClaimEntry
      row={row}
      date={one.date}
      className="claim-link tag-colored"
      style={tagColor(type.color)}
      onOpen={() => openAnswer(row, one).catch(showFailure)}
    >
      {isOfMany && (
        <span className="answering-names" dir="auto">
          {named(one.from)} → {named(one.to)}
        </span>
      )}
      <End end={one.answer} />
      <span className="claim-link-type">
        <Icon of={type.symmetric ? ArrowLeftRight : ArrowRight} size={13} /> {type.name}
      </span>
      <End end={one.answered} />
    </ClaimEntry>
  )
}

function End({ end }: { end: DescribedEnd }) {
  if (end.kind === 'annotation') {
    return (
      <>
        <Quote hit={end.annotation} />
        <Source hit={end.annotation} />
      </>
    )
  }
  return (
    <>
      <span className="claim-quote" dir="auto">
        {end.kind === 'claim' ? end.statement : end.words}
      </span>
      <span className="claim-source">{end.kind === 'claim' ? 'A claim' : 'A link'}</span>
    </>
  )
}

/** The first row takes the keyboard when the list was opened; the one that was left, when one comes back. */
function useWayBack(list: { current: HTMLElement | null }, isThere: boolean): void {
  useEffect(() => {
    const { row } = workbench.getState().speakersView
    if (!isThere || row === '') return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const wanted = rows.find((one) => one.dataset.row === row) ?? rows[0]
    changeSpeakersView({ row: '' })
    wanted?.focus()
    wanted?.scrollIntoView({ block: 'nearest' })
  }, [list, isThere])
}

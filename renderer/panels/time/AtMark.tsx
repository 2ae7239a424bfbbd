import type { KeyboardEvent, RefObject } from 'react'
import { request } from '../../client.ts'
import type { Life } from '../../store/argument/lives.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ClaimEntry, Quote, Source } from '../claims/ClaimEntry.tsx'
import type { Cluster, Mark } from './clusters.ts'
import { lifeInWords } from './life-in-words.ts'
import { openMark } from './open-mark.ts'

const most = 50

export interface AtMarkProps {
  listRef: RefObject<HTMLDivElement | null>
  life: Life
  /** Undefined: the keyboard is at the name of the claim. */
  cluster: Cluster | undefined
  onLeave: () => void
}

/** What stands where the keyboard is: the claim, or the passages of a mark. Each opens. */
export function AtMark({ listRef, life, cluster, onLeave }: AtMarkProps) {
  const marks = cluster?.marks.slice(0, most) ?? []
  const ends = marks.map(({ annotation }) => ({ annotation }))
  const asked = `${useCommits()} ${JSON.stringify(ends)}`
  const described = useAnswer(marks.length === 0 ? null : asked, () => request('link.describe', { ends }))
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    if (step !== undefined && at >= 0) {
      if (at + step < 0) onLeave()
      else rows[at + step]?.focus()
    } else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section ref={listRef} className="time-at" aria-label="Here" onKeyDown={press}>
      <h2 dir="auto">{life.statement}</h2>
      {cluster === undefined ? (
        <p className="claims-quiet">{lifeInWords(life)}</p>
      ) : (
        <ol className="claim-entries">
          {marks.map((mark, at) => (
            <li key={mark.key}>
              <Passage mark={mark} described={described?.[at] ?? null} />
            </li>
          ))}
        </ol>
      )}
      {cluster && cluster.marks.length > most && (
        <p className="claims-quiet">
          And {countOf(cluster.marks.length - most, 'passage')} more. Zoom in to tell them apart.
        </p>
      )}
    </section>
  )
}

interface PassageProps {
  mark: Mark
  described: Awaited<ReturnType<typeof request<'link.describe'>>>[number]
}

function Passage({ mark, described }: PassageProps) {
  const date = useWorkbench((state) => state.documents.find(({ id }) => id === mark.document)?.date ?? '')
  const hit =
    described?.kind === 'annotation' && described.annotation.id === mark.annotation
      ? described.annotation
      : undefined
  return (
    <ClaimEntry row={mark.key} date={date} onOpen={(beside) => openMark(mark, beside)}>
      <span className="time-what">
        {mark.kind === 'answered' ? 'Answers' : mark.isFirst ? 'First stated' : 'States'}
      </span>
      {hit && (
        <>
          <Quote hit={hit} />
          <Source hit={hit} />
        </>
      )}
    </ClaimEntry>
  )
}

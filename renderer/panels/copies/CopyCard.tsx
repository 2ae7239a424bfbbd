import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { mostPassages, type Passage } from '../../../preload/contract/copy.ts'
import { request } from '../../client.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { changeCopiesView } from '../../store/copies/copies.ts'
import { type CopyGroup, passageAt } from '../../store/copies/copy-groups.ts'
import { countOf } from '../../store/counting.ts'
import { compare } from '../../store/documents/natural-order.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { focusRow } from '../middle/card-rows.ts'
import { CopyPassage } from './CopyPassage.tsx'
import { OfferList } from './OfferList.tsx'

/** The copies of one passage, each against the earliest of them, and what could be carried over between them. */
export function CopyCard({ group }: { group: CopyGroup }) {
  const passages = usePassages(group)
  const chosen = useWorkbench((state) => state.copiesView.source)
  // A row of the columns names the source, whatever the order of dates.
  const source = Math.max(
    0,
    passages.findIndex(({ row }) => row === group.rows[chosen]),
  )
  const asked = JSON.stringify(passages)
  const places = passages.map(({ passage }) => passage)
  const commit = useCommits()
  const rows = useAnswer(`${commit} ${source} ${asked}`, () =>
    request('copy.group', { passages: places, source }),
  )
  const offers = useAnswer(`${commit} ${asked}`, () => request('copy.offers', { passages: places }))
  const card = useRef<HTMLElement>(null)
  useWayBack(card, rows !== undefined && offers !== undefined)
  const left = group.rows.length - passages.length
  const differing = rows?.filter(({ compared }) => compared && compared.verdict !== 'verbatim').length ?? 0
  return (
    <article
      ref={card}
      className="middle-card copy-card"
      aria-label={`Stands in ${countOf(group.documents, 'document')}`}
      data-busy={!rows || undefined}
      tabIndex={-1}
      onKeyDown={press}
    >
      <div className="copy-card-inner">
        <header>
          <h2 className="copy-title">Stands in {countOf(group.documents, 'document')}</h2>
          <p className="copy-facts">{rows && differingInWords(differing, rows.length - 1)}</p>
        </header>
        {offers && offers.length > 0 && <OfferList offers={offers} />}
        <section className="copy-section" aria-label="Passages">
          <h3>Passages</h3>
          <ol className="copy-passages">
            {rows?.map((row, at) => {
              const place = passages[at]
              return (
                place && (
                  <li key={place.row}>
                    <CopyPassage
                      passage={place.passage}
                      words={row.words}
                      compared={row.compared}
                      onCompare={() => changeCopiesView({ source: group.rows.indexOf(place.row) })}
                    />
                  </li>
                )
              )
            })}
          </ol>
          {left > 0 && (
            <p className="copies-quiet">
              {left.toLocaleString('en')} more {left === 1 ? 'is' : 'are'} not shown: {mostPassages} are
              compared at a time.
            </p>
          )}
        </section>
      </div>
    </article>
  )
}

function differingInWords(differing: number, others: number): string {
  if (differing === 0) return 'All word for word the same'
  if (others === 1) return 'The other differs from the first'
  const verb = differing === 1 ? 'differs' : 'differ'
  return `${differing.toLocaleString('en')} of the ${others.toLocaleString('en')} others ${verb} from the first`
}

/** By date, undated last, then in project order. */
function usePassages(group: CopyGroup): { row: number; passage: Passage }[] {
  const copies = useWorkbench((state) => state.copies)
  const documents = useWorkbench((state) => state.documents)
  return useMemo(() => {
    if (!copies) return []
    const about = new Map(documents.map(({ id, date }, at) => [id, { date, at }]))
    const all = group.rows.map((row) => {
      const passage = passageAt(copies, row)
      return { row, passage, ...(about.get(passage.documentId) ?? { date: '', at: 0 }) }
    })
    all.sort(
      (a, b) => Number(a.date === '') - Number(b.date === '') || compare(a.date, b.date) || a.at - b.at,
    )
    return all.slice(0, mostPassages).map(({ row, passage }) => ({ row, passage }))
  }, [copies, documents, group])
}

/** Brings the keyboard back to what one had opened from here; who came before the entries goes on to the first. */
function useWayBack(card: { current: HTMLElement | null }, isThere: boolean): void {
  useEffect(() => {
    const { row } = workbench.getState().copiesView
    if (!isThere) return
    if (document.activeElement === card.current)
      card.current?.querySelector<HTMLElement>('[data-row]')?.focus()
    if (row !== '') focusRow(card.current, row)
  }, [card, isThere])
}

function press(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const list = event.currentTarget.querySelector<HTMLElement>('[role="listbox"]')
    if (at === 0 && step < 0 && list) list.focus()
    else rows[at < 0 && step < 0 ? rows.length - 1 : Math.max(0, at + step)]?.focus()
  } else if (event.key === 'ArrowLeft' || event.key === 'Escape') {
    event.currentTarget.parentElement?.querySelector<HTMLElement>('.middle-list [role="listbox"]')?.focus()
  } else return
  event.preventDefault()
  event.stopPropagation()
}

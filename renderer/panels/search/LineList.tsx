import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import { isKeyOf } from '../../commands/key-choices.ts'
import { chooseAllLines, chooseTagOfHits, copyLines, openLine } from '../../commands/searching.ts'
import { say, showFailure } from '../../store/notices.ts'
import { change, lineAt, wantLines } from '../../store/searching/searching.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { withRange } from '../../ui/choosing.ts'
import { placeAfterKey } from '../../ui/current-row.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { Line } from './Line.tsx'
import { useTagsOfLines } from './tags-of-lines.ts'

const rowHeight = 28
const none: readonly TagId[] = []

/**
 * The hits below each other with what stands beside them. Any number of lines: those in sight are drawn and asked for.
 * Places in the list are what is current and chosen, since most lines are never known here.
 */
export function LineList() {
  const searching = useWorkbench((state) => state.searching)
  const documents = useWorkbench((state) => state.documents)
  const { result, order, current, chosen } = searching
  const count = result?.hits ?? 0
  const listId = useId()
  const rows = useWindowedRows(count, rowHeight)
  const about = useMemo(() => new Map(documents.map((document) => [document.id, document])), [documents])
  const tags = useWorkbench((state) => state.tags)
  const tagsOf = useTagsOfLines(rows.first, rows.end)
  const anchor = useRef<{ at: number; range: number[] } | null>(null)

  const { first, end } = rows
  useEffect(() => {
    wantLines(result, order, first, end)
  }, [first, end, result, order])

  // Back from a text: the line that was opened is in sight and has the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list begins is asked once
  useLayoutEffect(() => {
    if (count === 0) return
    rows.reveal(current)
    rows.scroller.current?.focus({ preventScroll: true })
  }, [])
  // Other hits begin at their top.
  const shown = useRef(result?.id)
  useLayoutEffect(() => {
    if (shown.current === result?.id) return
    shown.current = result?.id
    anchor.current = null
    if (current === 0 && rows.scroller.current) rows.scroller.current.scrollTop = 0
  })

  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(count - 1, place))
    change({ current: next })
    rows.reveal(next)
    return next
  }
  const toggle = (place: number) => {
    anchor.current = { at: place, range: [place] }
    const next = new Set(chosen)
    if (!next.delete(place)) next.add(place)
    change({ current: place, chosen: next })
  }
  const chooseTo = (place: number) => {
    anchor.current ??= { at: current, range: [] }
    const to = goTo(place)
    const [low, high] = [Math.min(anchor.current.at, to), Math.max(anchor.current.at, to)]
    const range = Array.from({ length: high - low + 1 }, (_, at) => low + at)
    change({ chosen: withRange(chosen, anchor.current.range, range) })
    anchor.current.range = range
  }
  const open = (place: number) => {
    const line = lineAt(searching, place)
    if (line) openLine(line).catch(showFailure)
  }

  /** The lines chosen, or the current one. */
  const tag = () => {
    if (workbench.getState().project?.readOnly !== '') return
    chooseTagOfHits(current)
  }

  const press = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey
    const move = placeAfterKey(event, current, count, rows.page)
    if (move !== undefined && event.shiftKey) chooseTo(move)
    else if (move !== undefined) {
      anchor.current = null
      if (event.key === 'ArrowUp' && current === 0) fieldOf(event.currentTarget)?.focus()
      else goTo(move)
    } else if (command && event.key.toLowerCase() === 'a') chooseAllLines()
    // Without words that are selected the window copies nothing, and tells nobody that it was asked to.
    else if (command && event.key.toLowerCase() === 'c') copyLines().catch(showFailure)
    else if (event.key === 'Escape' && chosen.size > 0) {
      change({ chosen: new Set() })
      say('None chosen')
    } else if (isKeyOf('annotation.tag', event.nativeEvent)) tag()
    else if (command || event.altKey) return
    else if (event.key === ' ') toggle(current)
    else if (event.key === 'Enter') open(current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]')
    if (!row) return
    const place = Number(row.dataset.index)
    if (event.shiftKey) chooseTo(place)
    else if (event.ctrlKey || event.metaKey) toggle(place)
    else {
      anchor.current = null
      change({ current: place })
      open(place)
    }
  }

  if (count === 0) return <NoLines />
  const drawn = new Set<number>([current])
  for (let place = first; place < end; place++) drawn.add(place)
  return (
    <div
      ref={rows.scroller}
      role="listbox"
      aria-label="Hits"
      aria-multiselectable
      aria-activedescendant={`${listId}-${current}`}
      tabIndex={0}
      className="search-lines"
      data-old={searching.problem !== '' || undefined}
      data-area-start
      data-own-focus
      onScroll={rows.onScroll}
      onKeyDown={press}
      onClick={click}
    >
      <div role="presentation" className="search-lines-all" style={{ height: rows.height }}>
        {[...drawn]
          .filter((place) => place < count)
          .sort((a, b) => a - b)
          .map((place) => {
            const line = lineAt(searching, place)
            return (
              <Line
                key={place}
                id={`${listId}-${place}`}
                place={place}
                count={result?.counted ? count : null}
                top={place * rowHeight}
                line={line}
                document={line && about.get(line.documentId)}
                tagIds={(line && tagsOf.get(line)) ?? none}
                tags={tags}
                isCurrent={place === current}
                isChosen={chosen.has(place)}
              />
            )
          })}
      </div>
    </div>
  )
}

function fieldOf(list: EventTarget & Element): HTMLElement | null {
  return list.closest('[data-area]')?.querySelector<HTMLElement>('[data-field="search"]') ?? null
}

function NoLines() {
  const asked = useWorkbench((state) => state.searching.asked.query)
  const result = useWorkbench((state) => state.searching.result)
  const problem = useWorkbench((state) => state.searching.problem)
  if (asked.trim() === '' || problem !== '') {
    return (
      <EmptyState title="Search all texts">
        <dl className="search-language">
          <dt>tram cost</dt>
          <dd>both words in one paragraph</dd>
          <dt>"tram line"</dt>
          <dd>one after the other</dd>
          <dt>tax*</dt>
          <dd>words that begin so</dd>
          <dt>tram OR bus</dt>
          <dd>either</dd>
          <dt>tram -noise</dt>
          <dd>the first without the second</dd>
          <dt>NEAR(tram cost, 5)</dt>
          <dd>no more than five words between</dd>
          <dt>/\d+ million/</dt>
          <dd>a regular expression</dd>
        </dl>
      </EmptyState>
    )
  }
  if (!result) return null
  return (
    <EmptyState title="Not found">
      Nothing in {result.searched.toLocaleString('en')} {result.searched === 1 ? 'document' : 'documents'}{' '}
      fits. Try fewer words, a prefix such as tax*, or a wider filter.
    </EmptyState>
  )
}

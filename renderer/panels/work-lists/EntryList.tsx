import { type KeyboardEvent, useMemo, useRef } from 'react'
import { narrows, noFilter } from '../../../preload/contract/filter.ts'
import { runCommand } from '../../commands/registry.ts'
import { openCardOf, openEntry } from '../../commands/work-lists.ts'
import { chooseConfrontation } from '../../store/argument/confrontation.ts'
import { askWorkList, stayAt } from '../../store/argument/work-lists.ts'
import { countOf } from '../../store/counting.ts'
import { isDate } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { EntryRow } from './EntryRow.tsx'
import { emptyWords, listTitles } from './in-words.ts'

const rowHeight = 76

/** The entries of the list. Enter goes to one, K to the card of a claim. */
export function EntryList() {
  const { asked } = useWorkbench((state) => state.workListsView)
  const listing = useWorkbench((state) => state.workListing)
  const { ids, place, rows } = listing
  const items = useMemo(() => Array.from(ids, (id, at) => ({ id, at })), [ids])
  const current = items[Math.min(place, items.length - 1)]
  const area = useRef<HTMLDivElement>(null)
  const isThere = listing.asked?.list === asked.list
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  useArriving(area, {
    when: isThere,
    staysAt: 'nav, .filters, header',
    ...(!hasDocuments && { wanted: 'button' }),
  })
  return (
    <>
      {asked.list === 'made-after' && <AfterField />}
      <div ref={area} className="work-list-entries" onKeyDownCapture={(event) => press(event, current?.at)}>
        {isThere && (
          <VirtualList
            key={asked.list}
            label={listTitles[asked.list]}
            items={items}
            textOf={() => ''}
            rowHeight={rowHeight}
            selected={current ? [current.id] : []}
            startAt={current?.id ?? null}
            onCurrent={({ at }) => stayAt(at)}
            onOpen={({ at }, beside) => openEntry(at, beside).catch(showFailure)}
            empty={<NothingLeft />}
          >
            {({ id, at }) => <EntryRow row={rows.get(id)} at={at} isCurrent={id === current?.id} />}
          </VirtualList>
        )}
      </div>
    </>
  )
}

function press(event: KeyboardEvent, at: number | undefined): void {
  if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key.toLowerCase() === 'k') openCardOf(at)
  else if (event.key === 'ArrowLeft')
    document.querySelector<HTMLElement>('.work-list-name[aria-current]')?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

function AfterField() {
  const after = useWorkbench((state) => state.workListsView.asked.after)
  return (
    <div className="work-list-after">
      <FinishedField
        label="First made after"
        isDisabled={false}
        value={after}
        check={(date) => (isDate(date) ? '' : 'Write it as 2021, 2021-05 or 2021-05-31.')}
        keep={(date) => askWorkList({ after: date })}
      />
    </div>
  )
}

function NothingLeft() {
  const { list, filter, after } = useWorkbench((state) => state.workListsView.asked)
  const claims = useWorkbench((state) => state.claims.length)
  const documents = useWorkbench((state) => state.documents.length)
  const withoutCard = useWorkbench((state) => state.workListing.counts?.[4] ?? 0)
  if (documents === 0) {
    return <ImportFirst>Here stands what is left to do, once texts are annotated.</ImportFirst>
  }
  if (list === 'made-after' && after === '') {
    return <EmptyState title="After which day?">Write a year, a month or a day above.</EmptyState>
  }
  if (narrows(filter)) {
    return (
      <EmptyState
        title="Nothing fits"
        actions={<Button onPress={() => askWorkList({ filter: noFilter })}>Clear the filter</Button>}
      >
        Some entries may be hidden by the filter.
      </EmptyState>
    )
  }
  const showUnanswered = (
    <Button
      onPress={() => {
        chooseConfrontation({ show: 'unanswered', only: null })
        runCommand('view.confrontation')
      }}
    >
      Show what nobody answers
    </Button>
  )
  const isAboutClaims = list === 'unanswered' || list === 'one-voice' || list === 'made-after'
  if (isAboutClaims && claims === 0) {
    return (
      <EmptyState
        title={withoutCard > 0 ? 'No card yet' : 'No claims yet'}
        actions={
          withoutCard > 0 && (
            <>
              {list === 'unanswered' && showUnanswered}
              <Button onPress={() => askWorkList({ list: 'no-claim' })}>Show passages without a card</Button>
            </>
          )
        }
      >
        {withoutCard > 0
          ? `This list is of claims that have a card. None has one yet; ${tagged(withoutCard)}.`
          : 'Here stands what is left to do, once texts are annotated.'}
      </EmptyState>
    )
  }
  if (list === 'unanswered' && withoutCard > 0) {
    return (
      <EmptyState title="No card is left" actions={showUnanswered}>
        {emptyWords.unanswered} But {tagged(withoutCard)} and {withoutCard === 1 ? 'states' : 'state'} none.
      </EmptyState>
    )
  }
  return <EmptyState title="Nothing left">{emptyWords[list]}</EmptyState>
}

const tagged = (count: number) =>
  `${countOf(count, 'passage')} ${count === 1 ? 'is' : 'are'} tagged as a claim`

import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react'
import type { Check } from '../../../preload/contract/doctor.ts'
import { goToFinding, judgeFinding, showBothPlaces } from '../../commands/doctor.ts'
import { stayAtFinding } from '../../store/argument/doctor.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { FindingRow } from './FindingRow.tsx'
import { checkTitles } from './in-words.ts'

/** In CSS pixels: findings about two places are taller. */
const rowHeightOf = (check: Check) => (check === 'no-target' ? 76 : 104)

/** What the check has found. A click chooses; Enter goes to the first place, Shift+Enter shows both, I judges. */
export function FindingList() {
  const { check, show } = useWorkbench((state) => state.doctorView)
  const examined = useWorkbench((state) => state.examined)
  const { subjects, place, findings } = examined
  const items = useMemo(() => subjects.map((subject, at) => ({ id: at + 1, subject })), [subjects])
  const isThere = examined.check === check && examined.show === show
  const area = useRef<HTMLDivElement>(null)
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  useArriving(area, {
    when: isThere,
    staysAt: 'nav, header',
    ...(!hasDocuments && { wanted: 'button' }),
  })
  return (
    <>
      {isThere && items.length > 0 && <Actions />}
      <div ref={area} className="work-list-entries" onKeyDownCapture={press} onClickCapture={click}>
        {isThere && (
          <VirtualList
            key={`${check} ${show}`}
            label={checkTitles[check]}
            items={items}
            textOf={() => ''}
            rowHeight={rowHeightOf(check)}
            selected={[place + 1]}
            startAt={place + 1}
            onCurrent={({ id }) => stayAtFinding(id - 1)}
            onOpen={() => goToFinding().catch(showFailure)}
            empty={<NoFindings />}
          >
            {({ id, subject }) => (
              <FindingRow finding={findings.get(subject)} at={id - 1} isCurrent={id - 1 === place} />
            )}
          </VirtualList>
        )}
      </div>
    </>
  )
}

function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Enter' && event.shiftKey) showBothPlaces().catch(showFailure)
  else if (event.key.toLowerCase() === 'i') judgeFinding().catch(showFailure)
  else if (event.key === 'ArrowLeft')
    document.querySelector<HTMLElement>('[data-area="doctor"] .work-list-name[aria-current]')?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** A row is chosen first; a place in it is gone to. */
function click(event: MouseEvent<HTMLElement>): void {
  const target = event.target as Element
  const row = target.closest<HTMLElement>('[data-index]')
  if (!row) return
  event.stopPropagation()
  event.preventDefault()
  stayAtFinding(Number(row.dataset.index))
  event.currentTarget.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  const place = target.closest<HTMLElement>('[data-place]')
  if (place) goToFinding(Number(place.dataset.place)).catch(showFailure)
}

/** What can be done with the current finding. */
function Actions() {
  const show = useWorkbench((state) => state.examined.show)
  const places = useWorkbench(
    ({ examined }) => examined.findings.get(examined.subjects[examined.place] ?? '')?.places.length ?? 0,
  )
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <div className="doctor-actions">
      <Button onPress={() => goToFinding().catch(showFailure)}>
        Go there <Shortcut keys="Enter" />
      </Button>
      <Button isDisabled={places < 2} onPress={() => showBothPlaces().catch(showFailure)}>
        Side by side <Shortcut keys="Shift+Enter" />
      </Button>
      <Button isDisabled={readOnly} onPress={() => judgeFinding().catch(showFailure)}>
        {show === 'open' ? 'This is intended' : 'Open again'} <Shortcut keys="I" />
      </Button>
    </div>
  )
}

function NoFindings() {
  const { check, show } = workbench.getState().doctorView
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return (
      <ImportFirst>What may be wrong with the argument stands here, once texts are annotated.</ImportFirst>
    )
  }
  if (show === 'intended') {
    return (
      <EmptyState title="Nothing is marked as intended">
        What you mark with I stands here, and can be opened again.
      </EmptyState>
    )
  }
  return <EmptyState title="Nothing found">{`${checkTitles[check]}: none in this project.`}</EmptyState>
}

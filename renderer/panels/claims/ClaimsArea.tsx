import { Plus } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { showMapOf } from '../../commands/argument-map.ts'
import { deleteClaims } from '../../commands/claims.ts'
import { isKeyOf, useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeClaimsView, claimOf, shownClaims } from '../../store/argument/claims.ts'
import { countOf } from '../../store/counting.ts'
import { say, showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { survivorNextTo } from '../../ui/current-row.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { ClaimCardView } from './ClaimCardView.tsx'
import { ClaimRow } from './ClaimRow.tsx'
import { ClaimsBar } from './ClaimsBar.tsx'
import './claims.css'

const rowHeight = 64

/** All claims of the project, and the card of the one that the list is at. */
export function ClaimsArea() {
  const claims = useWorkbench((state) => state.claims)
  const view = useWorkbench((state) => state.claimsView)
  const { words, order, show, current, chosen: chosenIds } = view
  const shown = useMemo(() => shownClaims(claims, { words, order, show }), [claims, words, order, show])
  const there = useMemo(() => new Set(claims.map(({ id }) => id)), [claims])
  const chosen = useMemo(() => new Set<number>(chosenIds.filter((id) => there.has(id))), [chosenIds, there])
  const open = current !== null && there.has(current) ? current : (shown[0]?.id ?? null)
  const list = useRef<HTMLDivElement>(null)
  // When the view comes, or its first claims do; else one comes back to an entry of a card.
  const [isArriving] = useState(() => workbench.getState().claimsView.row === '')
  useArriving(list, { when: isArriving && claims.length > 0, staysAt: 'input' })

  return (
    <section className="middle claims" data-area="claims" tabIndex={-1} aria-label="Claims">
      <ClaimsBar shown={shown.length} all={claims.length} />
      <div className="middle-split">
        <div
          ref={list}
          className="middle-list"
          onKeyDownCapture={(event) => press(event, open, shown, list.current)}
        >
          {chosen.size > 1 && <ChosenClaims chosen={[...chosen] as ClaimId[]} />}
          <VirtualList<ClaimSummary>
            label="Claims"
            items={shown}
            textOf={({ statement }) => statement}
            rowHeight={rowHeight}
            selected={chosen.size > 0 ? [...chosen] : open === null ? [] : [open]}
            choosing={{ chosen, choose: (next) => choose([...next] as ClaimId[]) }}
            startAt={open}
            onCurrent={({ id }) => changeClaimsView({ current: id, row: '' })}
            onOpen={({ id }) => changeClaimsView({ current: id, row: '', chosen: [] })}
            empty={claims.length === 0 ? <NoClaims /> : <NoneFits />}
          >
            {(claim) => <ClaimRow claim={claim} isOpen={claim.id === open} />}
          </VirtualList>
        </div>
        {open === null ? <div className="middle-card claim-card" /> : <ClaimCardView key={open} id={open} />}
      </div>
    </section>
  )
}

/** The keys of a claim in the list; L, W and Shift+W are commands of their own. */
function press(
  event: KeyboardEvent,
  open: ClaimId | null,
  shown: readonly ClaimSummary[],
  list: HTMLElement | null,
): void {
  const { project, claimsView } = workbench.getState()
  if (open === null || event.ctrlKey || event.metaKey || event.altKey) return
  const writable = project?.readOnly === ''
  const command = (['link.start', 'answer.candidates', 'claim.confront'] as const).find((id) =>
    isKeyOf(id, event.nativeEvent),
  )
  if (command) {
    changeClaimsView({ current: open })
    runCommand(command)
  } else if (event.key === 'Enter' || event.key === 'ArrowRight') {
    list?.parentElement?.querySelector<HTMLElement>('.claim-card')?.focus()
  } else if (event.key === 'F2' && writable) {
    list?.parentElement?.querySelector<HTMLElement>('.claim-statement textarea')?.focus()
  } else if (event.key === 'm' && writable) {
    if (claimsView.chosen.length > 1) showDialog({ kind: 'merge-claims', ids: claimsView.chosen })
    else say('Choose two or more claims with Space, then press M to merge them')
  } else if (event.key === 'Delete' && writable) {
    const chosen = claimsView.chosen.filter((id) => claimOf(id))
    const ids = chosen.length > 0 ? chosen : [open]
    const next = survivorNextTo(shown, open, new Set<number>(ids))
    deleteClaims(ids, next?.id ?? null).catch(showFailure)
  } else return
  event.preventDefault()
  event.stopPropagation()
}

function choose(chosen: ClaimId[]): void {
  changeClaimsView({ chosen })
  say(chosen.length === 0 ? 'None chosen' : `${countOf(chosen.length, 'claim')} chosen`)
}

function ChosenClaims({ chosen }: { chosen: ClaimId[] }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <section className="claims-chosen" aria-label="Chosen claims">
      <strong>{chosen.length.toLocaleString('en')} chosen</strong>
      <Button isDisabled={readOnly} onPress={() => showDialog({ kind: 'merge-claims', ids: chosen })}>
        Merge…
      </Button>
      <Button onPress={() => showMapOf(chosen)}>Map</Button>
      <Button look="quiet" onPress={() => choose([])}>
        Choose none
      </Button>
    </section>
  )
}

function NoClaims() {
  const key = useKey('claim.state')
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return (
      <ImportFirst>
        A claim is one proposition, however often it is worded. Its card collects the passages that state it.
      </ImportFirst>
    )
  }
  return (
    <EmptyState
      title="No claims yet"
      actions={
        <Button icon={Plus} onPress={() => runCommand('claim.new')}>
          New claim…
        </Button>
      }
    >
      A claim is one proposition, however often it is worded. On a passage tagged as a claim{' '}
      {key === undefined ? 'choose “States the claim…”' : `press ${key}`} and say what it states.
    </EmptyState>
  )
}

function NoneFits() {
  return (
    <EmptyState
      title="Nothing fits"
      actions={<Button onPress={() => changeClaimsView({ words: '', show: 'all' })}>Show all</Button>}
    >
      The filter looks in the statement.
    </EmptyState>
  )
}

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { canStepPairs, stopReadingPairs } from '../../commands/confrontation.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { confrontationRows } from '../../store/argument/confrontation.ts'
import { gap } from '../../store/argument/confrontation-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import './reading-pairs.css'

/** Below the texts while pairs of the confrontation are read: which one it is, the next, and the way back. */
export function ReadingPairs() {
  const isShown = useWorkbench(canStepPairs)
  const confronted = useWorkbench((state) => state.confronted)
  const current = useWorkbench((state) => state.confrontation.current)
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const next = useKey('confrontation.next')
  const previous = useKey('confrontation.previous')
  const back = useKey('view.confrontation')
  const rows = isShown ? confrontationRows(confronted) : undefined
  const [thing] = current
  if (!rows || thing === undefined) return null
  const place = rows.placeOf(thing)
  const own = place < 0 ? [] : rows.rowsOf(place)
  const claim = confronted.claims.get(thing)
  const number = current.length > 1 ? current.at(-1)! : (own[0]?.path[1] ?? gap)
  const answer = confronted.answers.get(number)
  const type = linkTypes.find(({ id }) => id === answer?.linkTypeId)?.name
  const at = own.findIndex(({ path }) => path.at(-1) === number)
  return (
    <section className="pairs" aria-label="Confrontation, side by side">
      <p className="pairs-words">
        <span className="pairs-where">
          Claim {(place + 1).toLocaleString('en')} of {rows.columns.claim.length.toLocaleString('en')}
        </span>
        <q className="pairs-claim" dir="auto">
          {claim?.words}
        </q>
        <span className="pairs-where" data-gap={number === gap || undefined}>
          {number === gap
            ? 'Nobody answers this.'
            : `${type ?? ''}${own.length > 1 ? `, ${at + 1} of ${own.length}` : ''}`}
        </span>
      </p>
      <IconButton
        icon={ArrowUp}
        label="The one before"
        shortcut={previous}
        placement="top"
        onPress={() => runCommand('confrontation.previous')}
      />
      <IconButton
        icon={ArrowDown}
        label="The next one"
        shortcut={next}
        placement="top"
        onPress={() => runCommand('confrontation.next')}
      />
      <Button onPress={() => runCommand('view.confrontation')}>
        Back to the columns
        {back && <Shortcut keys={back} />}
      </Button>
      <IconButton icon={X} label="Read on without" placement="top" onPress={stopReadingPairs} />
    </section>
  )
}

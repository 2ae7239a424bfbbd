import { ChevronLeft, ChevronRight, ListChecks, X } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { endWalk, showList } from '../../commands/work-lists.ts'
import { isAtEntry } from '../../store/argument/work-lists.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { listTitles, whyInWords } from './in-words.ts'
import './work-lists.css'

/** Below the texts while one is at an entry of a work list: where in the list one is, why, and the way on and back. */
export function WalkStrip() {
  const isShown = useWorkbench(isAtEntry)
  const { ids, place, rows } = useWorkbench((state) => state.workListing)
  const { asked, current } = useWorkbench((state) => state.workListsView)
  const next = useKey('go.next-in-list')
  const previous = useKey('go.previous-in-list')
  if (!isShown) return null
  const isThere = ids[place] === current
  const row = isThere && current !== null ? rows.get(current) : undefined
  const left = ids.length.toLocaleString('en')
  return (
    <section className="walk-strip" aria-label="Work list">
      <Icon of={ListChecks} />
      <p className="walk-words">
        <strong>{listTitles[asked.list]}</strong>
        <span>{isThere ? `${(place + 1).toLocaleString('en')} of ${left}` : `done, ${left} left`}</span>
        {row && <span className="walk-why">{whyInWords(row.why)}</span>}
      </p>
      <IconButton
        icon={ChevronLeft}
        label="Previous of the list"
        shortcut={previous}
        placement="top"
        isDisabled={place === 0}
        onPress={() => runCommand('go.previous-in-list')}
      />
      <IconButton
        icon={ChevronRight}
        label="Next of the list"
        shortcut={next}
        placement="top"
        isDisabled={isThere ? place >= ids.length - 1 : place >= ids.length}
        onPress={() => runCommand('go.next-in-list')}
      />
      <Button look="plain" onPress={showList}>
        To the list
      </Button>
      <IconButton icon={X} label="Leave the list" placement="top" onPress={endWalk} />
    </section>
  )
}

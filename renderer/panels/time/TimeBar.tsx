import { ArrowDownUp, Copy, ListFilter, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { copyRows } from '../../commands/copy-rows.ts'
import { changeTimeView, type Dates, type Life } from '../../store/argument/lives.ts'
import type { DayRange, TimeView } from '../../store/argument/time-view.ts'
import { countOf, countShown } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { Done } from '../middle/Done.tsx'
import { zoomed } from './axis.ts'
import { lifeRows } from './life-rows.ts'

const tabs: readonly { id: TimeView['tab']; title: string }[] = [
  { id: 'lanes', title: 'Lanes' },
  { id: 'table', title: 'Table' },
]
const orders: [TimeView['order'], string][] = [
  ['first', 'First stated first'],
  ['last', 'Last stated last first'],
  ['mentions', 'Most mentions first'],
  ['silent', 'Longest not repeated first'],
]
const kinds: [TimeView['which'], string][] = [
  ['all', 'All claims'],
  ['repeated', 'Stated more than once'],
  ['answered', 'Answered'],
  ['unanswered', 'Not answered'],
]

export interface TimeBarProps {
  shown: readonly Life[]
  all: number
  dates: Dates
  extent: DayRange | null
}

/** Which claims, in what order, how near; and what cannot be placed. */
export function TimeBar({ shown, all, dates, extent }: TimeBarProps) {
  const { tab, words, which, order, range } = useWorkbench((state) => state.timeView)
  const zoom = (by: number) => {
    const now = range ?? extent
    if (now) changeTimeView({ range: zoomed(now, by, (now.from + now.to) / 2) })
  }
  const isLanes = tab === 'lanes' && extent !== null
  return (
    <header className="middle-bar">
      <h1>Time</h1>
      <Segmented label="Show" options={tabs} value={tab} onChange={(next) => changeTimeView({ tab: next })} />
      <SearchField
        aria-label="Filter the claims"
        placeholder="Filter"
        value={words}
        onChange={(typed) => changeTimeView({ words: typed })}
      />
      <ChoiceMenu
        label="Which claims"
        icon={ListFilter}
        choices={kinds}
        value={which}
        onChange={(id) => changeTimeView({ which: id })}
      />
      <ChoiceMenu
        label="Order of the claims"
        icon={ArrowDownUp}
        choices={orders}
        value={order}
        onChange={(id) => changeTimeView({ order: id })}
      />
      <p className="middle-count">{factsOf(shown, all, dates)}</p>
      {isLanes && (
        <span className="time-zoom">
          <IconButton icon={ZoomOut} label="Further away" shortcut="-" onPress={() => zoom(0.5)} />
          <IconButton icon={ZoomIn} label="Nearer" shortcut="+" onPress={() => zoom(2)} />
          <IconButton
            icon={Maximize2}
            label="Show all of the time"
            shortcut="0"
            onPress={() => changeTimeView({ range: null })}
          />
        </span>
      )}
      <MenuButton
        label="Copy"
        placement="bottom end"
        trigger={<IconButton icon={Copy} label="Copy" isDisabled={shown.length === 0} />}
      >
        <MenuItem onAction={() => copyRows(lifeRows(shown), 'table').catch(showFailure)}>
          Copy as a table
        </MenuItem>
        <MenuItem onAction={() => copyRows(lifeRows(shown), 'csv').catch(showFailure)}>Copy as CSV</MenuItem>
      </MenuButton>
      <Done view="view.time" />
    </header>
  )
}

function factsOf(shown: readonly Life[], all: number, dates: Dates): string {
  const claims = countShown(shown.length, all, 'claim')
  return dates.undated === 0 ? claims : `${claims} · ${countOf(dates.undated, 'document')} without a date`
}

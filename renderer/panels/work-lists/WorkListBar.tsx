import { ArrowDownUp, Bookmark, ListFilter } from 'lucide-react'
import { narrows } from '../../../preload/contract/filter.ts'
import { entriesOf, type WorkListOrder } from '../../../preload/contract/work-list.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { showDialog } from '../../store/screen.ts'
import { askWorkList, changeWorkListsView } from '../../store/work-lists.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { listTitles } from './in-words.ts'

/** Which list it is, how long, what narrows it and in which order it comes. */
export function WorkListBar() {
  const { asked, filtersShown } = useWorkbench((state) => state.workListsView)
  const count = useWorkbench((state) =>
    state.workListing.asked?.list === asked.list ? state.workListing.ids.length : null,
  )
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const orders = ordersOf(entriesOf[asked.list])
  const isFiltered = narrows(asked.filter)
  return (
    <header className="work-lists-bar">
      <h1>{listTitles[asked.list]}</h1>
      <p className="work-lists-count">{count?.toLocaleString('en')}</p>
      <Button
        look={isFiltered ? 'plain' : 'quiet'}
        icon={ListFilter}
        aria-expanded={filtersShown}
        onPress={() => changeWorkListsView({ filtersShown: !filtersShown })}
      >
        {isFiltered ? 'Filtered' : 'Filter'}
      </Button>
      <MenuButton
        label="Order of the list"
        placement="bottom end"
        trigger={
          <Button look="quiet" icon={ArrowDownUp}>
            {orders.find(([id]) => id === asked.order)?.[1] ?? orders[0]![1]}
          </Button>
        }
      >
        {orders.map(([id, title]) => (
          <MenuItem key={id} isChecked={id === asked.order} onAction={() => askWorkList({ order: id })}>
            {title}
          </MenuItem>
        ))}
      </MenuButton>
      <Button
        look="quiet"
        icon={Bookmark}
        isDisabled={readOnly}
        onPress={() => showDialog({ kind: 'save-work-list' })}
      >
        Save…
      </Button>
      <Tooltip text="Back to the text" shortcut={useKey('view.work-lists')}>
        <Button look="plain" onPress={() => runCommand('view.work-lists')}>
          Done
        </Button>
      </Tooltip>
    </header>
  )
}

function ordersOf(entries: (typeof entriesOf)[keyof typeof entriesOf]): [WorkListOrder, string][] {
  if (entries !== 'claim') {
    return [
      ['project', 'As they stand in the project'],
      ['date', 'By date'],
    ]
  }
  return [
    ['project', 'In the order made'],
    ['mentions', 'Most mentions first'],
    ['date', 'First stated first'],
  ]
}

import { ArrowDownUp, Bookmark, ListFilter } from 'lucide-react'
import { narrows } from '../../../preload/contract/filter.ts'
import { entriesOf, type WorkListOrder } from '../../../preload/contract/work-list.ts'
import { askWorkList, changeWorkListsView } from '../../store/argument/work-lists.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Done } from '../middle/Done.tsx'
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
    <header className="middle-bar">
      <h1>{listTitles[asked.list]}</h1>
      <p className="middle-count">{count?.toLocaleString('en')}</p>
      <Button
        look={isFiltered ? 'plain' : 'quiet'}
        icon={ListFilter}
        aria-expanded={filtersShown}
        onPress={() => changeWorkListsView({ filtersShown: !filtersShown })}
      >
        {isFiltered ? 'Filtered' : 'Filter'}
      </Button>
      <ChoiceMenu
        label="Order of the list"
        placement="bottom end"
        icon={ArrowDownUp}
        choices={orders}
        value={asked.order}
        onChange={(id) => askWorkList({ order: id })}
      />
      <Button
        look="quiet"
        icon={Bookmark}
        isDisabled={readOnly}
        onPress={() => showDialog({ kind: 'save-work-list' })}
      >
        Save…
      </Button>
      <Done view="view.work-lists" />
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

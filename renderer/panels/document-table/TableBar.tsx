import { Columns3Cog, X } from 'lucide-react'
import { memo } from 'react'
import { countShown } from '../../store/counting.ts'
import { changeListView, isNarrowed, showAllDocuments } from '../../store/documents/document-list.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { ShowMenu } from '../documents/ShowMenu.tsx'
import { statuses } from '../documents/StatusSign.tsx'
import { Done } from '../middle/Done.tsx'
import { clearFilters, filterColumn, toggleColumn } from './change-columns.ts'
import type { Column } from './columns.ts'
import { filterInWords } from './table-rows.ts'

export interface TableBarProps {
  available: readonly Column[]
  columns: readonly Column[]
  /** How many rows fit the filters. */
  shown: number
}

/** Above the table: words to narrow it by, its columns, the filters that are on, and how much of it is shown. */
export const TableBar = memo(function TableBar({ available, columns, shown }: TableBarProps) {
  const words = useWorkbench((state) => state.documentList.words)
  const all = useWorkbench((state) => state.documents.length)
  const chosen = useWorkbench((state) => state.chosenDocuments)
  const isShown = new Set(columns.map(({ id }) => id))
  return (
    <header className="table-bar">
      <div className="table-bar-row">
        <h1>Table of documents</h1>
        <SearchField
          aria-label="Filter the table"
          placeholder="Filter"
          value={words}
          onChange={(typed) => changeListView({ words: typed })}
        />
        <ShowMenu />
        <MenuButton
          label="Columns"
          trigger={
            <Button look="quiet" icon={Columns3Cog}>
              Columns
            </Button>
          }
        >
          {available.map(({ id, title }) => (
            <MenuItem
              key={id}
              staysOpen
              isChecked={isShown.has(id)}
              isDisabled={id === 'title'}
              onAction={() => toggleColumn(id)}
            >
              {title}
            </MenuItem>
          ))}
        </MenuButton>
        <p className="middle-count">
          {countShown(shown, all, 'document')}
          {chosen.length > 1 && `, ${chosen.length.toLocaleString('en')} chosen`}
        </p>
        {chosen.length > 1 && (
          <Button
            look="quiet"
            onPress={() => showDialog({ kind: 'document-details', documentIds: [...chosen] })}
          >
            Details of {chosen.length.toLocaleString('en')}…
          </Button>
        )}
        <Done view="view.table" />
      </div>
      <Filters available={available} />
    </header>
  )
})

/** Everything that narrows the table, each with a way to take it away. */
function Filters({ available }: { available: readonly Column[] }) {
  const { status, collection } = useWorkbench((state) => state.documentList)
  const filters = useWorkbench((state) => state.table.filters)
  const chips = Object.entries(filters).flatMap(([id, filter]) => {
    const column = available.find((one) => one.id === id)
    return column
      ? [{ id, words: `${column.title} ${filterInWords(filter)}`, remove: () => filterColumn(id, null) }]
      : []
  })
  const title = statuses.find(({ id }) => id === status)?.title
  if (title) chips.unshift({ id: 'status ', words: title, remove: () => changeListView({ status: null }) })
  if (collection !== null) {
    const words = collection === '' ? 'In no collection' : collection
    chips.unshift({ id: 'collection ', words, remove: () => changeListView({ collection: null }) })
  }
  if (chips.length === 0) return null
  return (
    <p className="table-filters">
      {chips.map(({ id, words, remove }) => (
        <Button
          key={id}
          look="quiet"
          className="documents-chip"
          aria-label={`${words}: take the filter away`}
          onPress={remove}
        >
          <span>{words}</span> <Icon of={X} size={12} />
        </Button>
      ))}
    </p>
  )
}

export function ShowAllRows() {
  const isAny = useWorkbench(
    ({ documentList, table }) => isNarrowed(documentList) || Object.keys(table.filters).length > 0,
  )
  if (!isAny) return null
  return (
    <Button
      onPress={() => {
        showAllDocuments()
        clearFilters()
      }}
    >
      Show all
    </Button>
  )
}

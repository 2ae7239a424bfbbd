import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff, ListFilter, Pencil } from 'lucide-react'
import { changeTable } from '../../store/documents/document-table.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { filterColumn, moveColumn, toggleColumn } from './change-columns.ts'
import { type Column, isOwnField } from './columns.ts'

export interface ColumnMenuAt {
  column: Column
  index: number
  at: { x: number; y: number }
}

/** What can be done with a column. */
export function ColumnMenu({ menu, onClose }: { menu: ColumnMenuAt | null; onClose: () => void }) {
  const table = useWorkbench((state) => state.table)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  if (!menu) return null
  const { column, index } = menu
  const { id, title } = column
  const sort = (descending: boolean) => changeTable({ sort: { column: id, descending } })
  const isSorted = (descending: boolean) => table.sort?.column === id && table.sort.descending === descending
  return (
    <ContextMenu label={`Column ${title}`} at={menu.at} onClose={onClose}>
      <MenuItem icon={ArrowUp} isOneOf isChecked={isSorted(false)} onAction={() => sort(false)}>
        Sort upward
      </MenuItem>
      <MenuItem icon={ArrowDown} isOneOf isChecked={isSorted(true)} onAction={() => sort(true)}>
        Sort downward
      </MenuItem>
      <MenuItem isDisabled={table.sort === null} onAction={() => changeTable({ sort: null })}>
        In the order of the list
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={ListFilter} onAction={() => showDialog({ kind: 'filter-column', columnId: id })}>
        Filter…
      </MenuItem>
      {table.filters[id] && <MenuItem onAction={() => filterColumn(id, null)}>Take the filter away</MenuItem>}
      <MenuSeparator />
      <MenuItem
        icon={ArrowLeft}
        shortcut="Alt+Left"
        isDisabled={index === 0}
        onAction={() => moveColumn(id, index - 1)}
      >
        Move left
      </MenuItem>
      <MenuItem
        icon={ArrowRight}
        shortcut="Alt+Right"
        isDisabled={index === table.columns.length - 1}
        onAction={() => moveColumn(id, index + 1)}
      >
        Move right
      </MenuItem>
      <MenuItem icon={EyeOff} isDisabled={id === 'title'} onAction={() => toggleColumn(id)}>
        Hide
      </MenuItem>
      {isOwnField(column) && (
        <MenuItem
          icon={Pencil}
          isDisabled={readOnly}
          onAction={() => showDialog({ kind: 'rename-field', name: column.field })}
        >
          Rename field…
        </MenuItem>
      )}
    </ContextMenu>
  )
}

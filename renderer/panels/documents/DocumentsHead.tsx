import { ArrowDownUp, Plus, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeListView, countStatuses } from '../../store/documents/document-list.ts'
import type { DocumentOrder } from '../../store/documents/document-order.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { ShowMenu } from './ShowMenu.tsx'

const orders: [DocumentOrder, string][] = [
  ['project', 'Project order'],
  ['title', 'By title'],
  ['date', 'By date'],
  ['unanswered', 'Most claim passages with no counter first'],
]

export function DocumentsHead() {
  const name = useWorkbench((state) => state.project?.name ?? '')
  const readOnly = useWorkbench((state) => state.project?.readOnly ?? '')
  const documents = useWorkbench((state) => state.documents)
  const { order } = useWorkbench((state) => state.documentList)
  const isTable = useWorkbench((state) => state.middle === 'table')
  const { done } = useMemo(() => countStatuses(documents), [documents])
  const count = documents.length
  return (
    <header className="documents-head">
      <button
        type="button"
        className="documents-project"
        title={`${name}: name and description`}
        onClick={() => runCommand('project.rename')}
      >
        {name}
      </button>
      {readOnly !== '' && (
        <p className="documents-read-only" role="note">
          {readOnly}
        </p>
      )}
      <div className="documents-bar">
        <div className="documents-heading">
          <h2>Documents</h2>
          {count > 0 && (
            <p className="documents-count">
              {done.toLocaleString('en')} of {count.toLocaleString('en')} done
            </p>
          )}
        </div>
        <IconButton
          icon={Table2}
          label={isTable ? 'Back to the text' : 'Table of documents'}
          shortcut={useKey('view.table')}
          aria-pressed={isTable}
          isDisabled={count === 0}
          onPress={() => runCommand('view.table')}
        />
        <ShowMenu />
        <MenuButton
          label="Order of the documents"
          placement="bottom end"
          trigger={<IconButton icon={ArrowDownUp} label="Order" isDisabled={count < 2} />}
        >
          {orders.map(([id, title]) => (
            <MenuItem
              key={id}
              isOneOf
              isChecked={id === order}
              onAction={() => changeListView({ order: id })}
            >
              {title}
            </MenuItem>
          ))}
        </MenuButton>
        <IconButton
          icon={Plus}
          label="Import documents…"
          shortcut={useKey('document.import')}
          isDisabled={readOnly !== ''}
          onPress={() => runCommand('document.import')}
        />
      </div>
    </header>
  )
}

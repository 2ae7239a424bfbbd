import { ArrowDownUp, Plus } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import type { DocumentOrder } from './document-order.ts'

const orders: [DocumentOrder, string][] = [
  ['project', 'Project order'],
  ['title', 'By title'],
  ['date', 'By date'],
  ['unanswered', 'Most claims with no counter first'],
]

export interface DocumentsHeadProps {
  order: DocumentOrder
  onOrder: (order: DocumentOrder) => void
}

export function DocumentsHead({ order, onOrder }: DocumentsHeadProps) {
  const name = useWorkbench((state) => state.project?.name ?? '')
  const readOnly = useWorkbench((state) => state.project?.readOnly ?? '')
  const count = useWorkbench((state) => state.documents.length)
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
        <h2>
          Documents {count > 0 && <span className="documents-count">{count.toLocaleString('en')}</span>}
        </h2>
        <MenuButton
          label="Order of the documents"
          placement="bottom end"
          trigger={<IconButton icon={ArrowDownUp} label="Order" isDisabled={count < 2} />}
        >
          {orders.map(([id, title]) => (
            <MenuItem key={id} isChecked={id === order} onAction={() => onOrder(id)}>
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

import { ArrowDownUp } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeCopiesView } from '../../store/copies.ts'
import type { CopyOrder } from '../../store/copy-groups.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

const orders: [CopyOrder, string][] = [
  ['documents', 'Most documents first'],
  ['length', 'Longest first'],
  ['reading', 'As they come in the documents'],
]

/** Above the copies: how many there are, and their order. */
export function CopiesBar({ count }: { count: number }) {
  const order = useWorkbench((state) => state.copiesView.order)
  const isKnown = useWorkbench((state) => state.copies !== null)
  return (
    <header className="copies-bar">
      <MenuButton
        label="Order of the copies"
        trigger={
          <Button look="quiet" icon={ArrowDownUp}>
            {orders.find(([id]) => id === order)?.[1]}
          </Button>
        }
      >
        {orders.map(([id, title]) => (
          <MenuItem key={id} isChecked={id === order} onAction={() => changeCopiesView({ order: id })}>
            {title}
          </MenuItem>
        ))}
      </MenuButton>
      <p className="copies-count">{isKnown && `${countOf(count, 'passage')} in several documents`}</p>
      <Tooltip text="Back to the text" shortcut={useKey('view.copies')}>
        <Button look="plain" onPress={() => runCommand('view.copies')}>
          Done
        </Button>
      </Tooltip>
    </header>
  )
}

import { ArrowDownUp, ListFilter, Plus } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeClaimsView } from '../../store/claims.ts'
import type { ClaimsView } from '../../store/claims-view.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

const orders: [ClaimsView['order'], string][] = [
  ['made', 'Made last first'],
  ['mentions', 'Most mentions first'],
  ['first-stated', 'First stated first'],
]
const kinds: [ClaimsView['show'], string][] = [
  ['all', 'All claims'],
  ['answered', 'Answered'],
  ['unanswered', 'Not answered'],
  ['implicit', 'Without a mention'],
]

/** Above the claims: words to narrow them by, their order, and how many are shown. */
export function ClaimsBar({ shown, all }: { shown: number; all: number }) {
  const { words, order, show } = useWorkbench((state) => state.claimsView)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <header className="claims-bar">
      <SearchField
        aria-label="Filter the claims"
        placeholder="Filter"
        value={words}
        onChange={(typed) => changeClaimsView({ words: typed })}
      />
      <MenuButton
        label="Which claims"
        trigger={
          <Button look="quiet" icon={ListFilter}>
            {titleIn(kinds, show)}
          </Button>
        }
      >
        {kinds.map(([id, title]) => (
          <MenuItem key={id} isChecked={id === show} onAction={() => changeClaimsView({ show: id })}>
            {title}
          </MenuItem>
        ))}
      </MenuButton>
      <MenuButton
        label="Order of the claims"
        trigger={
          <Button look="quiet" icon={ArrowDownUp}>
            {titleIn(orders, order)}
          </Button>
        }
      >
        {orders.map(([id, title]) => (
          <MenuItem key={id} isChecked={id === order} onAction={() => changeClaimsView({ order: id })}>
            {title}
          </MenuItem>
        ))}
      </MenuButton>
      <p className="claims-count">
        {shown < all ? `${shown.toLocaleString('en')} of ${countOf(all, 'claim')}` : countOf(all, 'claim')}
      </p>
      <Button icon={Plus} isDisabled={readOnly} onPress={() => runCommand('claim.new')}>
        New claim…
      </Button>
      <Tooltip text="Back to the text" shortcut={useKey('view.claims')}>
        <Button look="plain" onPress={() => runCommand('view.claims')}>
          Done
        </Button>
      </Tooltip>
    </header>
  )
}

function titleIn<T>(all: [T, string][], wanted: T): string {
  return all.find(([id]) => id === wanted)?.[1] ?? ''
}

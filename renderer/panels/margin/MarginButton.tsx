import { MessageSquareText } from 'lucide-react'
import type { CommandId } from '../../../preload/contract/commands/index.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'

/** Chooses what stands in the margins of texts. */
export function MarginButton() {
  const { on, notes, links } = useWorkbench((state) => state.margin)
  const key = useKey('view.margin')
  const run = (id: CommandId) => () => runCommand(id)
  return (
    <MenuButton
      label="What the margin shows"
      placement="bottom end"
      trigger={
        <IconButton icon={MessageSquareText} label={labelOf(on, notes, links)} className="margin-button" />
      }
    >
      <MenuItem isChecked={on} shortcut={key} onAction={run('view.margin')}>
        Margin
      </MenuItem>
      <MenuSeparator />
      <MenuItem isChecked={on && notes} onAction={run('view.margin-notes')}>
        Notes
      </MenuItem>
      <MenuItem isChecked={on && links} onAction={run('view.margin-links')}>
        Links
      </MenuItem>
    </MenuButton>
  )
}

function labelOf(on: boolean, notes: boolean, links: boolean): string {
  if (!on || !(notes || links)) return 'Margin: nothing'
  return notes && links ? 'Margin: notes and links' : notes ? 'Margin: notes' : 'Margin: links'
}

import { MoreHorizontal } from 'lucide-react'
import { type CommandId, commands } from '../../../preload/contract/commands/index.ts'
import { useKeyOf } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'

const shaping: readonly CommandId[] = [
  'annotation.move',
  'annotation.add-part',
  'annotation.remove-part',
  'annotation.split',
  'annotation.split-sentences',
  'annotation.join',
]

/** What else can be done with the passage of the annotation in focus. */
export function AnnotationMenu({ isDisabled }: { isDisabled: boolean }) {
  const keyOf = useKeyOf()
  return (
    <MenuButton
      label="Annotation"
      placement="bottom end"
      trigger={<IconButton icon={MoreHorizontal} label="More for this annotation" isDisabled={isDisabled} />}
    >
      {shaping.map((id) => (
        <MenuItem key={id} shortcut={keyOf(id)} onAction={() => runCommand(id)}>
          {commands[id].title}
        </MenuItem>
      ))}
    </MenuButton>
  )
}

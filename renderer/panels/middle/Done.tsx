import type { CommandId } from '../../../preload/contract/commands/index.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

/** Back from a view to the text, by the command that shows and leaves it. */
export function Done({ view }: { view: Extract<CommandId, `view.${string}`> }) {
  return (
    <Tooltip text="Back to the text" shortcut={useKey(view)}>
      <Button look="plain" onPress={() => runCommand(view)}>
        Done
      </Button>
    </Tooltip>
  )
}

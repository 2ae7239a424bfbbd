import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

/** Back to the text. */
export function Done() {
  return (
    <Tooltip text="Back to the text" shortcut={useKey('view.overview')}>
      <Button look="plain" className="overview-done" onPress={() => runCommand('view.overview')}>
        Done
      </Button>
    </Tooltip>
  )
}

import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

/** What of the speakers is shown. */
export function SpeakersBar() {
  return (
    <header className="speakers-bar">
      <p className="speakers-title">Speakers</p>
      <Tooltip text="Back to the text" shortcut={useKey('view.speakers')}>
        <Button look="plain" onPress={() => runCommand('view.speakers')}>
          Done
        </Button>
      </Tooltip>
    </header>
  )
}

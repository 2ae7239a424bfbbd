import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeSpeakersView } from '../../store/speakers.ts'
import type { SpeakersTab } from '../../store/speakers-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

const tabs: readonly { id: SpeakersTab; title: string }[] = [
  { id: 'register', title: 'Register' },
  { id: 'table', title: 'Who answers whom' },
  { id: 'matrix', title: 'Matrix' },
]

/** What of the speakers is shown. */
export function SpeakersBar() {
  const tab = useWorkbench((state) => state.speakersView.tab)
  return (
    <header className="speakers-bar">
      <Segmented
        label="Show"
        options={tabs}
        value={tab}
        onChange={(next) => changeSpeakersView({ tab: next })}
      />
      <Tooltip text="Back to the text" shortcut={useKey('view.speakers')}>
        <Button look="plain" onPress={() => runCommand('view.speakers')}>
          Done
        </Button>
      </Tooltip>
    </header>
  )
}

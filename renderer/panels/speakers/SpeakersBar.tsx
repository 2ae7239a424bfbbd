import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { SpeakersTab } from '../../store/argument/speakers-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Done } from '../middle/Done.tsx'

const tabs: readonly { id: SpeakersTab; title: string }[] = [
  { id: 'register', title: 'Register' },
  { id: 'table', title: 'Who answers whom' },
  { id: 'matrix', title: 'Matrix' },
]

/** What of the speakers is shown. */
export function SpeakersBar() {
  const tab = useWorkbench((state) => state.speakersView.tab)
  return (
    <header className="middle-bar speakers-bar">
      <h1>Speakers</h1>
      <Segmented
        label="Show"
        options={tabs}
        value={tab}
        onChange={(next) => changeSpeakersView({ tab: next })}
      />
      <Done view="view.speakers" />
    </header>
  )
}

import './zod-without-code.ts'
import './theme/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { listen } from './client.ts'
import { keepFocus } from './commands/keep-focus.ts'
import { handleKey } from './commands/keys.ts'
import { followMenu } from './commands/menu-state.ts'
import { isCommand, runCommand } from './commands/registry.ts'
import { followDoctor } from './store/argument/doctor.ts'
import { followPending } from './store/argument/linking.ts'
import { followWorkLists } from './store/argument/work-lists.ts'
import { showFailure } from './store/notices.ts'
import { loadWorkbench } from './store/project.ts'
import { followFinding } from './store/reading/finding.ts'
import { followMeanings } from './store/reading/outdated.ts'
import { followSpotlight } from './store/reading/spotlight.ts'
import { followWidth } from './store/screen.ts'
import { followSearching } from './store/searching/searching.ts'
import { followTags, hear } from './store/sync.ts'
import { workbench } from './store/workbench.ts'
import { followWorkspace } from './store/workspace.ts'
import { applyAppearance, followContrast } from './theme/appearance.ts'

listen((event) => hear(event, (id) => isCommand(id) && runCommand(id)))
window.addEventListener('keydown', handleKey)
followWorkspace()
followWidth()
followSpotlight()
followTags()
followMeanings()
followPending()
followFinding()
keepFocus()
followSearching()
followWorkLists()
followDoctor()
workbench.subscribe((state, before) => {
  if (state.preferences !== before.preferences) applyAppearance(state.preferences)
})

followContrast(() => applyAppearance(workbench.getState().preferences))

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
createRoot(place).render(<App />)

loadWorkbench().then(followMenu).catch(showFailure)

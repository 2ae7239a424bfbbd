import './zod-without-code.ts'
import './theme/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { listen } from './client.ts'
import { keepFocus } from './commands/keep-focus.ts'
import { handleKey } from './commands/keys.ts'
import { followMenu } from './commands/menu-state.ts'
import { isCommand, runCommand } from './commands/registry.ts'
import { followDoctor } from './store/doctor.ts'
import { followFinding } from './store/finding.ts'
import { followPending } from './store/linking.ts'
import { showFailure } from './store/notices.ts'
import { followMeanings } from './store/outdated.ts'
import { loadWorkbench } from './store/project.ts'
import { followWidth } from './store/screen.ts'
import { followSearching } from './store/searching.ts'
import { followSpotlight } from './store/spotlight.ts'
import { followTags, hear } from './store/sync.ts'
import { followWorkLists } from './store/work-lists.ts'
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

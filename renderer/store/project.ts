import { request } from '../client.ts'
import { loadClaims } from './argument/claims.ts'
import { lookForCopiesSoon } from './copies/copies.ts'
import { countDocuments, listDocuments } from './documents/documents.ts'
import { setOut } from './journeys.ts'
import { showFailure } from './notices.ts'
import { painted } from './painted.ts'
import { forgetFocus } from './reading/focus.ts'
import { forgetTrail } from './reading/trail.ts'
import { nothingOpen, workbench } from './workbench.ts'
import { restoreWorkspace } from './workspace.ts'

/** Asks main for everything the window shows first. Called at start and whenever another project is open. */
export async function loadWorkbench(): Promise<void> {
  const state = await request('app.state', undefined)
  forgetTrail()
  forgetFocus()
  setOut()
  const { project, recent, preferences, version, platform, assisted } = state
  if (!project) {
    workbench.setState({ ...nothingOpen, version, platform, preferences, assisted, recent, ready: true })
    return
  }
  const [documents, tags, linkTypes, speakers, annotators, history, workspace] = await Promise.all([
    listDocuments(),
    request('tag.list', undefined),
    request('linkType.list', undefined),
    request('speaker.list', undefined),
    request('annotator.list', undefined),
    request('history.state', undefined),
    request('app.workspace', undefined),
  ])
  workbench.setState({
    ...nothingOpen,
    version,
    platform,
    preferences,
    assisted,
    recent,
    project,
    documents,
    tags,
    linkTypes,
    speakers,
    annotators,
    history,
    ready: true,
  })
  restoreWorkspace(workspace)
  // The whole argument is read for them, and nobody waits for that to read a text.
  painted()
    .then(() => Promise.all([countDocuments(), loadClaims()]))
    .catch(showFailure)
  lookForCopiesSoon()
}

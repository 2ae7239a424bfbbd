import { join } from 'node:path'
import { app, clipboard, nativeTheme, shell } from 'electron'
import type { Event } from '../../preload/contract/events.ts'
import type { HistoryState } from '../../preload/contract/history.ts'
import { appFolder } from '../app-folder.ts'
import { dispatch } from '../dispatch.ts'
import { listenToPage, tellPage } from '../ipc.ts'
import type { Who } from '../project-messages.ts'
import { appHandlers } from './app-handlers.ts'
import { applicationMenu } from './application-menu.ts'
import { chosenPaths } from './chosen-paths.ts'
import { currentProject } from './current-project.ts'
import { dialogsOf } from './dialogs.ts'
import { forkProject } from './fork-project.ts'
import { type Log, logIn } from './log.ts'
import { originalDesk } from './original-desk.ts'
import { readPageFiles } from './page-files.ts'
import { pageVoice } from './page-voice.ts'
import { printerOf } from './paper.ts'
import { personUidIn } from './person.ts'
import { preferencesIn } from './preferences.ts'
import { printDesk } from './print-desk.ts'
import { projectDesk } from './projects.ts'
import { recentIn } from './recent.ts'
import { remoteProject, withChosenPaths } from './remote-project.ts'
import { runningMarkIn } from './running-mark.ts'
import { sampleProject } from './sample-project.ts'
import { openPageSession } from './security.ts'
import { sourceOf } from './theme.ts'
import { openWindow } from './window.ts'
import { workspacesIn } from './workspaces.ts'

/**
 * Puts the parts of the workbench together. `project` was asked for on the command line; without one, the
 * project that was open when the program ended opens again.
 */
export function openWorkbench(project: string | null) {
  const folder = app.getPath('userData')
  const log = logIn(folder)
  logFaults(log)

  const mark = runningMarkIn(folder)
  const preferences = preferencesIn(folder)
  const applyTheme = () => {
    nativeTheme.themeSource = sourceOf(preferences.get().theme)
  }
  applyTheme()

  const files = readPageFiles(join(appFolder, 'out', 'renderer'))
  const session = openPageSession(files)
  const window = openWindow({
    session,
    folder,
    log,
    preferences: preferences.get,
    onPageGone: () => voice.pageGone(),
    tell: (event) => voice.tell(event),
  })
  const voice = pageVoice((event) => tellPage(window, event))

  app.on('accessibility-support-changed', (_event, assisted) => voice.tell({ type: 'assisted', assisted }))

  const recent = recentIn(folder)
  const menu = applicationMenu(
    {
      command: (command) => voice.tell({ type: 'command', command }),
      openRecent: (path) => desk.openFromOutside(path),
    },
    preferences.get(),
  )
  const printer = printerOf(window, files)
  const current = currentProject({ fork: forkProject, onEvent: hear, setPages: printer.toPdf })
  const uid = personUidIn(folder)
  const who = (): Who => ({ uid, name: preferences.get().name.trim() || 'Annotator' })
  const kept = { backupsFolder: join(folder, 'backups'), foundSoundPath: join(folder, 'found-sound.json') }
  const sample = () => sampleProject({ fork: forkProject, folder, who: who(), kept })
  const desk = projectDesk({ current, recent, who, kept, sample, tell: voice.tell, log })
  const chosen = chosenPaths()
  const printing = printDesk({
    request: current.request,
    printer,
    tell: voice.tell,
  })

  const originals = originalDesk({
    request: current.request,
    folder: join(folder, 'originals'),
    openPath: (path) => shell.openPath(path),
  })

  function hear(event: Event): void {
    if (window.isDestroyed()) return
    voice.tell(event)
    if (event.type === 'changed') {
      menu.history(event.changed.history)
      if (event.changed.lists.includes('project')) desk.renamed().then(showProject)
    } else if (event.type === 'opened') {
      showProject()
      current.request('history.state', undefined).then((reply) => {
        if (reply.ok) menu.history(reply.value as HistoryState)
        else menu.nothingOpen()
      })
    }
  }

  function showProject(): void {
    if (window.isDestroyed()) return
    const name = current.info()?.name
    window.setTitle(name ? `${name} – ${app.name}` : app.name)
    menu.change({ recent: recent.list() })
  }

  const ofApp = appHandlers({
    version: app.getVersion(),
    current,
    desk,
    recent,
    chosen,
    dialogs: dialogsOf(window),
    menu,
    printing,
    originals,
    preferences,
    workspaces: workspacesIn(folder),
    started: openFirst(),
    onPageReady: voice.pageReady,
    applyTheme,
    zoom: (factor) => window.webContents.setZoomFactor(factor),
    isAssisted: () => app.accessibilitySupportEnabled,
    showInFolder: (path) => shell.showItemInFolder(path),
    openOutside: (url) => shell.openExternal(url),
    copyText: (text) => clipboard.writeText(text),
  })
  const handlers = { app: ofApp, ...withChosenPaths(remoteProject(current.request), chosen) }
  listenToPage(window, {
    onRequest: (channel, input) => dispatch(handlers, channel, input),
    onDirect: current.requestTo,
    onDropped(paths) {
      chosen.add('read', paths)
      chosen.add('open', paths)
    },
  })

  async function openFirst(): Promise<void> {
    showProject()
    const path = project ?? recent.open()
    if (path === null) return
    await desk.openFromOutside(path)
    if (mark.wasKilled && current.info()) {
      voice.tell({
        type: 'recovered',
        message: 'Rejoinder was ended unexpectedly. What was shown as saved is there.',
      })
    }
  }

  // The window has gone and has sent its last requests; the project is put away before the program ends.
  let putAway = false
  app.on('will-quit', (event) => {
    if (putAway) return
    event.preventDefault()
    current
      .close()
      .catch((error) => log('The project could not be put away', error))
      .finally(() => {
        putAway = true
        mark.remove()
        originals.removeCopies()
        // Not at once: while this event is being handled Electron takes itself to be quitting already.
        setImmediate(() => app.quit())
      })
  })

  return {
    openFromOutside: desk.openFromOutside,
    show() {
      if (window.isMinimized()) window.restore()
      window.focus()
    },
  }
}

// Electron would show a fault as a stack trace in a box. What is in the project file is safe in any case.
function logFaults(log: Log): void {
  const { error: print } = console
  console.error = (...what: unknown[]) => {
    print(...what)
    log('A fault', what[0])
  }
  process.on('uncaughtException', (error) => console.error(error))
  process.on('unhandledRejection', (error) => console.error(error))
}

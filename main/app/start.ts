import { resolve } from 'node:path'
import { app } from 'electron'
import { lockDownBeforeReady } from './security.ts'
import { openWorkbench } from './workbench.ts'

/** Opens the workbench with this project, or with the one that was open last. Runs before Electron is ready. */
export function startWorkbench(project: string | null): void {
  // Whoever can talk to the page can do all that the person can; no fuse of Electron closes this door.
  if (
    app.isPackaged &&
    ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name))
  ) {
    app.exit(1)
    return
  }
  // The workbench that runs already opens the project instead.
  if (!app.requestSingleInstanceLock({ project })) {
    app.exit(0)
    return
  }
  lockDownBeforeReady()

  let wanted = project
  let openProject = (path: string): void => {
    wanted = path
  }
  let showWindow = (): void => {}
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openProject(path)
  })
  app.on('second-instance', (_event, _argv, _folder, asked) => {
    showWindow()
    const path = (asked as { project?: unknown } | null)?.project
    if (typeof path === 'string') openProject(resolve(path))
  })
  app.on('window-all-closed', () => app.quit())

  app.whenReady().then(() => {
    const workbench = openWorkbench(wanted)
    openProject = workbench.openFromOutside
    showWindow = workbench.show
  })
}

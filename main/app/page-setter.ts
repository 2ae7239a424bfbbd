import { join } from 'node:path'
import { app } from 'electron'
import { appFolder } from '../app-folder.ts'
import { toText } from '../pages-as-text.ts'
import { type PagesAsked, pagesForOthers } from '../pages-elsewhere.ts'
import { readPageFiles } from './page-files.ts'
import { pagesWithoutWindow } from './paper.ts'
import { lockDownBeforeReady } from './security.ts'

/**
 * The program as a command starts it to have PDF files set: without a window, a screen or a project, and answering only
 * the process that started it, over the channel between the two. It ends with that. Runs before Electron is ready.
 */
export function setPagesForParent(): void {
  if (!process.send) {
    app.exit(1)
    return
  }
  lockDownBeforeReady()
  app.disableHardwareAcceleration()
  app.dock?.hide()
  process.on('disconnect', () => app.exit(0))
  // The terminal sends Ctrl+C to all of its processes; the command says what is to be stopped.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  // Views come and go, and with the last one the program would.
  app.on('window-all-closed', () => {})

  const setting = app
    .whenReady()
    .then(() => pagesWithoutWindow(readPageFiles(join(appFolder, 'out', 'renderer'))))
  const hear = pagesForOthers(
    async (...asked) => (await setting)(...asked),
    (message) => process.send?.(toText(message)),
  )
  process.on('message', (message) => hear(message as PagesAsked))
}

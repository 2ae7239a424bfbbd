import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, type Session, screen } from 'electron'
import type { Event } from '../../preload/contract/events.ts'
import type { Preferences } from '../../preload/contract/preferences.ts'
import { appFolder } from '../app-folder.ts'
import type { Log } from './log.ts'
import { pageUrl } from './page.ts'
import { paperOf } from './theme.ts'
import { placeWindow, smallest, windowPlaceIn } from './window-place.ts'

interface Surroundings {
  session: Session
  /** The folder of the person's settings. */
  folder: string
  preferences: () => Preferences
  /** The page has gone, or another one is coming in its place. */
  onPageGone: () => void
  /** For what the page has to be told when it was drawn anew after a fault. */
  tell: (event: Event) => void
  log: Log
}

/** Opens the one window. It shows itself when there is something to see, and remembers where it stood. */
export function openWindow(has: Surroundings): BrowserWindow {
  const { session, folder, preferences, onPageGone, tell, log } = has
  const backgroundColor = () => paperOf(preferences().theme, nativeTheme.shouldUseDarkColors)
  const place = windowPlaceIn(folder)
  const last = place.get()
  const main = screen.getPrimaryDisplay()
  const displays = [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)]

  const window = new BrowserWindow({
    ...placeWindow(
      last?.bounds,
      displays.map((display) => display.workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.name,
    icon: join(appFolder, 'main', 'resources', 'icon.png'),
    backgroundColor: backgroundColor(),
    webPreferences: {
      session,
      zoomFactor: preferences().zoom,
      preload: join(appFolder, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      navigateOnDragDrop: false,
    },
  })
  if (last?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  nativeTheme.on('updated', () => window.isDestroyed() || window.setBackgroundColor(backgroundColor()))

  window.webContents.on('did-navigate', (_event, url) => {
    window.webContents.setZoomFactor(preferences().zoom)
    onPageGone()
    // Electron asks nobody before a page goes to about:blank.
    if (url !== pageUrl) load()
  })
  const load = () => window.loadURL(pageUrl).catch((error) => log('The page could not be loaded', error))
  rememberPlace(window, place.keep)
  recoverPage(window, { onPageGone, tell, log })
  load()
  return window
}

function rememberPlace(window: BrowserWindow, keep: ReturnType<typeof windowPlaceIn>['keep']): void {
  const keepNow = () => {
    clearTimeout(timer)
    if (!window.isDestroyed()) keep({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  }
  let timer: NodeJS.Timeout | undefined
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keepNow, 500)
  }
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const)
    window.on(change as 'resize', keepSoon)
  window.on('close', keepNow)
}

// The project is not in the page, so drawing it anew loses nothing. A page that falls again at once would do so
// for ever.
function recoverPage(
  window: BrowserWindow,
  { onPageGone, tell, log }: Pick<Surroundings, 'onPageGone' | 'tell' | 'log'>,
): void {
  let recoveredAt = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log('The page ended', reason)
    if (Date.now() - recoveredAt < 30_000) {
      dialog.showErrorBox(
        'The window cannot be drawn',
        'Your project is saved. Please start Rejoinder again.',
      )
      app.quit()
      return
    }
    recoveredAt = Date.now()
    onPageGone()
    window.webContents.reload()
    tell({
      type: 'recovered',
      message: 'The window was drawn anew after a fault. What was shown as saved is there.',
    })
  })
}

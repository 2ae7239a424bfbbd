import { type App, app, protocol, type Session, session, type WebContents } from 'electron'
import { origin, scheme } from './page.ts'
import { answerPage, type PageFiles } from './page-files.ts'

/** Must run before Electron is ready. */
export function lockDownBeforeReady(): void {
  // With Chromium's sandbox off altogether (root in a container) asking for it ends the program.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // No name resolves: whatever tries to reach another machine fails before it leaves this one.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  guardEveryPage(app)
}

/** A session in memory that serves the page and refuses everything else. */
export function openPageSession(files: PageFiles): Session {
  const pageSession = session.fromPartition('page')
  pageSession.protocol.handle(scheme, (request) => answerPage(files, request))
  return pageSession
}

// Every session there is or will be, also Electron's own default one, which no page of ours uses.
function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.setSpellCheckerEnabled(false)
  guarded.on('will-download', (event) => event.preventDefault())
  guarded.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }))
}

function isOurs(url: string): boolean {
  if (url.startsWith(`${origin}/`)) return true
  return !app.isPackaged && url.startsWith('devtools://')
}

function guardEveryPage(electron: App): void {
  electron.on('session-created', guardSession)
  electron.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

// Paper is set from a page of its own that is never shown: the workbench paints annotations only near the window, and
// its page is for the screen.
import { BrowserWindow, type Session, session, type WebContents, WebContentsView } from 'electron'
import { Failure } from '../../preload/contract/failure.ts'
import type { Paper, ReadingCopy } from '../../preload/contract/reading-copy.ts'
import type { SetPages } from '../pages-elsewhere.ts'
import { type CopyPage, copyPage } from './copy-page.ts'
import { scheme } from './page.ts'
import type { PageFiles } from './page-files.ts'

/** In inches, as Electron wants them. The head and the foot of each page stand in the upper and lower margin. */
const margins = { top: 0.83, bottom: 0.79, left: 0.79, right: 0.71 }

export interface Printer {
  /** The pages as a PDF. Fails with `cancelled` when the signal says so. */
  toPdf: SetPages
  /** Shows the system’s print dialog. Answers false when the person thought better of it. */
  print(copy: ReadingCopy, paper: Paper, signal: AbortSignal): Promise<boolean>
}

/** Where a page is laid out. */
interface Sheet {
  webContents: WebContents
  /** Hears when it goes without having been put away. */
  onGone(listener: () => void): void
  putAway(): void
}

/** In windows that are never shown. `parent`: with it every unfinished print ends. */
export function printerOf(parent: BrowserWindow, files: PageFiles): Printer {
  return printerOn((webPreferences) => {
    const window = new BrowserWindow({ show: false, parent, webPreferences })
    return {
      webContents: window.webContents,
      onGone: (listener) => window.once('closed', listener),
      putAway() {
        if (!window.isDestroyed()) window.destroy()
      },
    }
  }, files)
}

/** Without any window, also where there is no screen. It has no print dialog. */
export function pagesWithoutWindow(files: PageFiles): SetPages {
  const printer = printerOn((webPreferences) => {
    // Its page goes when nobody holds the view any more.
    const view = new WebContentsView({ webPreferences })
    return {
      webContents: view.webContents,
      onGone: (listener) => view.webContents.once('destroyed', listener),
      putAway() {
        if (!view.webContents.isDestroyed()) view.webContents.close()
      },
    }
  }, files)
  return printer.toPdf
}

function printerOn(open: (webPreferences: Electron.WebPreferences) => Sheet, files: PageFiles): Printer {
  const pages = new Map<string, CopyPage>()
  const own = sessionFor(pages)

  /** Lays the copy out on a sheet of its own, which goes when the work is done or stopped. */
  async function withPage<T>(
    copy: ReadingCopy,
    signal: AbortSignal,
    work: (webContents: WebContents) => Promise<T>,
  ): Promise<T> {
    mustGoOn(signal)
    const page = copyPage(copy, files)
    pages.set(page.url, page)
    const sheet = open({
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    })
    const { webContents } = sheet
    const stopped = Promise.withResolvers<never>()
    let isSetting = false
    const stop = () => stopped.reject(givenUp())
    signal.addEventListener('abort', stop)
    sheet.onGone(stop)
    webContents.once('render-process-gone', () => stopped.reject(tooMuch()))
    // Whoever waits hears of it; where nobody waits any more it is no fault.
    stopped.promise.catch(() => {})
    const done = (async () => {
      await webContents.loadURL(page.url)
      await webContents.executeJavaScript('document.fonts.ready.then(() => true)')
      mustGoOn(signal)
      isSetting = true
      return work(webContents)
    })()
    const leave = () => {
      sheet.putAway()
      pages.delete(page.url)
    }
    done.catch(() => {})
    try {
      return await Promise.race([done, stopped.promise])
    } finally {
      signal.removeEventListener('abort', stop)
      // Chromium makes no more pages for anybody once those of a window that went are left half made.
      if (isSetting) done.then(leave, leave)
      else leave()
    }
  }

  return {
    toPdf: (copy, paper, signal) =>
      withPage(copy, signal, (webContents) =>
        webContents.printToPDF({
          pageSize: paper,
          margins,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: headOf(copy),
          footerTemplate: runningLine(pageNumber, 'text-align:center'),
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),

    print: (copy, paper, signal) =>
      withPage(copy, signal, (webContents) => {
        const { promise, resolve, reject } = Promise.withResolvers<boolean>()
        webContents.print(
          { pageSize: paper, printBackground: true, header: copy.title, footer: copy.title },
          (isPrinted, reason) => {
            if (isPrinted) resolve(true)
            else if (/cancel/i.test(reason)) resolve(false)
            else reject(new Failure('disk', noPrinter(reason)))
          },
        )
        return promise
      }),
  }
}

/** Serves these pages and the fonts, and nothing else. */
function sessionFor(pages: ReadonlyMap<string, CopyPage>): Session {
  const own = session.fromPartition('copies')
  own.protocol.handle(scheme, (request) => {
    // Fonts are the same for every copy.
    const page = pages.get(request.url) ?? pages.values().next().value
    return page ? page.answer(request) : new Response(null, { status: 404 })
  })
  return own
}

function noPrinter(reason: string): string {
  return /printer/i.test(reason)
    ? 'No printer was found. Save a PDF instead, or connect a printer.'
    : `The printer refused this (${reason}). Save a PDF instead, or try once more.`
}

function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw givenUp()
}

const tooMuch = () =>
  new Failure('internal', 'The pages need more memory than there is: choose fewer texts at a time.')

const givenUp = () => new Failure('cancelled', 'Stopped. Nothing was written or printed.')

const pageNumber = '<span class="pageNumber"></span> / <span class="totalPages"></span>'

/** Stands where the lines of the text begin. */
const headOf = ({ title, runsFromRight }: ReadingCopy) =>
  runningLine(
    `<bdi>${title.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)}</bdi>`,
    runsFromRight ? 'text-align:right;direction:rtl' : 'text-align:left',
  )

/** In the upper or the lower margin of each page; Chromium fills in the numbers. */
const runningLine = (words: string, place: string) =>
  `<div style="width:100%;margin:0 18mm 0 20mm;font:7.5pt 'Noto Sans',sans-serif;color:#4c463b;${place};white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${words}</div>`

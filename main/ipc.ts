import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import type { Event } from '../preload/contract/events.ts'
import type { Reply } from '../preload/contract/failure.ts'
import { origin } from './app/page.ts'

/** The one channel between the page and main, both ways. */
const channelName = 'rejoinder'

/** What preload/index.ts sends: a request of the page, or the paths of files the person dropped on it. */
const Message = z.union([
  z.strictObject({ request: z.object({ channel: z.string(), input: z.unknown().optional() }) }),
  z.strictObject({ dropped: z.array(z.string()) }),
])

interface Listeners {
  onRequest: (channel: string, input: unknown) => Promise<Reply<unknown>>
  onDropped: (paths: string[]) => void
}

/** Hears the page of this window and nobody else. */
export function listenToPage(window: BrowserWindow, { onRequest, onDropped }: Listeners): void {
  ipcMain.handle(channelName, async (event, message: unknown): Promise<Reply<unknown>> => {
    const { data } = Message.safeParse(message)
    if (!isFromPage(event, window) || !data) return refused
    if ('request' in data) return onRequest(data.request.channel, data.request.input)
    onDropped(data.dropped)
    return { ok: true, value: undefined }
  })
}

/** Tells the page what happened, in order. */
export function tellPage(window: BrowserWindow, event: Event): void {
  if (!window.isDestroyed()) window.webContents.send(channelName, event)
}

const refused: Reply<never> = {
  ok: false,
  code: 'bad-input',
  message: 'This request does not come from the window.',
}

// A frame inside the page, another page or another window has no business here.
function isFromPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || sender !== window.webContents) return false
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
}

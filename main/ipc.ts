import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import type { Event } from '../preload/contract/events.ts'
import type { Reply } from '../preload/contract/failure.ts'
import { directAnswers } from '../preload/contract/long-answers.ts'
import { origin } from './app/page.ts'
import type { ReplyPort } from './project-messages.ts'

/** The one channel between the page and main, both ways. */
const channelName = 'rejoinder'
/** From the page: a request with a port that its reply goes to, straight from the project. */
const directName = 'rejoinder-direct'

/** What preload/index.ts sends: a request of the page, or the paths of files the person dropped on it. */
const Direct = z.strictObject({ channel: z.enum(directAnswers), input: z.unknown().optional() })
const Message = z.union([
  z.strictObject({ request: z.object({ channel: z.string(), input: z.unknown().optional() }) }),
  z.strictObject({ dropped: z.array(z.string()) }),
])

interface Listeners {
  onRequest: (channel: string, input: unknown) => Promise<Reply<unknown>>
  onDirect: (port: ReplyPort, channel: string, input: unknown) => void
  onDropped: (paths: string[]) => void
}

/** Hears the page of this window and nobody else. */
export function listenToPage(window: BrowserWindow, { onRequest, onDirect, onDropped }: Listeners): void {
  ipcMain.on(directName, (event, message: unknown) => {
    const [port] = event.ports
    const { data } = Direct.safeParse(message)
    if (port && data && isFromPage(event, window)) onDirect(port, data.channel, data.input)
    else port?.close()
  })
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
function isFromPage(
  { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent,
  window: BrowserWindow,
): boolean {
  if (window.isDestroyed() || sender !== window.webContents) return false
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === origin
}

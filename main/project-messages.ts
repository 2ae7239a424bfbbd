import type { Event } from '../preload/contract/events.ts'
import type { Reply } from '../preload/contract/failure.ts'
import type { PagesAsked, PagesSet } from './pages-elsewhere.ts'

/** Whose work this is: the annotator with this uid, made with this name where the project has none. */
export interface Who {
  uid: string
  name: string
}

/** What the process that holds a project is told to hold. */
export interface Opening {
  path: string
  /** The name of a project to be made there; null opens the one that is there. */
  make: string | null
  who: Who
  /** Where copies are kept, for the case of damage. */
  backupsFolder: string
  /** Where it is kept which projects need not be looked through again. */
  foundSoundPath: string
}

/** Where a reply goes that need not come through the main process. */
export interface ReplyPort {
  postMessage(reply: Reply<unknown>): void
}

/** To the process that holds a project. Each `id` is answered by one reply with it, in any order. */
export type ToProject =
  | { type: 'open'; id: number; opening: Opening }
  | { type: 'request'; id: number; channel: string; input: unknown }
  /** The reply goes to the port that comes with it. */
  | { type: 'direct'; channel: string; input: unknown }
  | { type: 'cancel'; task: string }
  /** The person goes by another name now. */
  | { type: 'sign'; name: string }
  | PagesSet
  /** The last message; the process ends itself after its reply. */
  | { type: 'close'; id: number }

/** From it. Events come in the order of the commits, and before the reply to what caused them. */
export type FromProject =
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'event'; event: Event }
  | PagesAsked

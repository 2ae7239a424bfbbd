import type { MessagePort } from 'node:worker_threads'
import type { Reply } from '../../../preload/contract/failure.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import type { Place } from '../spool/distant.ts'

/** The chosen file or folder, one of the two of a sidecar beside a file, or texts that were chosen together with it. */
export type Root = 'chosen' | 'links' | 'loss' | 'texts'

/** Names and sizes of files; their bytes are asked for. */
export interface Listing {
  name: string
  sizes: ReadonlyMap<string, number>
}

/** How the thread waits for what it has put away: until `isThere` is 1; `port` has it then. */
export interface Fetching {
  port: MessagePort
  isThere: Int32Array<SharedArrayBuffer>
}

/**
 * What comes of a reading, without what was put away: where the texts of its documents lie, in their order, and its
 * annotations and links, batch by batch.
 */
export interface Sent {
  arriving: Arriving
  texts: (Place | null)[]
  originals: (Place | null)[]
  annotations: Place[]
  links: Place[]
}

/** What the thread is told: first what to read, then the bytes it has asked for. */
export type ToReader =
  | {
      type: 'read'
      only: 'recognise' | null
      format: string | null
      roots: Partial<Record<Root, Listing>>
      fetching: Fetching
    }
  | { type: 'bytes'; id: number; reply: Reply<Uint8Array> }

export type FromReader =
  | { type: 'ask'; id: number; root: Root; path: string; start: number; end: number }
  | { type: 'put'; bytes: Uint8Array }
  | { type: 'fetch'; place: Place }
  | { type: 'progress'; done: number; of: number }
  | { type: 'recognised'; formats: string[] }
  | { type: 'done'; reply: Reply<Sent> }

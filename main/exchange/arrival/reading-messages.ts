import type { Reply } from '../../../preload/contract/failure.ts'
import type { Arriving } from '../sidecar/arriving.ts'

/** The chosen file or folder, or one of the two of a sidecar beside a file. */
export type Root = 'chosen' | 'links' | 'loss'

/** Names and sizes of files; their bytes are asked for. */
export interface Listing {
  name: string
  sizes: ReadonlyMap<string, number>
}

/** What the thread is told: first what to read, then the bytes it has asked for. */
export type ToReader =
  | { type: 'read'; only: 'recognise' | null; format: string | null; roots: Partial<Record<Root, Listing>> }
  | { type: 'bytes'; id: number; reply: Reply<Uint8Array> }

export type FromReader =
  | { type: 'ask'; id: number; root: Root; path: string; start: number; end: number }
  | { type: 'progress'; done: number; of: number }
  | { type: 'recognised'; formats: string[] }
  | { type: 'done'; reply: Reply<Arriving> }

import type { Contents } from '../../../preload/contract/exchange.ts'
import type { Reply } from '../../../preload/contract/failure.ts'
import type { OutputOf, ParsedOf } from '../../../preload/contract/index.ts'
import type { PagesAsked, PagesSet } from '../../pages-elsewhere.ts'

/** What the thread is to do, with the project file that is open beside it. */
export type ToExport =
  | { path: string; preview: ParsedOf<'exchange.preview'> }
  | { path: string; write: ParsedOf<'exchange.write'> }
  | PagesSet
  | 'stop'

export type FromExport =
  | { type: 'progress'; done: number; of: number; doing: string }
  | { type: 'beginning'; part: string }
  | { type: 'exporting'; contents: Contents }
  | PagesAsked
  | { type: 'previewed'; reply: Reply<OutputOf<'exchange.preview'>> }
  | { type: 'written'; reply: Reply<OutputOf<'exchange.write'>> }

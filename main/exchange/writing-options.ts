import type { SetPages } from '../pages-elsewhere.ts'
import type { Terms } from './formats/publication/terms.ts'

/** What every writer gets beside the dataset. */
export interface WritingOptions {
  /** The writer fails with `cancelled` soon after it is aborted. */
  signal: AbortSignal
  /** `doing` where it is something else than writing. */
  progress(done: number, of: number, doing?: string): void
  /** For copies as PDF. */
  setPages?: SetPages
  /** For formats that ask for them. */
  terms?: Terms
  /** Hears sentences that the person should read when it is done. */
  note?(sentence: string): void
}

/** What every writer gets beside the dataset. */
export interface WritingOptions {
  /** The writer fails with `cancelled` soon after it is aborted. */
  signal: AbortSignal
  progress(done: number, of: number): void
}

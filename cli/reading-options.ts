import type { ExportChoice } from '../preload/contract/exchange.ts'
import type { Paper } from '../preload/contract/reading-copy.ts'

const parts = ['annotations', 'details', 'notes', 'links', 'legend'] as const

/** What a copy to read may be without. */
export const readingParts: readonly string[] = parts

/** The words of `export --format reading-…`. */
export interface ReadingOptions {
  /** Names or ids. */
  tag?: string[]
  /** Of `readingParts`. */
  without?: string[]
  notesAfter?: true
  /** Of PDF. */
  paper?: Paper
}

/** What was said of a copy to read: all is shown, with notes beside the text, where nothing was. */
export function readingOf(
  { tag, without = [], notesAfter }: ReadingOptions,
  tagNamed: (words: string) => NonNullable<NonNullable<ExportChoice['reading']>['tagIds']>[number],
): NonNullable<ExportChoice['reading']> {
  const shows = (part: (typeof parts)[number]) => !without.includes(part)
  return {
    ...{ annotations: shows('annotations'), details: shows('details'), notes: shows('notes') },
    ...{ links: shows('links'), legend: shows('legend') },
    placement: notesAfter ? 'end' : 'beside',
    tagIds: tag ? tag.map(tagNamed) : null,
  }
}

/** Which of the words only a copy to read takes; undefined where none was said. */
export function readingSaid({ tag, without, notesAfter }: ReadingOptions): string | undefined {
  if (tag) return 'tag'
  if (without) return 'without'
  return notesAfter && 'notes-after'
}

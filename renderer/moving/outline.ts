import type { DocumentText } from '../../preload/contract/document.ts'

/** A heading or a speaker’s turn. Offsets in UTF-16 code units. */
export interface OutlineEntry {
  /** The index of its block. */
  id: number
  start: number
  /** Where its part of the text ends: before the next heading of its rank, or the next turn. */
  end: number
  /** How many it stands under; 0 at the top. */
  depth: number
  title: string
  /** What a speaker says first; '' for a heading. */
  detail: string
  hasChildren: boolean
}

const longestDetail = 80

/** The headings in the order of the text, each under the nearest one before it that is of higher rank. */
export function headingsOf({ text, blocks }: Pick<DocumentText, 'text' | 'blocks'>): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const open: { level: number; entry: OutlineEntry }[] = []
  const close = (level: number, end: number) => {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop()!.entry.end = end
  }
  for (const [id, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.start === block.end) continue
    close(block.level, block.start)
    const parent = open.at(-1)?.entry
    if (parent) parent.hasChildren = true
    const title = text.slice(block.start, block.end).replaceAll('\n', ' ').trim()
    const entry = {
      id,
      start: block.start,
      end: text.length,
      depth: open.length,
      title,
      detail: '',
      hasChildren: false,
    }
    entries.push(entry)
    open.push({ level: block.level, entry })
  }
  return entries
}

/** The speakers’ turns in the order of the text. */
export function turnsOf({ text, blocks }: Pick<DocumentText, 'text' | 'blocks'>): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  for (const [id, block] of blocks.entries()) {
    if (block.kind !== 'speaker-turn') continue
    const before = entries.at(-1)
    if (before) before.end = block.start
    const detail = text
      .slice(block.start, Math.min(block.end, block.start + longestDetail))
      .replaceAll('\n', ' ')
    entries.push({
      id,
      start: block.start,
      end: text.length,
      depth: 0,
      title: block.speaker,
      detail,
      hasChildren: false,
    })
  }
  return entries
}

/** What is to be seen: what holds all the words or, where none are given, what stands under nothing that is folded. */
export function shownEntries(
  entries: readonly OutlineEntry[],
  folded: ReadonlySet<number>,
  words: string,
): readonly OutlineEntry[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean)
  if (wanted.length > 0)
    return entries.filter(({ title, detail }) => {
      const own = plain(`${title} ${detail}`)
      return wanted.every((word) => own.includes(word))
    })
  if (folded.size === 0) return entries
  let hiddenBelow = Number.POSITIVE_INFINITY
  return entries.filter(({ id, depth }) => {
    if (depth > hiddenBelow) return false
    hiddenBelow = folded.has(id) ? depth : Number.POSITIVE_INFINITY
    return true
  })
}

/** The index of the entry that an offset belongs to; -1 before the first. */
export function entryAt(entries: readonly OutlineEntry[], offset: number): number {
  let low = -1
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (entries[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The next or previous turn of whoever speaks at an offset, with its number among theirs, from 1. */
export function turnBeside(
  turns: readonly OutlineEntry[],
  offset: number,
  step: 1 | -1,
): { speaker: string; turn: OutlineEntry | null; number: number; of: number } | null {
  const here = turns[Math.max(0, entryAt(turns, offset))]
  if (!here) return null
  const own = turns.filter(({ title }) => title === here.title)
  const next = own.indexOf(here) + (offset < here.start && step > 0 ? 0 : step)
  return { speaker: here.title, turn: own[next] ?? null, number: next + 1, of: own.length }
}

/** Without case and accents. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

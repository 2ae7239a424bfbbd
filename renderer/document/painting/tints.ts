import type { Span } from '../../../preload/contract/text.ts'

/** What would tint a stretch of a block; of several at one place only the highest does. */
export interface Tint<Of> extends Span {
  height: number
  of: Of
}

/**
 * Cuts tints so that no two lie over one another: they are translucent, and would make a colour that is no tag’s. In
 * reading order, those that stand end to end and are of the same in one.
 */
export function withoutOverlaps<Of>(tints: readonly Tint<Of>[]): Tint<Of>[] {
  const waiting = [...tints].sort((a, b) => a.start - b.start)
  const edges = [...new Set(tints.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const cut: Tint<Of>[] = []
  let open: Tint<Of>[] = []
  let next = 0
  for (const [i, start] of edges.entries()) {
    open = open.filter(({ end }) => end > start)
    while (next < waiting.length && waiting[next]!.start === start) open.push(waiting[next++]!)
    const highest = open.reduce<Tint<Of> | null>((a, b) => (a && a.height > b.height ? a : b), null)
    if (!highest) continue
    const end = edges[i + 1]!
    const last = cut.at(-1)
    if (last?.end === start && last.of === highest.of) last.end = end
    else cut.push({ start, end, height: highest.height, of: highest.of })
  }
  return cut
}

import type { Flow, TextLine } from './reading-order.ts'

/** What is usual in a file, by which the rest is told. */
export interface Measures {
  /** Of the letters of the running text, in points. */
  size: number
  /** Of the running text. */
  font: string
  /** From line to line of letters of a size, in points. */
  leadingOf(size: number): number
}

export function measure(flows: readonly Flow[]): Measures {
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  const steps = new Map<number, Map<number, number>>()
  for (const { lines } of flows) {
    lines.forEach((line, at) => {
      count(sizes, line.size, line.text.length)
      count(fonts, line.font, line.text.length)
      const next = lines[at + 1]
      if (!next || Math.abs(next.size - line.size) > 0.3) return
      const step = Math.round((next.baseline - line.baseline) * 2) / 2
      if (step < line.size * 0.8 || step > line.size * 3) return
      const ofSize = steps.get(line.size) ?? new Map<number, number>()
      steps.set(line.size, ofSize)
      count(ofSize, step, 1)
    })
  }
  const leadings = new Map([...steps].map(([size, ofSize]) => [size, leadingAmong(ofSize)]))
  const size = mostFrequent(sizes) ?? 10
  return {
    size,
    font: mostFrequent(fonts) ?? '',
    leadingOf: (size) => leadings.get(size) ?? size * 1.25,
  }
}

/** Most lines follow at it, or, where paragraphs have a line each, at least some at the closest. */
function leadingAmong(steps: ReadonlyMap<number, number>): number {
  const all = [...steps.values()].reduce((sum, one) => sum + one, 0)
  const usual = [...steps].filter(([, count]) => count >= all * 0.2).map(([step]) => step)
  return Math.min(...(usual.length > 0 ? usual : steps.keys()))
}

function count<T>(counts: Map<T, number>, key: T, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let most: [T, number] | undefined
  for (const entry of counts) if (!most || entry[1] > most[1]) most = entry
  return most?.[0]
}

/** How far a line begins from the edge its column begins at: the left one, of Arabic and Hebrew the right one. */
export function indentOf(line: TextLine, { left, right }: Flow): number {
  return line.isRtl ? right - line.right : line.left - left
}

/** How much room a line leaves at its end. */
export function roomAfter(line: TextLine, { left, right }: Flow): number {
  return line.isRtl ? line.left - left : right - line.right
}

import { inTrial } from './trial.ts'

/** Times of one thing, measured many times over, in milliseconds. */
export interface Figures {
  name: string
  times: number[]
  /** What the median is set against: the median of another row of the same run. */
  against?: string
  /** What the median is to be below. */
  goalMs?: number | undefined
}

/** The value below which the given share of the times lies (nearest rank). */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export async function measure(
  name: string,
  runs: number,
  once: (run: number) => Promise<number>,
  goalMs?: number,
): Promise<Figures> {
  const times: number[] = []
  for (let run = 0; run < inTrial(1, runs); run++) times.push(await once(run))
  return { name, times, goalMs }
}

/** A table: how often, median, 95th percentile, the goal, and the ratio of medians where a row names another. */
export function table(rows: readonly Figures[]): string {
  const median = (row: Figures) => quantile(row.times, 0.5)
  const lines = rows.map((row) => {
    const base = rows.find((one) => one.name === row.against)
    const ratio = base ? `${(median(row) / median(base)).toFixed(1)} × ${base.name}` : ''
    const { name, times, goalMs } = row
    const goal = goalMs === undefined ? '' : inWords(inMs(goalMs), median(row) < goalMs)
    return [name, String(times.length), inMs(median(row)), inMs(quantile(times, 0.95)), goal, ratio]
  })
  return aligned([['', 'runs', 'median', '95 %', 'goal', 'ratio'], ...lines], [1, 2, 3])
}

/** A goal, and whether it was met. */
export const inWords = (goal: string, isMet: boolean): string => `< ${goal} ${isMet ? '' : '(missed)'}`.trim()

/** Lines of cells, those of the columns that are named set to the right. */
export function aligned(lines: readonly (readonly string[])[], right: readonly number[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const pad = (cell: string, column: number) =>
    right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`
}

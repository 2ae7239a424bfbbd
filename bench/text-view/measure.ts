import { type Figures, quantile } from '../figures.ts'
import type { AnnotatorName } from './main.ts'
import { withPage } from './page.ts'

const sizes = [
  { words: 10_000, count: 500 },
  { words: 100_000, count: 5_000 },
  { words: 1_000_000, count: 50_000 },
]
const runs = 5
const changes = 5
const screens = 30
/** Each is some 180 frames, so that few are enough to tell how long the slowest are. */
const runsThatScroll = 2
/** Another annotator is measured less often, and not beyond so many words, where it takes minutes. */
const runsOfOthers = 3
const mostForOthers = 100_000

/**
 * The text view alone, its data in memory, beside the same text as plain elements with highlights and beside another
 * annotator, in turns.
 */
export async function measureViews(): Promise<Figures[]> {
  return withPage(async (page) => {
    await page.evaluate(() => document.fonts.load('18px "Source Serif 4 Variable"'))
    const rows: Figures[] = []
    for (const { words, count } of sizes) {
      const names: AnnotatorName[] = words > mostForOthers ? ['plain', 'own'] : ['plain', 'own', 'recogito']
      const times = new Map(names.map((name) => [name, [] as Times[]]))
      const timeOnce = (name: AnnotatorName, changes: number, screens: number) =>
        page.evaluate(
          ([name, words, count, changes, screens]) =>
            window.annotators.time(name, words, count, changes, screens),
          [name, words, count, changes, screens] as const,
        )
      // The first warms up.
      for (const name of names) await timeOnce(name, 1, 0)
      for (let run = 0; run < runs; run++) {
        for (const name of names) {
          if (name === 'recogito' && run >= runsOfOthers) continue
          times.get(name)!.push(await timeOnce(name, changes, run < runsThatScroll ? screens : 0))
        }
      }
      for (const name of names) rows.push(...rowsOf(name, words, count, times.get(name)!))
    }
    return rows
  })
}

interface Times {
  usable: number
  whole: number
  scroll: number[]
  add: number[]
  remove: number[]
}

const said: Record<AnnotatorName, string> = {
  own: 'text view',
  plain: 'plain elements',
  recogito: 'Recogito text-annotator',
}

function rowsOf(name: AnnotatorName, words: number, count: number, times: readonly Times[]): Figures[] {
  const size = `${words / 1000}k words, ${count}`
  const row = (what: string, values: number[]): Figures => ({
    name: `${size}: ${said[name]}, ${what}`,
    times: values,
    ...(name !== 'plain' && { against: `${size}: ${said.plain}, ${what}` }),
  })
  const frames = times.flatMap(({ scroll }) => scroll)
  return [
    row(
      'usable',
      times.map(({ usable }) => usable),
    ),
    row(
      'all of it in the page',
      times.map(({ whole }) => whole),
    ),
    row(`a frame while scrolling ${screens} screens`, frames),
    row(
      'add',
      times.map(({ add }) => quantile(add, 0.5)),
    ),
    row(
      'remove',
      times.map(({ remove }) => quantile(remove, 0.5)),
    ),
  ]
}

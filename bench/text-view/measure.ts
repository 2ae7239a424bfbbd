// Measures the text view in Chromium: `node bench/text-view/measure.ts <chromium> [runs] [median|best]`. Milliseconds.
import type { Browser, Page } from '@playwright/test'
import { buildPage, launch, openPage } from './page.ts'

const sizes = [
  { words: 10_000, count: 500 },
  { words: 100_000, count: 5_000 },
  { words: 1_000_000, count: 50_000 },
]
const [executable = '/usr/bin/chromium', runs = '5', of = 'median'] = process.argv.slice(2)

const folder = await buildPage()
// What is done once is measured without waiting for the screen’s next frame, scrolling at its usual rate.
const unlimited = await launch(executable, ['--disable-frame-rate-limit', '--disable-gpu-vsync'])
const usual = await launch(executable)
const rows: Record<string, Record<string, number>> = {}
for (const { words, count } of sizes) {
  const measured: Record<string, number>[] = []
  for (let run = 0; run < Number(runs); run++) {
    const once = await measureIn(unlimited, words, count)
    const scrolling = await measureIn(usual, words, count)
    const { 'scroll p95': frame, 'scroll work p95': work } = scrolling
    measured.push({ ...once, 'scroll p95': frame!, 'scroll work p95': work! })
  }
  const names = Object.keys(measured[0]!)
  rows[`${words} words, ${count} annotations`] = Object.fromEntries(
    names.map((name) => [name, middle(measured.map((one) => one[name]!))]),
  )
}
console.table(rows)
await unlimited.close()
await usual.close()

async function measureIn(browser: Browser, words: number, count: number): Promise<Record<string, number>> {
  const page = await openPage(browser, folder, { width: 1280, height: 900 })
  const measured = await measure(page, words, count)
  await page.close()
  return measured
}

/** Runs in the page; everything it needs is inside. */
async function measure(page: Page, words: number, count: number): Promise<Record<string, number>> {
  await page.evaluate(async () => {
    await document.fonts.load('18px "Source Serif 4 Variable"')
    // Once beforehand, as in a window that has shown a text before.
    // biome-ignore lint/suspicious/noExplicitAny: the page's own object
    await (window as any).tryout.mount(2_000, 50, 12)
  })
  return await page.evaluate(
    async ([words, count]) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own object
      const tryout = (window as any).tryout
      const result: Record<string, number> = {}
      const timed = async (name: string, act: (i: number) => void, times = 9) => {
        const all: number[] = []
        for (let i = 0; i < times; i++) {
          await tryout.frames(3)
          const before = performance.now()
          act(i)
          await new Promise((resolve) =>
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.onmessage = resolve
              channel.port2.postMessage(0)
            }),
          )
          all.push(performance.now() - before)
        }
        result[name] = all.sort((a, b) => a - b)[times >> 1]!
      }

      const mounted = await tryout.mount(words, count, 12)
      Object.assign(result, mounted)
      const { view } = tryout
      const spans = (i: number) => [{ start: 120 + 7 * i, end: 180 + 9 * i }]
      const brief = (i: number, id: number) => ({ id, documentId: 1, tagId: 1 + (i % 12), spans: spans(i) })
      const patch = (upserted: unknown[], removed: unknown[]) => view.patchAnnotations({ upserted, removed })
      await timed('add', (i) => patch([brief(i, 1e6 + i)], []))
      await timed('retag', (i) => patch([brief(i + 1, 1e6 + i)], []))
      await timed('delete', (i) => patch([], [1e6 + i]))
      const tags = Array.from({ length: 12 }, (_, i) => ({ ...tryout.tags[i % 5], id: i + 1 }))
      await timed('tag off/on', (i) =>
        view.setTags(tags.map((t, n) => (n === 0 && i % 2 === 0 ? { ...t, show: 'hidden' } : t))),
      )
      await timed('focus', (i) => view.setFocused(1 + i))
      await timed('jump', (i) => view.revealAnnotation(i % 2 === 0 ? count : 1))
      // As a screen reader has it: all annotations are elements too.
      const beforeSpoken = performance.now()
      view.setSpoken(true)
      await tryout.frames(2)
      result['spoken on'] = performance.now() - beforeSpoken
      await timed('spoken add', (i) => patch([brief(i, 2e6 + i)], []))
      await timed('spoken delete', (i) => patch([], [2e6 + i]))
      view.setSpoken(false)
      await tryout.frames(2)

      const hits: number[] = []
      for (let i = 0; i < 200; i++) {
        const before = performance.now()
        view.annotationsAt(Math.floor((i / 200) * view.text.text.length))
        hits.push(performance.now() - before)
      }
      result['annotations at'] = hits.reduce((a, b) => a + b) / hits.length

      view.goTo({ offset: Math.floor(view.text.text.length / 3), shift: 0 })
      await tryout.frames(8)
      const frames: number[] = []
      const work: number[] = []
      let last = performance.now()
      for (let i = 0; i < 180; i++) {
        view.root.scrollTop += 150
        await new Promise<void>((resolve) =>
          requestAnimationFrame((at) => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => {
              work.push(performance.now() - at)
              resolve()
            }
            channel.port2.postMessage(0)
          }),
        )
        const now = performance.now()
        frames.push(now - last)
        last = now
      }
      const p95 = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!
      result['scroll p95'] = p95(frames.slice(5))
      result['scroll work p95'] = p95(work.slice(5))
      result.nodes = document.querySelectorAll('*').length
      // biome-ignore lint/suspicious/noExplicitAny: Chromium only
      result['heap MB'] = (performance as any).memory.usedJSHeapSize / 1e6
      return result
    },
    [words, count] as const,
  )
}

/** The median of the runs; the best one where other work on the machine hides what is measured. */
function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[of === 'best' ? 0 : sorted.length >> 1]! * 100) / 100
}

// A page with nothing but texts and annotators, for `measure.ts`.
import '../../renderer/theme/index.css'
import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'
import './page.css'
import { ownAnnotator } from './own.ts'
import { plainAnnotator } from './plain.ts'
import { annotationsOver, proseOf } from './prose.ts'
import { recogitoAnnotator } from './recogito.ts'

const annotators = { own: ownAnnotator, plain: plainAnnotator, recogito: recogitoAnnotator }
export type AnnotatorName = keyof typeof annotators

const tagCount = 12
const place = document.querySelector<HTMLElement>('#place')!

const stepsPerScreen = 6

/** To generate a long text takes longer than to show it. */
let made: { words: number; text: DocumentText; columns: AnnotationColumns } | undefined

function dataOf(words: number, count: number) {
  if (made?.words !== words) {
    const text = proseOf(words)
    made = { words, text, columns: annotationsOver(text, count, tagCount) }
  }
  return made
}

/**
 * Milliseconds from the data in memory to two frames after mounting, and until all of the text is in the page; of adding
 * and removing some annotations; and of the frames of scrolling through some screens, if any.
 */
async function time(name: AnnotatorName, words: number, count: number, changes: number, screens: number) {
  const { text, columns } = dataOf(words, count)
  await frames(3)
  const begun = performance.now()
  const mounted = annotators[name](place, text, columns)
  await frames(2)
  const usable = performance.now() - begun
  const pause = () => new Promise((resolve) => setTimeout(resolve))
  while (place.querySelector('.section.waiting')) await pause()
  const whole = performance.now() - begun

  const add: number[] = []
  const remove: number[] = []
  for (let i = 0; i < changes; i++) {
    const span = { start: 120 + 7 * i, end: 180 + 9 * i }
    add.push(await toPainted(() => mounted.add(span, i)))
    remove.push(await toPainted(() => mounted.remove(i)))
  }
  const scroll = await framesOfScrolling(screens)
  mounted.end()
  await frames(2)
  return { usable, whole, add, remove, scroll }
}

/** The window draws as many frames as it can, so that each takes as long as the work in it. */
async function framesOfScrolling(screens: number): Promise<number[]> {
  const root = place.querySelector('.document-view')!
  const times: number[] = []
  let last = await nextFrame()
  for (let step = 0; step < screens * stepsPerScreen; step++) {
    root.scrollTop += root.clientHeight / stepsPerScreen
    const now = await nextFrame()
    times.push(now - last)
    last = now
  }
  return times
}

const nextFrame = () => new Promise<number>(requestAnimationFrame)

async function toPainted(act: () => void): Promise<number> {
  await frames(3)
  const begun = performance.now()
  act()
  await new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = resolve
      channel.port2.postMessage(0)
    }),
  )
  return performance.now() - begun
}

function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)))
    next(count)
  })
}

declare global {
  interface Window {
    annotators: { time: typeof time }
  }
}
window.annotators = { time }

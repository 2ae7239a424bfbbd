import type { App } from '../e2e/app.ts'

/** Prioritized Task Scheduling, which TypeScript’s library does not have. */
declare const scheduler: { postTask(work: () => void, options: { priority: 'user-blocking' }): void }

/** What is on the screen when what was asked for is done; all that is given must hold. */
export interface Done {
  /** The status line begins so, newly. What it says has been committed. */
  said?: string
  /** A text was painted since, and none waits to be painted. */
  painted?: true
  /** The text of this title stands in the left pane. */
  title?: string
  /** Annotations are drawn there. */
  annotated?: true
  /** This element holds words that match. */
  shows?: { selector: string; pattern: string }
}

/**
 * Times what a key press or a click does inside the page: from the event to the end of the frame in which all of it
 * is done.
 */
export async function timeUntil(app: App, done: Done, act: () => Promise<unknown>): Promise<number> {
  const timed = app.page.evaluate(untilDone, done)
  // The page answers in order: once this is answered, it listens.
  await app.page.evaluate(() => undefined)
  await act()
  return timed
}

/** What a key that changes the project took, in milliseconds. */
export interface Change {
  /** From the key to the end of the frame that shows in the left text what it changed. */
  painted: number
  /** From the key to the answer that it is on the disk. */
  committed: number
  /** Of `painted` what the text view took: from when it began to change its strokes to the end of that frame. */
  view: number
}

/**
 * Times what a key changes in the left text and in the project file. `isDrawnAtOnce`: the text shows it before the
 * project tells of it.
 */
export async function timeChange(
  app: App,
  act: () => Promise<unknown>,
  { isDrawnAtOnce = false } = {},
): Promise<Change> {
  const timed = app.page.evaluate(untilChanged, isDrawnAtOnce)
  await app.page.evaluate(() => undefined)
  await act()
  return timed
}

/** From a key to the end of the frame that shows what it changed, or to its commit, whichever is later. */
export async function timeUntilShown(
  app: App,
  act: () => Promise<unknown>,
  how?: { isDrawnAtOnce: boolean },
): Promise<number> {
  const { painted, committed } = await timeChange(app, act, how)
  return Math.max(painted, committed)
}

/** From a key until the status line and the panels have followed. */
export const timeUntilSaid = (app: App, said: string, act: () => Promise<unknown>): Promise<number> =>
  timeUntil(app, { said, painted: true }, act)

/** Runs in the page. Asks little of it: what is looked for in a long text while it is painted would be timed too. */
function untilChanged(isDrawnAtOnce: boolean): Promise<Change> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('not done within 10 s')), 10_000)
    const root = document.querySelector<HTMLElement>('[data-area="left"] [data-painted]')!
    let begun = 0
    let viewBegun = 0
    let isTold = false
    const isShown = () => (isDrawnAtOnce ? viewBegun > 0 : isTold)
    let painted = 0
    let committed = 0
    addEventListener('keydown', ({ timeStamp }) => (begun = timeStamp), { capture: true, once: true })

    // A view begins by saying that it will look different; the frame draws it anew.
    const setAttribute = root.setAttribute
    root.setAttribute = function (name, value) {
      if (begun > 0) viewBegun ||= performance.now()
      setAttribute.call(this, name, value)
    }

    const stopListening = window.rejoinder.listen((event) => {
      if ((event as { type: string }).type === 'changed') isTold = true
    })
    // The page marks when the last of its changes was answered, and what is answered is committed.
    const answers = new PerformanceObserver((list) => {
      const answered = list.getEntriesByName('saved').find(({ startTime }) => begun > 0 && startTime > begun)
      if (committed > 0 || answered === undefined) return
      committed = answered.startTime
      endOnceBoth()
    })
    answers.observe({ type: 'mark' })
    const watching = new MutationObserver(() => {
      if (begun === 0 || !isShown()) return
      if (root.hasAttribute('data-busy')) return
      watching.disconnect()
      // Painting is done in a frame, and this is told before that frame ends: the first task after it.
      scheduler.postTask(
        () => {
          painted = performance.now()
          endOnceBoth()
        },
        { priority: 'user-blocking' },
      )
    })
    watching.observe(root, { attributes: true, attributeFilter: ['data-painted'] })
    const endOnceBoth = () => {
      if (painted === 0 || committed === 0) return
      clearTimeout(patience)
      stopListening()
      answers.disconnect()
      root.setAttribute = setAttribute
      resolve({
        painted: painted - begun,
        committed: committed - begun,
        view: painted - (viewBegun || begun),
      })
    }
  })
}

/** Runs in the page. */
function untilDone({ said, painted, title, annotated, shows }: Done): Promise<number> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('not done within 10 s')), 10_000)
    let begun = 0
    let hasPaintedSome = false
    let isPainted = false
    let isSaid = false
    const begin = (event: Event) => {
      if (begun === 0) begun = event.timeStamp
    }
    for (const type of ['keydown', 'pointerdown'])
      addEventListener(type, begin, { capture: true, once: true })

    // Those that are there are asked for once: to look for them in a long text while it is painted would be timed too.
    const texts = [...document.querySelectorAll('[data-area] [data-painted]')]
    const isBusy = () =>
      title === undefined
        ? texts.some((one) => one.hasAttribute('data-busy'))
        : document.querySelector('[data-area] [data-busy]') !== null
    const hasSaid = (words: string) =>
      isSaid && (document.querySelector('.status-said')?.textContent ?? '').startsWith(words)
    const isDone = () => {
      if (painted && !isPainted) return false
      if (said !== undefined && !hasSaid(said)) return false
      const text = document.querySelector('[data-area="left"] [aria-multiline="true"]')
      if (annotated && !document.querySelector('[data-area="left"] .document-bar')) return false
      if (title !== undefined && text?.getAttribute('aria-label') !== title) return false
      const words = shows && (document.querySelector(shows.selector)?.textContent ?? '')
      return words === undefined || new RegExp(shows!.pattern).test(words)
    }
    const watching = new MutationObserver((mutations) => {
      if (begun === 0) return
      // Painting is done in a frame, and this is told before that frame ends; all else is drawn in the next one.
      const isInFrame = mutations.some(({ attributeName }) => attributeName === 'data-painted')
      for (const { attributeName, target } of mutations) {
        if (attributeName === 'data-painted') hasPaintedSome = true
        if ((target as Element).parentElement?.closest('.status-said')) isSaid = true
        if ((target as Element).closest?.('.status-said')) isSaid = true
      }
      // Once painted it stays so, whatever the panels that follow draw anew.
      isPainted ||= hasPaintedSome && !isBusy()
      if (!isDone()) return
      end(isInFrame ? answerNextTask : () => requestAnimationFrame(answerNextTask))
    })
    const end = (answer: () => void) => {
      watching.disconnect()
      clearTimeout(patience)
      answer()
    }
    // In a frame: the first task after it.
    const answerNextTask = () =>
      scheduler.postTask(() => resolve(performance.now() - begun), { priority: 'user-blocking' })
    watching.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['data-painted', 'data-busy', 'aria-label'],
    })
  })
}

/** From a key to the end of the first frame that shows the left text where it then stays. */
export async function timeUntilThere(app: App, act: () => Promise<unknown>): Promise<number> {
  const timed = app.page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[data-area="left"] [data-painted]')!
    return new Promise<number>((resolve) => {
      let begun = 0
      addEventListener('keydown', ({ timeStamp }) => (begun = timeStamp), { capture: true, once: true })
      const frames: { at: number; top: number }[] = []
      const watching = new MutationObserver(() => {
        if (begun === 0) return
        const frame = { at: 0, top: root.scrollTop }
        frames.push(frame)
        const rests = !root.hasAttribute('data-busy')
        if (rests) watching.disconnect()
        scheduler.postTask(
          () => {
            frame.at = performance.now() - begun
            if (rests) resolve(frames.find(({ top }) => Math.abs(top - frame.top) < 1)!.at)
          },
          { priority: 'user-blocking' },
        )
      })
      watching.observe(root, { attributes: true, attributeFilter: ['data-painted'] })
    })
  })
  await app.page.evaluate(() => undefined)
  await act()
  return timed
}

/** Times a request of the page: through main to the project file and back. */
export function timeRequest(app: App, channel: string, input: unknown): Promise<number> {
  return app.page.evaluate(
    async ({ name, what }) => {
      const begun = performance.now()
      await window.rejoinder.request(name, what)
      return performance.now() - begun
    },
    { name: channel, what: input },
  )
}

/**
 * Scrolls the left text down by so many screens, a sixth of one a frame, and gives each frame’s time and how many
 * frames had no text in the middle of the window.
 */
export function scrollThrough(app: App, screens: number): Promise<{ frames: number[]; blank: number }> {
  return app.page.evaluate(async (count) => {
    const root = document.querySelector<HTMLElement>('[data-area="left"] [data-painted]')!
    const { left, width, top, height } = root.getBoundingClientRect()
    const isBlank = () => {
      const [x, middle] = [left + width / 2, top + height / 2]
      const tries = [-60, -30, 0, 30, 60].map((y) => document.elementFromPoint(x, middle + y))
      return !tries.some((found) => found?.closest('[aria-multiline] .section > *'))
    }
    const frames: number[] = []
    let blank = 0
    let last = await new Promise<number>(requestAnimationFrame)
    for (let frame = 0; frame < count * 6; frame++) {
      root.scrollTop += height / 6
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - last)
      last = now
      if (isBlank()) blank += 1
    }
    return { frames: frames.slice(3), blank }
  }, screens)
}

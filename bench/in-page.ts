import type { App } from '../e2e/app.ts'

/**
 * Times what a key press or a click does inside the page: from the event to the frame after the status line says
 * `said` and no text waits to be painted. What the status line says has been committed.
 */
export async function timeUntilSaid(app: App, said: string, act: () => Promise<unknown>): Promise<number> {
  const timed = app.page.evaluate(untilSaid, said)
  // The page answers in order: once this is answered, it listens.
  await app.page.evaluate(() => undefined)
  await act()
  return timed
}

/** Runs in the page. */
function untilSaid(said: string): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`“${said}” was not said within 10 s`)), 10_000)
    const status = document.querySelector('.status-said')!
    let begun = 0
    const begin = (event: Event) => {
      if (begun === 0) begun = event.timeStamp
    }
    for (const type of ['keydown', 'pointerdown'])
      addEventListener(type, begin, { capture: true, once: true })
    let isNew = false
    const watching = new MutationObserver(() => {
      isNew = begun > 0
    })
    watching.observe(status, { childList: true, subtree: true, characterData: true })
    const look = () => {
      const isSaid = isNew && status.textContent?.startsWith(said)
      if (!isSaid || document.querySelector('[data-area] [data-busy]')) {
        requestAnimationFrame(look)
        return
      }
      watching.disconnect()
      requestAnimationFrame(() => resolve(performance.now() - begun))
    }
    requestAnimationFrame(look)
  })
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

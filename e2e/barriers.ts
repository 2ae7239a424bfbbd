import axe from 'axe-core'
import { type App, expect } from './app.ts'
import { settled } from './reading.ts'

/** What a person sees one after the other, with the way there from the one before. */
export type Walk = Record<string, (app: App) => Promise<unknown>>

const modal = '[role="dialog"], [role="alertdialog"]'

const looks: { colorScheme: 'light' | 'dark'; rules: string[] }[] = [
  { colorScheme: 'light', rules: [] },
  // What is there is the same in the dark; its colours are others.
  { colorScheme: 'dark', rules: ['color-contrast'] },
]

/** Goes through all of it; each place is looked at in light and dark, by switching the theme where one is. */
export async function expectNoBarrier(app: App, walk: Walk): Promise<void> {
  for (const [place, go] of Object.entries(walk)) {
    await go(app)
    await settled(app)
    const keyboard = app.page.locator(':focus:not(body)')
    await expect.soft(keyboard, `${place}: the keyboard is somewhere`).toHaveCount(1, { timeout: 3000 })
    for (const { colorScheme, rules } of looks) {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect.soft(await barriers(app, rules), `${place}, ${colorScheme}`).toEqual([])
    }
  }
  await app.page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** What keeps somebody out of what is in sight; no `rules` for all there are. While a dialog is open nothing else can be reached. */
export async function barriers(app: App, rules: string[]): Promise<string[]> {
  await app.page.evaluate(isStill)
  // Given once to a window: the program does not load another page, and giving it takes longer than asking it.
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe.source)
  return app.page.evaluate(findBarriers, { rules, modal })
}

/** Runs in the page: no colour is on its way to another. What is inherited sets out when what it comes from has arrived. */
async function isStill(): Promise<void> {
  for (let stillFrames = 0; stillFrames < 3; ) {
    await new Promise(requestAnimationFrame)
    const moving = document.getAnimations()
    await Promise.allSettled(moving.map(({ finished }) => finished))
    stillFrames = moving.length === 0 ? stillFrames + 1 : 0
  }
}

/** Runs in the page. */
async function findBarriers({ rules, modal }: { rules: string[]; modal: string }): Promise<string[]> {
  const { axe: inPage } = window as unknown as { axe: typeof axe }
  const dialogs = [...document.querySelectorAll<HTMLElement>(modal)]
  const { violations } = await inPage.run(dialogs.length > 0 ? { include: dialogs } : document, {
    resultTypes: ['violations'],
    // The one rule that WCAG 2.2 has added; axe leaves it out unless it is asked for.
    ...(rules.length > 0 ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
  })
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join('\n')}`,
  )
}

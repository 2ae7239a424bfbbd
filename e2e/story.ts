import { type App, test as alone, expect, startApp } from './app.ts'

let stories = 0

/** For stories that can share a workbench: each finds a new, empty project open in it. */
export const test = alone.extend<{ app: App; project: string }, { shared: App }>({
  shared: [
    async ({ browserName: _ }, use) => {
      const app = await startApp()
      await use(app)
      await app.leave()
    },
    { scope: 'worker' },
  ],
  /** The path of the story’s project. */
  project: async ({ shared }, use) => {
    stories += 1
    const path = await shared.newProject(`Story ${stories}`)
    await expect(shared.page.getByRole('button', { name: `Story ${stories}`, exact: true })).toBeVisible()
    await use(path)
  },
  app: async ({ shared, project: _ }, use) => {
    shared.complaints = []
    await use(shared)
    expect(shared.complaints).toEqual([])
  },
})

import { type App, test as alone, expect, pictureOfFailure, startApp } from './app.ts'

let stories = 0
let file = ''

/**
 * For stories that can share a workbench: each finds a new, empty project open in it. What a person has arranged in the
 * window stays for the stories of a file and is gone for the next file, since which file comes next is left to chance.
 */
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
  project: async ({ shared }, use, info) => {
    if (file !== '' && file !== info.file) await rearrange(shared)
    file = info.file
    stories += 1
    shared.takeNewFolder()
    const path = await shared.newProject(`Story ${stories}`)
    await expect(shared.page.getByRole('button', { name: `Story ${stories}`, exact: true })).toBeVisible()
    await use(path)
  },
  app: async ({ shared, project: _ }, use, info) => {
    shared.complaints = []
    await use(shared)
    await pictureOfFailure(shared, info)
    expect(shared.complaints).toEqual([])
  },
})

async function rearrange(app: App): Promise<void> {
  if (!app.isRunning) await app.restart()
  await app.request('app.closeProject', undefined)
  await expect(app.page.getByRole('region', { name: 'Start' })).toBeVisible()
  await app.page.reload()
  await app.resize(1360, 860)
}

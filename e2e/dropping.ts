import type { App } from './app.ts'

/** Lets files or folders of another program fall on the window. */
export async function dropFiles(app: App, files: string[]): Promise<void> {
  const devtools = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  await devtools.detach()
}

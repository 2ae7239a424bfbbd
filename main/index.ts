import { app } from 'electron'
import { readArguments } from './app/arguments.ts'

const start = readArguments(process.argv, app.isPackaged ? 'packaged' : 'from-folder', process.cwd())

if ('command' in start) {
  const stopping = new AbortController()
  app.on('before-quit', (event) => {
    event.preventDefault()
    stopping.abort()
  })
  const { run } = await import('../cli/run.ts')
  app.exit(await run(start.command, { signal: stopping.signal }))
} else if ('setsPages' in start) {
  const { setPagesForParent } = await import('./app/page-setter.ts')
  setPagesForParent()
} else {
  const { startWorkbench } = await import('./app/start.ts')
  startWorkbench(start.project)
}

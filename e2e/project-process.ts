import type { App } from './app.ts'

/** Stops, lets go on or ends the process that holds the project. */
export async function signalProject(app: App, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> {
  const holder = await app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().find(({ name }) => name === 'Rejoinder project'),
  )
  if (!holder) throw new Error('no process holds a project')
  process.kill(holder.pid, signal)
}

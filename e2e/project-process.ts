import type { App } from './app.ts'

/** Stops, lets go on or ends the process that holds the project. */
export const signalProject = (app: App, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): Promise<void> =>
  app.electron.evaluate(({ app: electron }, wanted) => {
    const holder = electron.getAppMetrics().find((process) => process.name === 'Rejoinder project')
    if (!holder) throw new Error('no process holds a project')
    process.kill(holder.pid, wanted)
  }, signal)

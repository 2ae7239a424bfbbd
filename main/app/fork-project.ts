import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import { appFolder } from '../app-folder.ts'
import type { ProjectChild } from './project-connection.ts'

/** Starts a process that can hold a project (project-process.ts). What it writes to stderr is a fault. */
export function forkProject(): ProjectChild {
  const entry = join(appFolder, 'out', 'main', 'project-process.js')
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Rejoinder project',
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => console.error(text.trimEnd()))

  return {
    // The only ports there are come from the page (ipc.ts).
    postMessage: (message, port) => child.postMessage(message, port && [port as MessagePortMain]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill() {
      // Not `child.kill()`: the process does not listen to a polite request while a query runs.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
  }
}

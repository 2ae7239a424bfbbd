import { openSession } from './open-session.ts'
import { serveProject } from './serve-project.ts'

// The entry of the process that holds the project: the only one that opens the file.
const port = process.parentPort
const hear = serveProject({
  open: openSession,
  send: (message) => port.postMessage(message),
  end: () => process.exit(0),
})
port.on('message', ({ data, ports }) => hear(data, ports[0]))

// Ctrl+C and the end of a login session reach every process of the program at once. The main one then asks this
// one to put the project away; when it is gone, Electron ends this one in any case.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

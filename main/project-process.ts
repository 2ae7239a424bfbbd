import { openSession } from './open-session.ts'
import { serveProject } from './serve-project.ts'

// The entry of the process that holds the project: the only one that opens the file.
const port = process.parentPort
const hear = serveProject({
  open: openSession,
  send: (message) => port.postMessage(message),
  end: () => process.exit(0),
})
port.on('message', ({ data }) => hear(data))

// The thread that looks for damage of a large file while the gate looks at what is in it. Whoever began it waits for
// `state` and hears nothing else.
import { type MessagePort, workerData } from 'node:worker_threads'
import { connect } from '../connect.ts'
import { begun, type DamageAsked, ended } from './damage-thread.ts'
import { damageOf } from './structure.ts'

const { path, state, port } = workerData as DamageAsked & { port: MessagePort }
Atomics.store(state, 0, begun)
try {
  port.postMessage(damage())
} finally {
  // Where it failed nothing has been posted.
  Atomics.store(state, 0, ended)
  Atomics.notify(state, 0)
  port.close()
}

function damage(): string[] {
  const database = connect(path, { readOnly: true })
  try {
    database.exec('BEGIN')
    return [...damageOf(database)]
  } finally {
    database.close()
  }
}

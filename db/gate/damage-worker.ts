// The thread that looks for damage of a large file while the gate looks at what is in it. Whoever began it waits for
// `turn` and hears nothing else.
import { type MessagePort, workerData } from 'node:worker_threads'
import { connect } from '../connect.ts'
import type { DamageAsked } from './damage-thread.ts'
import { damageOf } from './structure.ts'
import { beginTurn, endTurn } from './thread-turn.ts'

const { path, turn, port } = workerData as DamageAsked & { port: MessagePort }
if (beginTurn(turn)) {
  try {
    port.postMessage(damage())
  } finally {
    // Where it failed nothing has been posted.
    endTurn(turn)
  }
}
port.close()

function damage(): string[] {
  const database = connect(path, { readOnly: true })
  try {
    database.exec('BEGIN')
    return [...damageOf(database)]
  } finally {
    database.close()
  }
}

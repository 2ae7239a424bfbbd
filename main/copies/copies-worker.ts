// The thread that looks for passages which stand in several texts. It works in slices and hears in between what it is
// told.
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { CopyIndex } from './copy-index.ts'
import type { FromCopies, ToCopies } from './messages.ts'

/** Milliseconds of work between two looks at what else is said. */
const sliceMs = 15

const { restMs } = workerData as { restMs: number }
const index = new CopyIndex()
const asked = new Set<number>()

parentPort?.on('message', (message: ToCopies) => {
  if ('tell' in message) {
    if (message.tell === 'stop') asked.delete(message.ask)
    else {
      for (const id of message.remove) index.remove(id)
      for (const { documentId, text } of message.put) index.put(documentId, text)
    }
    return
  }
  asked.add(message.ask)
  void answer(message.ask)
})

function send(message: FromCopies): void {
  parentPort?.postMessage(message)
}

async function answer(ask: number): Promise<void> {
  let sliced = performance.now()
  while (index.waiting > 0) {
    index.advance()
    if (performance.now() - sliced < sliceMs) continue
    send({ progress: ask, done: index.size - index.waiting, of: index.size })
    await setTimeout(restMs)
    if (!asked.has(ask)) return send({ stopped: ask })
    sliced = performance.now()
  }
  asked.delete(ask)
  send({ answer: ask, passages: index.passages() })
}

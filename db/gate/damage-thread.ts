import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file.ts'
import { awaitTurn, newTurn, type ThreadTurn } from './thread-turn.ts'

export interface DamageAsked {
  path: string
  turn: ThreadTurn
}

/** A thread that has not begun by then will not. */
const mostMsToBegin = 10_000

/**
 * What SQLite has to object to a file itself, found out in a thread while this one does something else: on a large project it
 * is half of looking it through. The caller has begun to read the file, so that nobody writes to it meanwhile. `answer`
 * waits for it, and is undefined where the thread could not do it; either way the thread no longer has the file then.
 */
export function damageInThread(path: string): { answer: () => string[] | undefined } {
  const turn = newTurn()
  const { port1, port2 } = new MessageChannel()
  const worker = startWorker({ path, turn, port: port2 })
  return {
    answer() {
      if (!worker) return undefined
      awaitTurn(turn, mostMsToBegin)
      const said = receiveMessageOnPort(port1)
      port1.close()
      void worker.terminate()
      return said?.message as string[] | undefined
    },
  }
}

function startWorker(data: DamageAsked & { port: MessagePort }): Worker | null {
  try {
    const worker = new Worker(threadFile('damage-worker', import.meta.url), {
      workerData: data,
      transferList: [data.port],
      env: {},
      execArgv: [],
    })
    worker.on('error', () => {})
    return worker
  } catch {
    return null
  }
}

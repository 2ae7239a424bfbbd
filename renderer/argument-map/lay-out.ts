import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import elkUrl from 'elkjs/lib/elk-worker.min.js?url'

// Made at the first map, and once: the policy lets its name be given one time. The page may start no other script.
let scripts: { createScriptURL(url: string): string } | undefined

function startWorker(): Worker {
  scripts ??= window.trustedTypes.createPolicy('rejoinder-layout', { createScriptURL: () => elkUrl })
  return new Worker(scripts.createScriptURL(elkUrl))
}

let running: InstanceType<typeof ELK> | null = null

/** Starts the thread, so that it is ready when the first map is known. */
export function prepareLayout(): void {
  running ??= new ELK({ workerFactory: startWorker })
}

/** Places a graph in a thread of its own. Rejects with the signal’s reason where it is given up, and the thread ends. */
export async function layOut(graph: ElkNode, signal: AbortSignal): Promise<ElkNode> {
  signal.throwIfAborted()
  running ??= new ELK({ workerFactory: startWorker })
  const own = running
  const givenUp = Promise.withResolvers<never>()
  const giveUp = () => {
    own.terminateWorker()
    if (running === own) running = null
    givenUp.reject(signal.reason)
  }
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([own.layout(graph), givenUp.promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

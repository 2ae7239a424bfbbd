// The thread that searches: it holds the words of all texts, so that neither the window nor the project’s process
// waits for a search. It works in slices and hears in between what has been given up.
import { setImmediate } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import { Corpus } from './corpus.ts'
import type { Asked, FromThread, ToThread } from './messages.ts'
import { Searcher } from './searcher.ts'

const searcher = new Searcher(new Corpus())
const running = new Set<number>()

parentPort?.on('message', (message: ToThread) => {
  if ('tell' in message) {
    if (message.tell === 'texts') searcher.change(message.put, message.remove)
    else running.delete(message.id)
    return
  }
  running.add(message.number)
  replyTo(message).then((reply) => {
    running.delete(message.number)
    send({ answer: message.number, reply })
  })
})

function send(message: FromThread): void {
  parentPort?.postMessage(message)
}

async function replyTo(asked: Asked): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await answer(asked) }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, code: 'internal', message: `The search failed (${detail}).` }
  }
}

function answer(asked: Asked): unknown {
  const { number } = asked
  const surroundings = {
    async breathe() {
      await setImmediate()
      if (!running.has(number)) throw new Failure('cancelled', 'The search was given up.')
    },
    progress: (done: number, of: number) => send({ progress: number, done, of }),
  }
  switch (asked.ask) {
    case 'run':
      return searcher.run(asked.what, surroundings)
    case 'count':
      return searcher.count(asked.what, surroundings)
    case 'lines':
      return searcher.lines(asked.what, surroundings)
    case 'linesAt':
      return searcher.linesAt(asked.what, surroundings)
    case 'hits':
      return searcher.hits(asked.what, surroundings)
    case 'words':
      return searcher.words(asked.what)
    case 'collocates':
      return searcher.collocates(asked.what, surroundings)
  }
}

import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { beforeEach, expect, it } from 'vitest'
import type { CurrentText } from '../../db/repositories/documents.ts'
import type { Task } from '../project-context.ts'
import type { ToThread } from './messages.ts'
import { TextsThread } from './texts-thread.ts'

interface Questions {
  hang: { gives: never }
  held: { gives: number[] }
}

let threads: Thread[]
let thread: TextsThread<Questions>

/** Holds texts as one does that runs; after `hang` it hears nothing any more. */
class Thread extends EventEmitter {
  readonly #held = new Set<number>()
  #hangs = false
  ref() {}
  unref() {}
  async terminate() {}
  postMessage(message: ToThread<Questions>) {
    if (this.#hangs) return
    if ('tell' in message) {
      if (message.tell === 'cancel') return
      for (const { documentId } of message.put) this.#held.add(documentId)
      for (const id of message.remove) this.#held.delete(id)
    } else if (message.ask === 'hang') this.#hangs = true
    else this.emit('message', { answer: message.number, reply: { ok: true, value: [...this.#held] } })
  }
}

beforeEach(() => {
  threads = []
  thread = new TextsThread({
    start: () => {
      threads.push(new Thread())
      return threads.at(-1) as unknown as Worker
    },
    textOf: (id) => {
      if ((id as number) < 0) throw new Error('It is gone.')
      return 'tram'
    },
    batchUnits: 8,
    patienceMs: 5,
    doing: '',
    gaveUp: 'It was given up.',
    ended: (reason) => reason,
  })
})

const texts = (...ids: number[]) =>
  ids.map((id) => ({ id: Math.abs(id), revisionId: id, language: '' })) as unknown as CurrentText[]
function hang(): { given: AbortController; refused: Promise<void> } {
  const given = new AbortController()
  const task = { signal: given.signal, progress() {} } as unknown as Task
  const refused = expect(thread.ask('hang', {}, task)).rejects.toThrow('It was given up.')
  return { given, refused }
}

it('what waits behind a question that hangs is answered when this one is given up', async () => {
  await thread.bringUpToDate(texts(1, 2, 3))
  const { given, refused } = hang()
  const behind = thread.ask('held', {})
  given.abort()
  expect(await behind).toEqual([1, 2, 3])
  await refused
  expect(threads).toHaveLength(2)
})

it('a thread that was ended has its texts again before it is asked', async () => {
  const sources = texts(1, 2, 3)
  await thread.bringUpToDate(sources)
  const { given, refused } = hang()
  given.abort()
  await refused
  expect(await thread.ask('held', {})).toEqual([1, 2, 3])
  await thread.bringUpToDate(sources)
  expect(await thread.ask('held', {})).toEqual([1, 2, 3])
})

it('texts go on to be sent where the thread is ended meanwhile for a question', async () => {
  await thread.bringUpToDate(texts(1, 2))
  const { given, refused } = hang()
  given.abort()
  const many = texts(...Array.from({ length: 4000 }, (_, at) => at + 1))
  await thread.bringUpToDate(many)
  await refused
  expect(await thread.ask('held', {})).toHaveLength(many.length)
})

it('a question fails with what the thread ends by', async () => {
  await thread.bringUpToDate(texts(1))
  const hanging = expect(thread.ask('hang', {})).rejects.toThrow('Out of memory')
  const behind = expect(thread.ask('held', {})).rejects.toThrow('Out of memory')
  threads[0]!.emit('error', new Error('Out of memory'))
  await Promise.all([behind, hanging])
  expect(await thread.ask('held', {})).toEqual([1])
})

it('a text that cannot be read keeps none of the others away', async () => {
  await expect(thread.bringUpToDate(texts(1, -2, 3))).rejects.toThrow('It is gone.')
  await thread.bringUpToDate(texts(1, 2, 3))
  expect(await thread.ask('held', {})).toEqual([1, 2, 3])
})

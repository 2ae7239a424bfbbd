import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { awaitTurn, beginTurn, newTurn } from './thread-turn.ts'

test('work that has begun is waited for, though it takes longer than it may take to begin', async () => {
  const [turn, asked] = [newTurn(), newTurn()]
  const worker = new Worker(
    `
    const { parentPort, workerData: { turn, asked } } = require('node:worker_threads')
    import('${import.meta.dirname}/thread-turn.ts').then(({ beginTurn, endTurn }) => {
      parentPort.postMessage('ready')
      Atomics.wait(asked, 0, 0)
      // Long enough for the other to wait.
      Atomics.wait(asked, 0, 1, 200)
      beginTurn(turn)
      Atomics.wait(asked, 0, 1, 1500)
      asked[0] = 2
      endTurn(turn)
    })`,
    { eval: true, workerData: { turn, asked } },
  )
  await once(worker, 'message')
  Atomics.store(asked, 0, 1)
  Atomics.notify(asked, 0)
  expect(awaitTurn(turn, 1000)).toBe(true)
  expect(asked[0]).toBe(2)
  await worker.terminate()
})

test('work that had not begun in time never does', () => {
  const turn = newTurn()
  expect(awaitTurn(turn, 1)).toBe(false)
  expect(beginTurn(turn)).toBe(false)
})

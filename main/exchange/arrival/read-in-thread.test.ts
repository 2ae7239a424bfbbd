import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readInThread, recogniseInThread } from './read-in-thread.ts'

const started = vi.hoisted(() => ({ count: 0 }))
vi.mock('node:worker_threads', async (original) => {
  const threads = await original<{ Worker: typeof Worker }>()
  class Counted extends threads.Worker {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options)
      started.count += 1
    }
  }
  return { ...threads, Worker: Counted }
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-reading-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('looks at many files in one thread, and at those beside one that is not there', async () => {
  const row = JSON.stringify({ text: 'I agree.', label: [[0, 1, 'Claim']] })
  const paths = Array.from({ length: 20 }, (_, index) => {
    const path = join(folder, `${index}.jsonl`)
    if (index !== 3) writeFileSync(path, index % 2 ? '{"nothing": 1}\n' : `${row}\n`)
    return path
  })
  const formats = await recogniseInThread(paths, [])
  expect(formats).toEqual(paths.map((_, index) => (index % 2 ? [] : ['doccano'])))
  expect(started.count).toBe(1)
}, 60_000)

it('ends a thread that takes more memory than it is given', async () => {
  const path = join(folder, 'large.jsonl')
  const row = JSON.stringify({ text: 'I agree with what was said. '.repeat(40), label: [[0, 1, 'Claim']] })
  writeFileSync(path, `${row}\n`.repeat(20_000))
  const read = readInThread(path, { format: 'doccano', refused: [], limits: { memoryMb: 20 } })
  await expect(read).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('takes more memory than there is'),
  })
}, 60_000)

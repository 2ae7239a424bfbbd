import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DistantText } from '../spool/distant.ts'
import { readInThread, recognisingThread } from './read-in-thread.ts'

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
  const thread = recognisingThread([])
  const formats: string[][] = []
  for (const path of paths) formats.push(await thread.formatsOf(path))
  await thread.end()
  expect(formats).toEqual(paths.map((_, index) => (index % 2 ? [] : ['doccano'])))
  expect(started.count).toBe(1)
}, 60_000)

it('puts texts aside where nobody finds them, and gives them until that is closed', async () => {
  const path = join(folder, 'many.jsonl')
  const textOf = (index: number): string => `${index}: ${'so fährt die Straßenbahn 🚋. '.repeat(20)}`
  const rows = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify({ text: textOf(index), label: [[0, 1, 'Claim']] }),
  )
  writeFileSync(path, rows.join('\n'))
  const { arriving, close } = await readInThread(path, { format: 'doccano', refused: [] })
  const isAside = (name: string): boolean => name.startsWith('rejoinder-texts-')
  expect(readdirSync(tmpdir()).filter(isAside)).toEqual([])
  for (const [index, { text }] of arriving.documents.entries()) {
    expect(text).toBeInstanceOf(DistantText)
    expect(text!.text).toBe(textOf(index))
    expect(text!.blocks).toEqual([{ kind: 'paragraph', start: 0, end: textOf(index).length }])
  }
  close()
  expect(() => arriving.documents[0]!.text!.text).toThrow('not there any more')
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

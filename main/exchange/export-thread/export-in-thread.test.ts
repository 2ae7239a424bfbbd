import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Contents } from '../../../preload/contract/exchange.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { openSession } from '../../open-session.ts'
import type { Session } from '../../session.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
let session: Session
const told: (number | Contents)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-export-'))
  session = openSession(
    { path: join(folder, 'p.rejoinder'), make: 'Tram', who: { uid: null, name: 'Ada' } },
    (event) => {
      if (event.type === 'progress' && event.progress.task === 'out') told.push(event.progress.done)
      if (event.type === 'exporting' && event.task === 'out') told.push(event.contents)
    },
    async (copy, paper, signal) => {
      if (signal.aborted) throw new Failure('cancelled', 'Stopped.')
      return Buffer.from(`${copy.title} on ${paper}`)
    },
  )
  const paths = Array.from({ length: 300 }, (_, index) => {
    const path = join(folder, `text-${index}.txt`)
    writeFileSync(path, `Text ${index}: the tram line pays for itself.`)
    return path
  })
  await session.handlers.document.import({ task: 'in', paths, format: null, encoding: null, again: false })
})

afterEach(async () => {
  await session.close()
  rmSync(folder, { recursive: true })
})

const choice = { format: 'rejoinder-jsonl', annotatorIds: null, documentIds: null, withOriginals: false }
const request = (name: string) => ({ ...choice, task: 'out', to: join(folder, name), replace: false })

it('writes a large project in a thread, which tells what it will lack, and then how far it is', async () => {
  const { counts, paths } = await session.handlers.exchange.write(request('out.jsonl'))
  expect(counts.documents).toBe(300)
  expect(paths).toEqual([join(folder, 'out.jsonl')])
  expect(readFileSync(paths[0]!, 'utf8').match(/"type":"document"/g)).toHaveLength(300)
  const preview = await session.handlers.exchange.preview(choice)
  expect(preview).toMatchObject({
    counts,
    losses: [{ what: 'steps of the history', count: 1 }, expect.anything()],
  })
  expect(told[0]).toEqual(preview)
  expect(told.at(-1)).toBeGreaterThan(0)
})

it('hands on what is wrong, and stops when it is told to', async () => {
  writeFileSync(join(folder, 'out.jsonl'), '')
  await expect(session.handlers.exchange.write(request('out.jsonl'))).rejects.toMatchObject({
    code: 'target-exists',
  })
  const writing = session.handlers.exchange.write(request('other.jsonl'))
  session.cancel('out')
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
})

it('has pages set where that can be done, which the thread cannot', async () => {
  const { paths } = await session.handlers.exchange.write({
    ...request('pages'),
    ...{ format: 'reading-pdf-each', paper: 'Letter' as const },
  })
  expect(paths).toHaveLength(300)
  expect(readFileSync(paths[7]!, 'utf8')).toMatch(/^Text \d+: .* on Letter$/)
})

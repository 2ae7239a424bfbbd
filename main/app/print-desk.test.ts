import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Event } from '../../preload/contract/events.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { ParsedOf } from '../../preload/contract/index.ts'
import { everything } from '../exchange/reading-copy/testing/pages.ts'
import type { Printer } from './paper.ts'
import { printDesk } from './print-desk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'print-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const pdf = new TextEncoder().encode('%PDF-1.7')
const stopped = (signal: AbortSignal) =>
  new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Failure('cancelled', 'Stopped.'))),
  )

function desk(printer: Partial<Printer> = {}) {
  const events: Event[] = []
  const asked: unknown[] = []
  const made = printDesk({
    request: async (channel, input) => {
      asked.push([channel, input])
      return { ok: true, value: { title: 'A', runsFromRight: false, html: '<p>A', style: '' } }
    },
    printer: { toPdf: async () => pdf, print: async () => true, ...printer },
    tell: (event) => events.push(event),
  })
  return { ...made, events, asked }
}

const request = (to = join(folder, 'a.pdf'), replace = false): ParsedOf<'app.writePdf'> => ({
  task: 'print-1',
  what: {
    kind: 'document',
    documentId: 1 as never,
    options: everything,
  },
  paper: 'A4',
  to,
  replace,
})

test('a PDF is written from the whole document, and says how far it is', async () => {
  const { writePdf, events, asked } = desk()
  await writePdf(request())
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('%PDF-1.7')
  expect(asked).toEqual([
    [
      'readingCopy.make',
      expect.objectContaining({ documentId: 1, fonts: 'app://rejoinder/assets/fonts.css' }),
    ],
  ])
  expect(events.map((event) => event.type === 'progress' && event.progress.doing)).toEqual([
    'Reading the text',
    'Setting the pages',
    'Writing the file',
  ])
})

test('what is there is replaced only when that was said', async () => {
  const path = join(folder, 'a.pdf')
  writeFileSync(path, 'mine')
  const { writePdf } = desk()
  await expect(writePdf(request(path))).rejects.toMatchObject({ code: 'target-exists' })
  expect(readFileSync(path, 'utf8')).toBe('mine')
  await writePdf(request(path, true))
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7')
})

test('stopped while the pages are set, it leaves nothing behind', async () => {
  const started = Promise.withResolvers<void>()
  const { writePdf, cancel } = desk({
    toPdf: (_copy, _paper, signal) => {
      started.resolve()
      return stopped(signal)
    },
  })
  const writing = writePdf(request())
  await started.promise
  cancel('print-1')
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that is not there is said', async () => {
  await expect(desk().writePdf(request(join(folder, 'none', 'a.pdf')))).rejects.toMatchObject({
    code: 'disk',
  })
  expect(existsSync(join(folder, 'none'))).toBe(false)
})

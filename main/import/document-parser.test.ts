import { afterEach, expect, test } from 'vitest'
import { undecided } from '../../preload/contract/file-reading.ts'
import { DocumentParser, type ParserLimits } from './document-parser.ts'
import type { ParseTask } from './parse.ts'

let parser: DocumentParser
afterEach(() => parser.close())

function start(limits?: Partial<ParserLimits>): DocumentParser {
  parser = new DocumentParser(limits)
  return parser
}

const task = (text: string, rest: Partial<ParseTask> = {}): ParseTask => ({
  bytes: Buffer.from(text),
  name: 'a.txt',
  format: 'txt',
  ...undecided,
  ...rest,
})

/** Formatting elements that are each other’s like but not the same make the HTML algorithm quadratic and worse. */
const slowPage = Array.from({ length: 20_000 }, (_, i) => `<p><b id=${i}>`).join('')

test('parses in a thread of its own, in the order asked for', async () => {
  const parser = start()
  const [text, page] = await Promise.all([
    parser.parse(task('Tram\r\nline')),
    parser.parse(task('<title>Tram</title><p>line', { name: 'a.html', format: 'html' })),
  ])
  expect(text.documents[0]).toMatchObject({
    title: 'Tram',
    text: 'Tram\nline',
    mediaType: 'text/plain',
    metadata: {},
  })
  expect(page.documents[0]).toMatchObject({ title: 'Tram', text: 'line', mediaType: 'text/html' })
})

test('hands on why a file cannot be read', async () => {
  const parser = start()
  await expect(parser.parse(task('\n \n'))).rejects.toMatchObject({
    name: 'Failure',
    code: 'unreadable',
    message: 'There is no text in this file.',
  })
  await expect(parser.parse(task('a', { encoding: 'morse' }))).rejects.toMatchObject({ code: 'bad-input' })
})

test('gives up a file that takes too long, and reads the next', async () => {
  const parser = start({ timeMs: 2000 })
  const slow = parser.parse(task(slowPage, { format: 'html' }))
  const next = parser.parse(task('Tram'))
  await expect(slow).rejects.toThrow('took longer than 2 seconds')
  expect((await next).documents[0]?.text).toBe('Tram')
}, 30_000)

test('gives up a file that takes too much memory, and reads the next', async () => {
  const parser = start({ memoryMb: 40 })
  const large = parser.parse(task('<p>a'.repeat(400_000), { format: 'html' }))
  const next = parser.parse(task('Tram'))
  await expect(large).rejects.toThrow('takes more memory than there is')
  expect((await next).documents[0]?.text).toBe('Tram')
}, 30_000)

test('stops at once when told to, also what has not begun', async () => {
  const parser = start()
  const controller = new AbortController()
  const running = parser.parse(task(slowPage, { format: 'html' }), controller.signal)
  const waiting = parser.parse(task('Tram'), controller.signal)
  const other = parser.parse(task('Bus'))
  setTimeout(() => controller.abort(), 50)
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
  expect((await other).documents[0]?.text).toBe('Bus')
})

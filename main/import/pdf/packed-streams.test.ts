import { deflateSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { makePdf } from '../testing/pdf-files.ts'
import { parsePdf } from './pdf.ts'

vi.setConfig({ testTimeout: 60_000 })

const once = deflateSync(Buffer.alloc(150_000_000, ' '))
const twice = deflateSync(once)

/** A PDF of one page with a stream that nothing leads to. */
function withStream(packed: Uint8Array, dictionary: string): Uint8Array {
  const pdf = makePdf({ pages: [[{ text: 'The tram pays.', x: 50, y: 100 }]] })
  const head = `\n99 0 obj\n<</Length ${packed.length} ${dictionary}>>stream\n`
  return Buffer.concat([pdf, Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
}

const read = (bytes: Uint8Array) => parsePdf(bytes, 'report.pdf', async () => null)

test.each([
  ['deflated once', once, '/Filter /FlateDecode'],
  ['deflated twice', twice, '/Filter [/FlateDecode /FlateDecode]'],
  ['under a name with numbers for letters', once, '/Filter /Fl#61teDecode'],
])('refuses a stream that swells, %s', async (_, packed, filter) => {
  await expect(read(withStream(packed, filter))).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('200 times its packed size'),
  })
})

test('passes over a large white picture, and over what is no deflated stream', async () => {
  const picture = '/Type /XObject /Subtype /Image /Filter /FlateDecode'
  expect((await read(withStream(once, picture))).text).toContain('The tram pays.')
  expect((await read(withStream(Buffer.alloc(200_000, 'x'), '/Filter /FlateDecode'))).text).toContain('tram')
})

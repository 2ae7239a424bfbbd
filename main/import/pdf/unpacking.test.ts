import { deflateSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { undecided } from '../../../preload/contract/file-reading.ts'
import { DocumentParser } from '../document-parser.ts'
import { parsePdf } from './pdf.ts'

vi.setConfig({ testTimeout: 60_000 })

const swollen = Buffer.alloc(150_000_000, ' ')
const once = deflateSync(swollen)
const words = deflateSync('BT /F0 10 Tf 1 0 0 1 50 100 Tm (The tram pays.) Tj ET')

const hex = (bytes: Uint8Array) => Buffer.from(`${Buffer.from(bytes).toString('hex')}>`)

/** A stored block, as deflating leaves what does not get smaller. */
function stored(text: string): Uint8Array {
  const block = Buffer.alloc(5)
  block.writeUInt16LE(text.length, 1)
  block.writeUInt16LE(~text.length & 0xffff, 3)
  return Buffer.concat([once.subarray(0, 2), block, Buffer.from(text), once.subarray(2)])
}

/** A byte and how often, as run lengths have it: 128 times a space. */
const runs = Buffer.alloc(2_400_000, Buffer.from([129, 0x20]))

interface Part {
  packed: Uint8Array
  dictionary?: string
}

/** A PDF of one page that shows these streams one after the other. */
function pdfOf(parts: readonly Part[], before = ''): Uint8Array {
  const contents = parts.map((_, at) => `${10 + at} 0 R`).join(' ')
  const objects = [
    '1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj',
    '2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj',
    `3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources <</Font <</F0 4 0 R>>>> /Contents [${contents}]>>\nendobj`,
    '4 0 obj\n<</Type /Font /Subtype /Type1 /BaseFont /Courier>>\nendobj',
    '5 0 obj\n/FlateDecode\nendobj',
  ]
  const streams = parts.flatMap(({ packed, dictionary = '/Filter /FlateDecode' }, at) => [
    Buffer.from(`${before}${10 + at} 0 obj\n<</Length ${packed.length} ${dictionary}>>stream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const trailer = Buffer.from('trailer\n<</Root 1 0 R /Size 20>>\n%%EOF\n')
  return Buffer.concat([Buffer.from(`%PDF-1.7\n${objects.join('\n')}\n`), ...streams, trailer])
}

const read = (bytes: Uint8Array) => parsePdf(bytes, 'report.pdf', async () => null)

test.each<[string, Part, string?]>([
  ['deflated once', { packed: once }],
  ['deflated twice', { packed: deflateSync(once), dictionary: '/Filter [/FlateDecode /FlateDecode]' }],
  ['under a name with numbers for letters', { packed: once, dictionary: '/Filter /Fl#61teDecode' }],
  ['under a filter that stands elsewhere', { packed: once, dictionary: '/Filter 5 0 R' }],
  ['that says it is a picture', { packed: once, dictionary: '/Subtype /Image /Filter /FlateDecode' }],
  ['deflated and in hex', { packed: hex(once), dictionary: '/Filter [/ASCIIHexDecode /FlateDecode]' }],
  ['with the end of a stream in its words', { packed: stored('\nendstream\nendobj\n') }],
  ['after a comment that is like a stream', { packed: once }, '% stream\n'],
  ['in run lengths', { packed: runs, dictionary: '/Filter /RunLengthDecode' }],
])('refuses a stream that swells, %s', async (_, part, before) => {
  for (const parts of [[part], [{ packed: words }, part]])
    await expect(read(pdfOf(parts, before))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('grows to more than 100 MB'),
    })
})

test('refuses streams of one page that swell together', async () => {
  const half = { packed: deflateSync(swollen.subarray(0, 60_000_000)) }
  await expect(read(pdfOf([half, half]))).rejects.toThrow('grows to more than 100 MB')
})

test('refuses it in the thread too, where the library is bundled', async () => {
  const parser = new DocumentParser()
  const bytes = pdfOf([{ packed: once }])
  const parsing = parser.parse({ ...undecided, bytes, name: 'report.pdf', format: 'pdf' })
  await expect(parsing).rejects.toThrow('grows to more than 100 MB')
  await parser.close()
})

test('reads what is packed as usual, also after a refusal', async () => {
  await expect(read(pdfOf([{ packed: once }]))).rejects.toThrow('grows to')
  expect((await read(pdfOf([{ packed: words }]))).text).toBe('The tram pays.')
  const twice = { packed: hex(words), dictionary: '/Filter [/ASCIIHexDecode /FlateDecode]' }
  expect((await read(pdfOf([twice]))).text).toBe('The tram pays.')
})

import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { undecided } from '../../../preload/contract/file-reading.ts'
import { parse } from '../parse.ts'
import { recognise } from '../recognise.ts'
import { articleParagraphs, newsPage } from '../testing/news-page.ts'

const crlf = (lines: string[]) => lines.join('\r\n')
const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) =>
      byte >= 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replace(/(.{70})(?!=)/g, '$1=\r\n')

/** As Chromium writes it. */
function archive(page: Uint8Array, { charset = 'utf-8', encoding = 'quoted-printable' } = {}) {
  return Buffer.from(
    crlf([
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://gazette.example/saved',
      'Subject: A page',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--abc----"',
      '',
      '',
      '------MultipartBoundary--abc----',
      `Content-Type: text/html; charset=${charset}`,
      'Content-ID: <frame-1@mhtml.blink>',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Location: https://gazette.example/saved',
      '',
      encoding === 'base64' ? Buffer.from(page).toString('base64') : quoted(page),
      '------MultipartBoundary--abc----',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------MultipartBoundary--abc------',
      '',
    ]),
    'latin1',
  )
}

async function read(bytes: Uint8Array, name = 'page.mhtml') {
  expect(recognise(bytes, name)).toBe('mhtml')
  const task = { ...undecided, bytes, name, format: 'mhtml' } as const
  const { documents, reading } = await parse(task, { characterMaps: async () => null })
  return { ...documents[0]!, reading }
}

test('reads the page of a web archive as the page itself, with its address', async () => {
  const bare = newsPage.replace(/<!-- saved.*-->/, '')
  const { text, metadata, reading, mediaType } = await read(archive(Buffer.from(bare)))
  expect(text).toContain(articleParagraphs[3])
  expect(text).not.toContain('Sport')
  expect(metadata).toMatchObject({ url: 'https://gazette.example/saved', author: 'Ada Example, Ben Example' })
  expect(reading).toMatchObject({ page: 'article', encoding: 'utf-8' })
  expect(mediaType).toBe('multipart/related')
})

test.each([
  ['quoted-printable', 'windows-1251', 'Трамвай = окупится.'],
  ['base64', 'koi8-r', 'Трамвай окупится.'],
  ['quoted-printable', 'shift_jis', '電車は採算が取れる。'],
])('decodes %s in %s', async (encoding, charset, words) => {
  const { text, reading } = await read(archive(iconv.encode(`<p>${words}`, charset), { charset, encoding }))
  expect(text).toBe(words)
  expect(reading).toMatchObject({ encoding: charset, isEncodingGuessed: false, page: null })
})

test('finds the page in a message inside a message, and the one that is named', async () => {
  const inner = crlf([
    'Content-Type: multipart/alternative; boundary=in',
    '',
    '--in',
    'Content-Type: text/plain',
    '',
    'plain',
    '--in',
    'Content-Type: text/html',
    '',
    '<p>not --in a mark',
    '--in--',
  ])
  const outer = (start: string) =>
    Buffer.from(
      crlf([
        'MIME-Version: 1.0',
        `Content-Type: multipart/related; boundary="out"${start}`,
        '',
        '--out',
        inner,
        '--out',
        'Content-Type: text/html',
        'Content-ID: <second>',
        '',
        '<p>second',
        '--out--',
      ]),
    )
  expect((await read(outer(''))).text).toBe('not --in a mark')
  expect((await read(outer('; start="<second>"'))).text).toBe('second')
})

test('reads what was cut off, and refuses what holds no page', async () => {
  const whole = archive(Buffer.from(`<p>${'It pays. '.repeat(300)}</p>`))
  const { text } = await read(whole.subarray(0, 1200))
  expect(text).toMatch(/^It pays\. It pays/)
  for (const bytes of [
    archive(Buffer.from('<p>x')).toString('latin1').replace('text/html; charset', 'text/css; charset'),
    'MIME-Version: 1.0\nContent-Type: multipart/related\n\nnothing',
  ]) {
    await expect(read(Buffer.from(bytes, 'latin1'))).rejects.toThrow('There is no page in this web archive')
  }
})

import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { epubOf, zipOf } from '../testing/office-files.ts'
import { parseEpub } from './epub.ts'

test('reads the chapters in their order, each a section, with what the book says of itself', async () => {
  const book = epubOf({
    chapters: [
      '<h1><a id="one"/>Trams</h1><p>They <em>pay</em>.</p>',
      '',
      '<p>They do not.<img src="x.png"/></p>',
    ],
    metadata:
      '<dc:title>On trams</dc:title><dc:creator>Ada</dc:creator><dc:creator>Ben</dc:creator><dc:date>2021-05</dc:date><dc:language>en-GB</dc:language><dc:publisher>Council Press</dc:publisher>',
  })
  const document = await parseEpub(book, 'a.epub')
  expect(checkStructure(document)).toEqual([])
  expect(document).toMatchObject({
    title: 'On trams',
    text: 'Trams\nThey pay.\nThey do not.',
    blocks: [{ kind: 'heading', level: 1 }, { kind: 'paragraph' }, { kind: 'paragraph' }],
    marks: [{ kind: 'em', start: 11, end: 14 }],
    breaks: [{ kind: 'section', at: 16 }],
    metadata: { author: 'Ada, Ben', date: '2021-05', language: 'en-GB', outlet: 'Council Press' },
    notes: ['Left out: 1 table of contents, 3 scripts, 1 picture.'],
  })
})

test('refuses a book without its list of chapters, and one that is locked', async () => {
  await expect(parseEpub(zipOf({ mimetype: 'application/epub+zip' }), 'a.epub')).rejects.toThrow(
    'the list of its chapters is missing',
  )
  const encryption =
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OPS/text/ch%200.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>'
  const locked = epubOf({ chapters: ['<p>x</p>'], files: { 'META-INF/encryption.xml': encryption } })
  await expect(parseEpub(locked, 'a.epub')).rejects.toThrow('locked by the shop')
})

test('reads each part once, and tells of those that the list names and the file lacks', async () => {
  const item = (id: string, file: string) =>
    `<item id="${id}" href="${file}" media-type="application/xhtml+xml"/>`
  const { text, notes } = await parseEpub(
    epubOf({
      chapters: [],
      files: {
        'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>${item('__proto__', 'a.xhtml')}${item('away', '../../../etc/passwd')}</manifest><spine>${'<itemref idref="__proto__"/>'.repeat(3)}<itemref idref="away"/><itemref idref="toString"/></spine></package>`,
        'OPS/a.xhtml': '<html><body><p>Trams pay.</p></body></html>',
      },
    }),
    'a.epub',
  )
  expect(text).toBe('Trams pay.')
  expect(notes).toEqual(['Left out: 2 chapters that are missing in the file.'])
})

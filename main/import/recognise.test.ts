import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { recognise, refuseOther } from './recognise.ts'

const page = '<!-- saved -->\n<!DOCTYPE html>\n<p>Tram'

test.each([
  ['a.txt', 'Tram', 'txt'],
  ['a.md', '# Tram', 'md'],
  ['a.html', '<p>Tram', 'html'],
  ['a', 'Tram', 'txt'],
  ['a.log', 'Tram', 'txt'],
  ['a.txt', page, 'html'],
  ['a.txt', '\ufeff<html lang=en>', 'html'],
  ['a.md', '<div>Tram</div>\n\n# Tram', 'md'],
  ['a.html', 'Only words here, a < b and b > c.', 'txt'],
  ['a.xhtml', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
  ['a.txt', '{"type":"project","format":"rejoinder-jsonl","version":1}\n', 'rejoinder-jsonl'],
  ['a.docx', 'PK\x03\x04\x14\0[Content_Types].xml', 'docx'],
  ['a.zip', 'PK\x03\x04\x14\0word/document.xml', 'docx'],
  ['a.zip', 'PK\x03\x04\x14\0mimetypeapplication/epub+zip', 'epub'],
  ['a.docx', 'PK\x03\x04\x14\0xl/workbook.xml', 'xlsx-texts'],
  ['a.zip', 'PK\x03\x04\x14\0xl/worksheets/sheet1.xml', 'xlsx-texts'],
  ['a.xlsx', 'PK\x03\x04\x14\0docProps/app.xml', 'xlsx-texts'],
  ['a.odt', 'PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  [
    'a.xml',
    '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">',
    'odt',
  ],
  ['a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">', 'tei-text'],
  ['a', '<TEI xmlns="http://www.tei-c.org/ns/1.0">', 'tei-text'],
  ['a.xml', '<?xml version="1.0"?>\n<!DOCTYPE TEI.2 [\n<!ENTITY a "its root comes much later">', 'tei-text'],
  ['a', '<!DOCTYPE TEI[<!ENTITY a "b">', 'tei-text'],
  ['a.txt', '{\\rtf1 Tram}', 'rtf'],
  ['a', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n', 'mhtml'],
  ['a.mht', 'Content-Type: text/html\n\n<p>Tram', 'mhtml'],
  ['a.jsonl', '\ufeff{"type":"project", "format": "rejoinder-jsonl"}\r\n', 'rejoinder-jsonl'],
])('takes %s with %j for %s', (name, content, format) => {
  expect(recognise(Buffer.from(content), name)).toBe(format)
})

test('sees through UTF-16, with a mark and without', () => {
  expect(recognise(iconv.encode(page, 'utf-16le', { addBOM: true }), 'a.txt')).toBe('html')
  expect(recognise(iconv.encode(page, 'utf-16be'), 'a.txt')).toBe('html')
  expect(recognise(iconv.encode('Трамвай идёт. Все едут.', 'utf-16le'), 'a.txt')).toBe('txt')
  expect(recognise(iconv.encode(`${page}${' pays'.repeat(20)} 𐐀`, 'utf-16be'), 'a.html')).toBe('html')
})

test.each([
  ['a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'This is an old Word document'],
  ['a.docx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'This is a document protected with a password'],
  ['a.xlsx', 'PK\x03\x04\x14\0xl/workbook.bin', 'This is a binary workbook of Excel'],
  [
    'a.zip',
    'PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    'OpenDocument spreadsheet',
  ],
  ['a.zip', 'PK\x03\x04\x14\0a.txt', 'This is a zip archive inside another one'],
  [
    'a.tsv',
    '#id=1\n#text=It pays .\n1\tIt\t_\tPRP\tO\n',
    'This is a table of WebAnno as it was before version 3',
  ],
  ['a.tsv', ' # ner.NamedEntity | value\r\n#id=1\r\n#text=It pays .\r\n1-1\tIt\tO\r\n', 'TSV 1 or 2'],
  ['a.txt', 'SQLite format 3\0', 'This is a project or another SQLite database'],
  ['a.jpg', '\xff\xd8\xff\xe0', 'This is a picture'],
  ['a.mp4', '\0\0\0\x18ftypmp42', 'This is a sound or video file'],
  [
    'a.txt',
    '#begin document (a); part 000\n',
    'This is a file of rows with a word each and its analysis (CoNLL)',
  ],
  [
    'a.conllup',
    '# global.columns = ID FORM\n',
    'This is a file of rows with a word each and its analysis (CoNLL)',
  ],
  ['a.conllu', '1 Trams\n2 pay\n', 'This is not CoNLL-U, though it is called so'],
  ['b.qdc', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', 'This is a codebook'],
  ['a.qdc', '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0">', 'This is a codebook'],
  ['a.txt', '<?xml version="1.0"?><stock>', 'This is an XML file that is not TEI, which cannot be imported'],
  ['a.json', '[]', 'This is a data file of another program'],
  ['a.dat', '\x01\x02\x03\x04Tram\x05\x06', 'This is not a text'],
])('refuses %s by what it is', (name, content, sentence) => {
  expect(() => recognise(Buffer.from(content, 'latin1'), name)).toThrow(sentence)
})

test('believes whoever chooses an encoding that it is a text', () => {
  const old = iconv.encode('<p>𐤀𐤁𐤂 𐤃𐤄𐤅', 'utf-16be')
  expect(() => recognise(old, 'a.html')).toThrow('This is not a text')
  expect(recognise(old, 'a.html', 'utf-16be')).toBe('html')
  expect(() => refuseOther('txt', old, 'a.txt')).toThrow('This is not a text')
  expect(() => refuseOther('txt', old, 'a.txt', 'utf-16be')).not.toThrow()
  expect(() => recognise(Buffer.from('\x89PNG', 'latin1'), 'a.png', 'utf-16be')).toThrow('a picture')
})

test('lets a text with a stray control character pass', () => {
  expect(recognise(Buffer.from(`${'Tram line. '.repeat(10)}\0`), 'a.txt')).toBe('txt')
})

test.each(['utf-32le', 'utf-32be'])(
  'knows a page in %s without a mark, though letters as 𐀀 have NULs of their own',
  (encoding) => {
    const bytes = iconv.encode(`${page} ${'𐀀'.repeat(4)}${' rides'.repeat(30)}`, encoding, { addBOM: false })
    expect(recognise(bytes, 'page.html')).toBe('html')
  },
)

test.each([
  ['a.xml', '<?xml version="1.0"?>\n<!-- x --><GateDocument version="3">', 'This is a document of GATE'],
  ['a.xml', '<?xml version="1.0"?><rss>', 'a news feed'],
  ['a.fb2', '<?xml version="1.0"?><FictionBook xmlns="x">', 'convert it to EPUB first'],
  ['a.ttml', '<?xml version="1.0"?><tt:tt xmlns:tt="x">', 'save them as SRT or WebVTT first'],
  ['a.xml', '<?xml version="1.0"?><!DOCTYPE article PUBLIC "a" "b"><article>', 'an article in XML (JATS)'],
  [
    'a.xml',
    '<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>Tram</title>',
    'This is a document in DocBook',
  ],
  [
    'a.xml',
    '<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "docbookx.dtd"><article>',
    'convert it to a web page or to Word first',
  ],
  [
    'a.xml',
    '<?xml version="1.0"?><article><section><title>Tram</title><para>It pays.</para></section></article>',
    'This is a document in DocBook',
  ],
  [
    'a.xml',
    '<?xml version="1.0"?><article article-type="research"><front/><body><sec><p>It pays.</p></sec></body></article>',
    'an article in XML (JATS)',
  ],
  ['a.xml', '<?xml version="1.0"?>\n<ClaimTask>\n<TEXT><![CDATA[It pays.]]></TEXT>', 'annotations of MAE'],
  [
    'a.xml',
    '<?xml version="1.0"?><transcript><text start="0" dur="1.5">It pays</text></transcript>',
    'captions as YouTube',
  ],
  ['a.exs', '<?xml version="1.0"?><segmented-transcription Id="a">', 'ELAN, EXMARaLDA'],
  ['a.smi', '<SAMI>\n<BODY><SYNC Start=0><P>It pays.', 'captions in SAMI'],
  ['a.ass', '[Script Info]\nTitle: Tram\n', 'save them as SRT or WebVTT first'],
  ['a.sub', '{10}{20}It pays.\n{20}{30}It does.\n', 'captions in MicroDVD'],
  ['a.TextGrid', 'File type = "ooTextFile"\nObject class = "TextGrid"\n', 'a file of Praat'],
  [
    'a.otr',
    '{"text":"<p><span class=\\"timestamp\\">00:02</span>It pays.</p>","media":"a.mp3","media-time":1}',
    'a transcript of oTranscribe',
  ],
  [
    'a.json',
    '{"text": "It pays.", "segments": [{"id": 0, "start": 0.0, "end": 1.5, "text": "It pays."}]}',
    'save it there as subtitles',
  ],
  ['a.json', '{"results": {"transcripts": [{"transcript": "It pays."}]}}', 'a transcript as data (JSON)'],
  ['a.ipynb', '{"cells": [{"a": 1}]}', 'This is a data file of another program'],
  ['a.bdocjs', '[{"text": "It pays."}]', 'This is a data file of another program'],
  [
    'a.eml',
    'Subject: Tram\nContent-Transfer-Encoding: quoted-printable\n\nIt pays =E2=80=93',
    'whose words are encoded',
  ],
])('says of %s, which begins with %j, what it is', (name, start, words) => {
  expect(() => recognise(Buffer.from(start), name)).toThrow(words)
})

test.each([
  ['a.txt', '{"text": "It pays."}'],
  ['a', '[Tram]: it pays.'],
  ['a.eml', 'Subject: Tram\nContent-Transfer-Encoding: 8bit\n\nIt pays.'],
  ['a.txt', 'From: Ada\nSubject: Tram\n\nContent-Transfer-Encoding: base64 is a way to write letters.'],
])('takes %s, which begins with %j, for a text', (name, start) => {
  expect(recognise(Buffer.from(start), name)).toBe('txt')
})

test.each([
  ['a line under a time', `0:00\n${'a'.repeat(3000)}\n0:01\n${'b'.repeat(3000)}`, 'txt'],
  ['comments that never end', `<?xml version="1.0"?>${'<!--'.repeat(50_000)}`, 'xml'],
])('looks at %s once', (_, text, ending) => {
  const began = performance.now()
  try {
    recognise(Buffer.from(text), `x.${ending}`)
  } catch (error) {
    expect(error).toMatchObject({ code: 'unreadable' })
  }
  expect(performance.now() - began).toBeLessThan(2000)
})

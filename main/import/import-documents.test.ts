import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { link, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { DocumentParser } from './document-parser.ts'
import { type ImportChoice, type ImportTarget, importDocuments } from './import-documents.ts'
import type { NewSource } from './insertion-batch.ts'
import type { ParseTask } from './parse.ts'
import { docxOf, zipOf } from './testing/office-files.ts'

const parser = new DocumentParser()
afterAll(() => parser.close())

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'rejoinder-import-'))
})
afterEach(() => rm(place, { recursive: true }))

/** A project as far as an import sees it. */
function memoryTarget(openFiles: string[] = []) {
  const inserted: NewSource[] = []
  const exchangeFiles: string[] = []
  const target: ImportTarget = {
    openFiles,
    documentsFrom: (sha256) =>
      inserted.flatMap(({ source }, i) => (source.sha256 === sha256 ? [(i + 1) as DocumentId] : [])),
    insertDocuments: (documents) => documents.map((each) => inserted.push(each) as DocumentId),
    async insertExchangeFile(path) {
      exchangeFiles.push(path)
      return { documentIds: [7 as DocumentId], notes: ['It brings 3 annotations.'] }
    },
    end: () => {},
  }
  return { target, inserted, exchangeFiles }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(place, name), content)
  return join(place, name)
}

const choose = (paths: string[], rest: Partial<ImportChoice> = {}): ImportChoice => ({
  paths,
  format: null,
  encoding: null,
  again: false,
  ...rest,
})

test('imports each file as what it is, with its bytes and their hash', async () => {
  const { target, inserted } = memoryTarget()
  const bytes = Buffer.from('Tram\r\nline')
  const paths = [
    await file('a.txt', bytes),
    await file('b.md', '# Bus'),
    await file('c.txt', '<!doctype html><p>Rail'),
  ]
  const report = await importDocuments(choose(paths), target, parser)
  expect(report.files).toMatchObject([
    { name: 'a.txt', path: paths[0], outcome: 'imported', documentIds: [1], problem: '' },
    { name: 'b.md', outcome: 'imported', documentIds: [2] },
    { name: 'c.txt', outcome: 'imported', documentIds: [3] },
  ])
  expect(report.files[0]?.notes).toEqual(['Has Windows line ends (CR LF); here every line ends with LF.'])
  expect(inserted.map(({ document }) => document.mediaType)).toEqual([
    'text/plain',
    'text/markdown',
    'text/html',
  ])
  expect(inserted[0]?.source).toEqual({
    name: 'a.txt',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
})

test('tells why a file fails, and goes on with the others', async () => {
  const { target, inserted } = memoryTarget()
  const paths = [
    await file('a.pdf', '%PDF-1.4'),
    join(place, 'gone.txt'),
    await file('empty.txt', ''),
    await file('b.txt', 'Tram'),
  ]
  const report = await importDocuments(choose(paths), target, parser)
  expect(report.files.map(({ outcome, problem }) => [outcome, problem])).toEqual([
    ['failed', expect.stringMatching(/^This PDF is damaged:/)],
    ['failed', 'There is no such file: see whether it was moved or renamed.'],
    ['failed', 'There is no text in this file.'],
    ['imported', ''],
  ])
  expect(inserted).toHaveLength(1)
})

test('recognises a file that is there already, unless it is wanted once more', async () => {
  const { target, inserted } = memoryTarget()
  const paths = [await file('a.txt', 'Tram'), await file('copy.txt', 'Tram')]
  const report = await importDocuments(choose(paths), target, parser)
  expect(report.files).toMatchObject([
    { outcome: 'imported', documentIds: [1] },
    { outcome: 'already-there', documentIds: [1] },
  ])
  await importDocuments(choose(paths, { again: true }), target, parser)
  expect(inserted).toHaveLength(3)
})

test('a file whose document goes between its reading and its turn comes in', async () => {
  const { target, inserted } = memoryTarget()
  const answers = [[9 as DocumentId], []]
  const path = await file('a.txt', 'Tram')
  const report = await importDocuments(
    choose([path]),
    { ...target, documentsFrom: () => answers.shift() ?? [] },
    parser,
  )
  expect(report.files).toMatchObject([{ outcome: 'imported', documentIds: [1] }])
  expect(inserted).toHaveLength(1)
})

test('a file comes in where the project’s own place does not answer', async () => {
  const { target } = memoryTarget([`/${'x'.repeat(5000)}`])
  const report = await importDocuments(choose([await file('a.txt', 'Tram')]), target, parser)
  expect(report.files).toMatchObject([{ outcome: 'imported', problem: '' }])
})

test('hands an exchange file on as it is', async () => {
  const { target, exchangeFiles } = memoryTarget()
  const path = await file('a.jsonl', '{"type":"project","format":"rejoinder-jsonl","version":1}\n')
  const { files } = await importDocuments(choose([path]), target, parser)
  expect(files).toMatchObject([
    { outcome: 'imported', documentIds: [7], notes: ['It brings 3 annotations.'] },
  ])
  expect(exchangeFiles).toEqual([path])
})

test('follows the format and the encoding a person has chosen', async () => {
  const { target, inserted } = memoryTarget()
  const path = await file('a.html', Buffer.from('<p>caf\xe9', 'latin1'))
  await importDocuments(choose([path], { format: 'txt', encoding: 'latin1' }), target, parser)
  expect(inserted[0]?.document.text).toBe('<p>café')
  await expect(importDocuments(choose([path], { format: 'morse' }), target, parser)).rejects.toMatchObject({
    code: 'bad-input',
  })
})

test('never opens the project itself, under any of its names', async () => {
  const project = await file('tram.rejoinder', 'SQLite format 3\0')
  await link(project, join(place, 'other name.txt'))
  const { target } = memoryTarget([project, `${project}-journal`])
  const { files } = await importDocuments(choose([project, join(place, 'other name.txt')]), target, parser)
  expect(files.map(({ problem }) => problem)).toEqual(
    Array(2).fill('This is the open project itself, not a text.'),
  )
})

test.skipIf(process.platform === 'win32')(
  'refuses what is no file or too large, without reading it',
  async () => {
    const { target } = memoryTarget()
    const large = await file('large.txt', 'Tram '.repeat(20_000))
    await truncate(large, 201 * 1024 * 1024)
    const pipe = join(place, 'pipe.txt')
    execFileSync('mkfifo', [pipe])
    const { files } = await importDocuments(choose([large, pipe]), target, parser)
    expect(files.map(({ problem }) => problem)).toEqual([
      'This file is larger than 200 MB: split it into several files.',
      'This is not a file.',
    ])
  },
)

test('says of every document that did not arrive why', async () => {
  const { target } = memoryTarget()
  const full: ImportTarget = {
    ...target,
    insertDocuments() {
      throw new Failure('disk', 'The disk is full.')
    },
  }
  const paths = [await file('a.txt', 'Tram'), await file('b.txt', 'Bus')]
  const { files } = await importDocuments(choose(paths), full, parser)
  expect(files).toMatchObject(
    Array(2).fill({ outcome: 'failed', documentIds: [], problem: 'The disk is full.' }),
  )
})

test('stops when told to, and keeps what came in', async () => {
  const { target, inserted } = memoryTarget()
  for (let i = 1; i <= 5; i++) await file(`${i}.txt`, `Tram ${i}`)
  const controller = new AbortController()
  const told: string[] = []
  const report = await importDocuments(choose([place]), target, parser, {
    signal: controller.signal,
    progress(done, of, doing) {
      told.push(`${done} of ${of} ${doing.split('/').at(-1)}`)
      if (done === 2) controller.abort()
    },
  })
  expect(report.cancelled).toBe(true)
  expect(report.files).toHaveLength(2)
  expect(inserted.map(({ document }) => document.text)).toEqual(['Tram 1', 'Tram 2'])
  expect(told).toEqual(['0 of 5 1.txt', '1 of 5 2.txt', '2 of 5 3.txt', '2 of 5 '])
})

test('brings in nothing after a stop, whatever was read ahead', async () => {
  class Unstoppable extends DocumentParser {
    override parse(task: ParseTask) {
      return super.parse(task, undefined)
    }
  }
  const { target, inserted } = memoryTarget()
  for (let i = 1; i <= 3; i++) await file(`${i}.txt`, `Tram ${i}`)
  const controller = new AbortController()
  const unstoppable = new Unstoppable()
  await importDocuments(choose([place]), target, unstoppable, {
    signal: controller.signal,
    progress(done) {
      if (done === 1) controller.abort()
    },
  })
  await unstoppable.close()
  expect(inserted.map(({ document }) => document.text)).toEqual(['Tram 1'])
})

test('tells under the folder’s name what it passed over', async () => {
  const { target } = memoryTarget()
  await file('a.txt', 'Tram')
  await file('b.png', 'x')
  const { files } = await importDocuments(choose([place]), target, parser)
  expect(files[1]).toMatchObject({ path: place, outcome: 'imported', documentIds: [] })
  expect(files[1]?.notes).toEqual([
    '1 file in this folder was passed over, since the endings (.png) are those of no text: b.png.',
  ])
})

test('tells in which folder what it passed over lies', async () => {
  const { target } = memoryTarget()
  await file('a.txt', 'Tram')
  await mkdir(join(place, 'scans.old', 'one'), { recursive: true })
  await file('scans.old/b', 'Tram two')
  await file('scans.old/p.png', 'x')
  await file('scans.old/one/p.png', 'x')
  const { files } = await importDocuments(choose([place]), target, parser)
  expect(files.at(-1)?.notes).toEqual([
    '2 files in this folder were passed over, since the endings (.png) are those of no text: scans.old/p.png, scans.old/one/p.png.',
  ])
})

test('passes over XML that is no text, and says nothing of projects that are offered as annotations', async () => {
  const { target } = memoryTarget()
  await file('a.txt', 'Tram')
  await file('settings.xml', '<?xml version="1.0"?><settings/>')
  await file('study.qdpx', 'PK')
  const { files } = await importDocuments(choose([place]), target, parser)
  expect(files).toMatchObject([
    { name: expect.stringContaining('a.txt'), outcome: 'imported' },
    { path: place, outcome: 'imported' },
  ])
  expect(files[1]?.notes).toEqual([
    '1 file in this folder was passed over, since the endings (.xml that is not TEI) are those of no text: settings.xml.',
  ])
})

test('opens a zip as if it were a folder', async () => {
  const { target, inserted } = memoryTarget()
  const inner = zipOf({ 'x.txt': 'Tram' })
  const zip = zipOf({
    'texts/10.txt': 'Tram ten',
    'texts/9.md': '# Nine',
    'texts/word.docx': docxOf({ body: '<w:p><w:r><w:t>Rail</w:t></w:r></w:p>' }),
    'texts/inner.zip': inner,
    'texts/tool.exe': 'MZ',
    '__MACOSX/texts/._9.md': 'x',
    'page.html': '<!doctype html><p>Bus',
    'page_files/script.txt': 'x',
  })
  const path = await file('all.zip', zip)
  const report = await importDocuments(choose([path]), target, parser)
  expect(report.files.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['all.zip/page.html', 'imported'],
    ['all.zip/texts/9.md', 'imported'],
    ['all.zip/texts/10.txt', 'imported'],
    ['all.zip/texts/inner.zip', 'failed'],
    ['all.zip/texts/word.docx', 'imported'],
    ['all.zip', 'imported'],
  ])
  expect(report.files[3]?.problem).toContain('a zip archive inside another one')
  expect(report.files[5]?.notes).toEqual([expect.stringContaining('1 file in this folder was passed over')])
  expect(inserted.map(({ source }) => source.name)).toEqual(['page.html', '9.md', '10.txt', 'word.docx'])
  expect(inserted[2]?.source.bytes).toEqual(Buffer.from('Tram ten'))

  // Its place is good for one more time.
  const again = await importDocuments(choose([report.files[2]!.path], { again: true }), target, parser)
  expect(again.files).toMatchObject([{ name: '10.txt', outcome: 'imported' }])
})

test('says of a zip that cannot be read what is wrong with it, and opens a document in disguise', async () => {
  const { target, inserted } = memoryTarget()
  const paths = [
    await file('cut.zip', zipOf({ 'a.txt': 'Tram' }).subarray(0, 40)),
    await file('none.zip', zipOf({})),
    await file('disguised.zip', docxOf({ body: '<w:p><w:r><w:t>Rail</w:t></w:r></w:p>' })),
    await file('texts', zipOf({ 'a.txt': 'Tram' })),
  ]
  const { files } = await importDocuments(choose(paths), target, parser)
  expect(files.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'imported', 'failed'])
  expect(files[0]?.problem).toContain('damaged or cut off')
  expect(files[1]?.problem).toBe('This zip is empty.')
  expect(files[3]?.problem).toContain('a zip archive inside another one or under another name')
  expect(inserted[0]?.document.text).toBe('Rail')
})

test('takes what is harmless out of a hostile zip, and says of the rest what it is', async () => {
  const { target, inserted } = memoryTarget()
  const mixed = Buffer.from(
    zipOf({ 'a.txt': 'Tram', 'bomb.txt': new Uint8Array(30_000_000).fill(0x61), 'x.txt': 'secret' }),
  )
  markAsEncrypted(mixed, 'x.txt')
  const leading = Buffer.from(zipOf({ 'a.txt': 'Tram', 'nn/nn/b.txt': 'x' }))
  const paths = [
    await file('mixed.zip', mixed),
    await file('escape.zip', Buffer.from(leading.toString('latin1').replaceAll('nn/nn', '../..'), 'latin1')),
    await file('after.txt', 'Bus'),
  ]
  const { files } = await importDocuments(choose(paths), target, parser)
  expect(files.map(({ name, outcome, problem }) => [name, outcome, problem])).toEqual([
    ['mixed.zip/a.txt', 'imported', ''],
    ['mixed.zip/bomb.txt', 'failed', expect.stringContaining('unpacks to more than 200 times its size')],
    ['mixed.zip/x.txt', 'failed', expect.stringContaining('is protected with a password: unpack the zip')],
    ['escape.zip', 'failed', expect.stringContaining('leads out of the zip (../../b.txt)')],
    ['after.txt', 'imported', ''],
  ])
  expect(inserted.map(({ document }) => document.text)).toEqual(['Tram', 'Bus'])
})

test('brings in a zip of thousands, and refuses one of too many', async () => {
  const { target, inserted } = memoryTarget()
  const many = (count: number) =>
    zipSync(
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, Buffer.from(`Tram ${at}`)])),
      { level: 0 },
    )
  const { files } = await importDocuments(
    choose([await file('many.zip', many(2000)), await file('more.zip', many(20_001))]),
    target,
    parser,
  )
  expect(files).toHaveLength(2001)
  expect(inserted.map(({ document }) => document.text).at(-1)).toBe('Tram 1999')
  expect(files.at(-1)?.problem).toContain('holds 20,001 files, and no more than 20,000 can be read')
})

/** Sets the bit that says so in both headers of an entry. */
function markAsEncrypted(zip: Buffer, name: string): void {
  for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1)) {
    if (zip.readUInt32LE(at - 30) === 0x04034b50) zip.writeUInt16LE(zip.readUInt16LE(at - 24) | 1, at - 24)
    else if (zip.readUInt32LE(at - 46) === 0x02014b50)
      zip.writeUInt16LE(zip.readUInt16LE(at - 38) | 1, at - 38)
  }
}

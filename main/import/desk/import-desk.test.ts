import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { undecided } from '../../../preload/contract/file-reading.ts'
import type { DeskFile } from '../../../preload/contract/import-desk.ts'
import { openSession } from '../../open-session.ts'
import type { Session } from '../../session.ts'

let folder: string
let session: Session
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-desk-'))
  const who = { uid: null, name: 'Ada' }
  session = openSession({ path: join(folder, 'p.rejoinder'), make: 'Tram', who })
})
afterEach(async () => {
  await session.close()
  rmSync(folder, { recursive: true })
})

const prose =
  'The city council says that the tram line will pay for itself, and that it has been planned for years by the people who know the town.'
const russian =
  'Городской совет считает, что трамвай окупится за десять лет, а жители с этим не согласны и говорят, что это не так.'

function write(files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
}

async function layOut(...paths: string[]) {
  const { importDesk } = session.handlers
  const opened = await importDesk.open({ paths })
  const files: DeskFile[] = []
  for (let left = 1; left > 0; ) {
    const looked = await importDesk.look({ desk: opened.desk })
    files.push(...looked.files)
    left = looked.left
  }
  return { ...opened, files }
}

const bring = (desk: string, files: DeskFile[]) =>
  session.handlers.importDesk.bring({
    desk,
    task: 'bring',
    files: files.map(({ id, title, metadata }) => ({ id, title, metadata })),
  })

test('tells what each file says of itself, and marks what is guessed', async () => {
  const paths = write({
    '2021-05-05 statement.txt': prose,
    'page.html': `<html lang=de><title>Bahn</title><meta name=author content=Ada><p>Sie lohnt sich.`,
    'совет.txt': iconv.encode(russian, 'windows-1251'),
    'empty.txt': ' \n',
  })
  const { files } = await layOut(...paths)
  expect(files[0]).toMatchObject({
    state: 'read',
    format: 'txt',
    metadata: { date: '2021-05-05', language: 'en' },
    guessed: ['date', 'language'],
    reading: { encoding: 'utf-8', isEncodingGuessed: false },
  })
  expect(files[1]).toMatchObject({ title: 'Bahn', metadata: { author: 'Ada', language: 'de' }, guessed: [] })
  expect(files[2]).toMatchObject({
    metadata: { language: 'ru' },
    guessed: ['encoding', 'language'],
    reading: { encoding: 'windows-1251' },
  })
  expect(files[3]).toMatchObject({ state: 'failed', problem: 'There is no text in this file.' })
})

test('reads letters that look like a program when their encoding is chosen', async () => {
  const old = '𐤀𐤁𐤂 𐤃𐤄𐤅'
  const paths = write({
    'old.txt': iconv.encode(old, 'utf-16be', { addBOM: false }),
    'old.html': iconv.encode(`<p>${old}`, 'utf-32le', { addBOM: false }),
    'picture.png': Buffer.from('\x89PNG\0\x01\x02', 'latin1'),
    'scan.pdf': '%PDF-1.7',
  })
  const { desk, files } = await layOut(...paths)
  expect(files.map(({ state }) => state)).toEqual(Array(4).fill('failed'))
  // Only what may be letters has a format, and so a choice of its encoding.
  expect(files.map(({ format }) => format)).toEqual(['txt', 'html', '', ''])
  const { importDesk } = session.handlers
  const choose = (id: number, encoding: string | null) =>
    importDesk.choose({ desk, id, choices: { ...undecided, encoding } })
  for (const [id, encoding] of ['utf-16be', 'utf-32le'].entries()) {
    expect(await choose(id, encoding)).toMatchObject({ state: 'read', problem: '', reading: { encoding } })
    expect(await importDesk.beginning({ desk, id })).toEqual({ text: old })
  }
  expect(await choose(1, null)).toMatchObject({ state: 'failed', format: 'html' })
})

test('reads a file anew in another encoding, and shows how it begins', async () => {
  const [path] = write({ 'council.txt': iconv.encode(russian, 'koi8-r') })
  const { desk } = await layOut(path!)
  const { importDesk } = session.handlers
  const wrong = await importDesk.choose({ desk, id: 0, choices: { ...undecided, encoding: 'windows-1251' } })
  expect(wrong).toMatchObject({ guessed: [], reading: { encoding: 'windows-1251' } })
  expect((await importDesk.beginning({ desk, id: 0 })).text).not.toContain('Городской')

  await importDesk.choose({ desk, id: 0, choices: { ...undecided, encoding: 'koi8-r' } })
  expect(await importDesk.beginning({ desk, id: 0 })).toEqual({ text: russian })
})

test('knows a text again by its bytes and by its words, in the project and beside', async () => {
  const first = await layOut(...write({ 'council.txt': `${prose}\n` }))
  await bring(first.desk, first.files)

  const { files } = await layOut(
    ...write({
      'same.txt': `${prose}\n`,
      'reset.txt': `“${prose.replaceAll(' ', '  ')}”`,
      'other.txt': 'Something else entirely.',
      'other-again.txt': 'Something else, entirely!',
      'other-copy.txt': 'Something else entirely.',
    }),
  )
  expect(files.map(({ same }) => same && [same.by, same.where, same.name])).toEqual([
    ['file', 'project', 'council'],
    ['text', 'project', 'council'],
    null,
    ['text', 'chosen', 'other.txt'],
    ['file', 'chosen', 'other.txt'],
  ])
})

test('brings in what was chosen with what was corrected, as one step', async () => {
  const { desk, files } = await layOut(...write({ 'a.txt': prose, 'b.txt': russian, 'c.txt': 'Left out.' }))
  const [a, b] = files as [DeskFile, DeskFile]
  const corrected = [
    { ...b, title: 'Совет', metadata: { date: '2022', outlet: '' } },
    { ...a, title: 'Council' },
  ]
  const report = await bring(desk, corrected)
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])

  const { document, history } = session.handlers
  const documents = await document.list()
  expect(documents.map(({ title, metadata }) => [title, metadata])).toEqual([
    ['Совет', { date: '2022' }],
    ['Council', { language: 'en' }],
  ])
  await history.undo()
  expect(await document.list()).toEqual([])
})

test('does not bring in a file that changed after it was looked at', async () => {
  const [path] = write({ 'a.txt': prose })
  const { desk, files } = await layOut(path!)
  writeFileSync(path!, 'Now this.')
  const { files: told } = await bring(desk, files)
  expect(told[0]).toMatchObject({ outcome: 'failed', problem: expect.stringContaining('changed since') })
})

test('looks through folders, and says what it passed over', async () => {
  mkdirSync(join(folder, 'texts'))
  write({ 'texts/a.txt': prose, 'texts/b.exe': 'MZ' })
  const { files, passedOver } = await layOut(join(folder, 'texts'))
  expect(files.map(({ name }) => name)).toEqual(['texts/a.txt'])
  expect(passedOver[0]).toMatch(/^texts: 1 file in this folder was passed over/)
})

test('forgets what lay there when other files are laid out', async () => {
  const { desk } = await layOut(...write({ 'a.txt': prose }))
  await layOut(...write({ 'b.txt': russian }))
  await expect(async () => session.handlers.importDesk.look({ desk })).rejects.toMatchObject({
    code: 'not-found',
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { createProject } from '../../../db/create-project.ts'
import { dump } from '../../../db/testing/dump.ts'
import { testFolder } from '../../../db/testing/folder.ts'
import type { Progress } from '../../../preload/contract/events.ts'
import { documentImporter } from '../../import/document-importer.ts'
import { DocumentParser } from '../../import/document-parser.ts'
import { type TestSession, testSession } from '../../testing/session.ts'
import { importExchangeFile } from '../formats/rejoinder-jsonl/import-file.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { projectDataset } from '../project-dataset.ts'

vi.setConfig({ testTimeout: 60_000 })

const at = testFolder()
const many = 3000

/** A project on the disk; `onProgress` hears of what is under way. */
function openIn(name: string, onProgress: (progress: Progress) => void): TestSession {
  const parser = new DocumentParser()
  return testSession({
    project: createProject(at(name)),
    importDocuments: documentImporter(parser, importExchangeFile),
    emit: (event) => {
      if (event.type === 'progress') onProgress(event.progress)
    },
  })
}

function manyAnnotations(): string {
  const path = at('corpus')
  mkdirSync(path, { recursive: true })
  const words = 'Trams pay. '
  writeFileSync(`${path}/speech.txt`, words.repeat(many))
  const lines = Array.from({ length: many }, (_, index) => {
    const start = index * words.length
    return `T${index + 1}\tClaim ${start} ${start + 10}\tTrams pay.\n`
  })
  writeFileSync(`${path}/speech.ann`, lines.join(''))
  return path
}

it('stops while annotations are brought in and leaves nothing of them, which can then be brought in after all', async () => {
  const answers: Promise<unknown>[] = []
  let stopsAt = 100
  const one: TestSession = openIn('stopped.rejoinder', ({ task, done, of }) => {
    if (task !== 'bring' || done < stopsAt || done === of) return
    if (answers.length === 0) answers.push(one.ask('document.list'))
    one.session.cancel(task)
  })
  const path = manyAnnotations()
  const { reading } = await one.ask('annotationImport.read', { task: 'read', path })
  const before = dump(one.project.database)

  await expect(one.ask('annotationImport.bring', { task: 'bring', reading })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(await Promise.all(answers)).toEqual([[]])
  expect(dump(one.project.database)).toEqual(before)

  stopsAt = Number.POSITIVE_INFINITY
  const report = await one.ask('annotationImport.bring', { task: 'bring', reading })
  expect(report.taken).toMatchObject({ annotations: many })
  await one.ask('history.undo')
  expect(await one.ask('document.list')).toEqual([])
  await one.session.close()
})

/** Texts that together are too long to be held, each with twenty annotations. */
function manyTexts(): string {
  const path = at('texts.jsonl')
  const label = Array.from({ length: 20 }, (_, index) => [index * 11, index * 11 + 10, 'Claim'])
  const lines = Array.from({ length: 300 }, (_, index) =>
    JSON.stringify({ text: `${'Trams pay. '.repeat(2000)}${index}`, label }),
  )
  writeFileSync(path, lines.join('\n'))
  return path
}

it.each(['Bringing the texts in', 'Bringing the annotations in'])(
  'stops long texts at “%s” and leaves nothing of them',
  async (stopsAt) => {
    let isStopping = true
    const one: TestSession = openIn(`${stopsAt}.rejoinder`, ({ task, doing }) => {
      if (isStopping && doing === stopsAt && count('revision') > 0) one.session.cancel(task)
    })
    const count = (table: string): number =>
      one.project.database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!
    const { reading } = await one.ask('annotationImport.read', { task: 'read', path: manyTexts() })
    const before = dump(one.project.database)
    await expect(one.ask('annotationImport.bring', { task: 'bring', reading })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(dump(one.project.database)).toEqual(before)
    expect([count('document'), count('revision'), count('original')]).toEqual([0, 0, 0])

    isStopping = false
    const report = await one.ask('annotationImport.bring', { task: 'bring', reading })
    expect(report.taken).toMatchObject({ documents: 300, annotations: 6000 })
    await one.ask('history.undo')
    expect(await one.ask('document.list')).toEqual([])
    await one.ask('history.redo')
    const { documents } = one.project.repositories
    expect(documents.ids().map((id) => documents.plainText(id).slice(22_000))).toEqual(
      Array.from({ length: 300 }, (_, index) => `${index}`),
    )
    await one.session.close()
  },
)

it('stops while an exchange file is brought in and leaves nothing of it', async () => {
  const source = openIn('source.rejoinder', () => {})
  const { reading } = await source.ask('annotationImport.read', { task: 'read', path: manyAnnotations() })
  await source.ask('annotationImport.bring', { reading })
  const lines = [...exchangeLines(projectDataset(source.project.repositories))]
  writeFileSync(at('work.jsonl'), lines.join('\n'))

  const target: TestSession = openIn('target.rejoinder', ({ task, done, of }) => {
    if (of > many && done > 100 && done < of) target.session.cancel(task)
  })
  const before = dump(target.project.database)
  const report = await target.ask('document.import', { task: 'import', paths: [at('work.jsonl')] })
  expect(report).toMatchObject({ files: [], cancelled: true })
  expect(dump(target.project.database)).toEqual(before)
  await source.session.close()
  await target.session.close()
})

it('counts the files in which it looks for annotations, and stops among them', async () => {
  const paths = ['a.json', 'b.jsonl', 'c.ann'].map((name) => at(name))
  for (const path of paths) writeFileSync(path, 'T1\tClaim 0 5\tTrams\n')
  const heard: string[] = []
  let stops = true
  const one: TestSession = openIn('looked.rejoinder', ({ task, done, of }) => {
    heard.push(`${done} of ${of}`)
    if (stops) queueMicrotask(() => one.session.cancel(task))
  })
  const looking = () => one.ask('annotationImport.recognise', { task: 'look', paths })
  await expect(looking()).rejects.toMatchObject({ code: 'cancelled' })
  expect(heard).toEqual(['0 of 3'])

  stops = false
  expect(await looking()).toMatchObject([{ path: at('c.ann'), format: 'brat' }])
  expect(heard.length).toBeGreaterThan(2)
  await one.session.close()
})

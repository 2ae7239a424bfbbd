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

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProjectInMemory } from '../../../db/create-project.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let project: TestSession
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-twins-'))
  project = testSession({ project: createProjectInMemory() })
})
afterEach(async () => {
  await project.session.close()
  rmSync(folder, { recursive: true })
})

/** A brat folder in which every document has the same words and one annotation with a tag of its name. */
function brat(name: string, ...titles: string[]): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (const title of titles) {
    writeFileSync(join(path, `${title}.txt`), 'I agree.\n')
    writeFileSync(join(path, `${title}.ann`), `T1\t${title} 2 7\tagree\n`)
  }
  return path
}

async function bring(path: string) {
  const { reading } = await project.ask('annotationImport.read', { task: 'read', path })
  return project.ask('annotationImport.bring', { reading })
}

const tagsByTitle = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await project.ask('document.list')).map(({ title, annotations }) => [title, annotations]),
  )

it('texts of the same words and other names stay apart, however often they come', async () => {
  await bring(brat('one', 'Ann', 'Bob'))
  expect(await tagsByTitle()).toEqual({ Ann: 1, Bob: 1 })
  expect((await bring(join(folder, 'one'))).taken).toEqual({})
  expect((await bring(brat('two', 'Abe', 'Ann', 'Bob'))).taken).toMatchObject({
    documents: 1,
    annotations: 1,
  })
  expect(await tagsByTitle()).toEqual({ Abe: 1, Ann: 1, Bob: 1 })
})

it('the same text under no name, once for each annotator, is one document', async () => {
  const path = join(folder, 'rows.jsonl')
  const row = (annotator: string, start: number, end: number) =>
    JSON.stringify({
      text: 'I agree.',
      spans: [{ start, end, label: 'Claim' }],
      ...{ _annotator_id: annotator, _input_hash: 1, answer: 'accept' },
    })
  writeFileSync(path, `${row('ada', 0, 1)}\n${row('ben', 2, 7)}\n`)
  await bring(path)
  expect(await project.ask('document.list')).toMatchObject([{ annotations: 2 }])
})

it('what is found holds for the texts as they are when it is taken', async () => {
  const path = brat('one', 'Ann')
  const { reading, documents } = await project.ask('annotationImport.read', { task: 'read', path })
  expect(documents).toMatchObject({ new: 1 })
  await bring(path)
  const { id } = (await project.ask('document.list'))[0]!
  const again = await project.ask('annotationImport.read', { task: 'read', path })
  await project.ask('document.delete', { ids: [id] })
  expect(await project.ask('document.list')).toEqual([])
  const report = await project.ask('annotationImport.bring', { reading: again.reading })
  expect(report.taken).toMatchObject({ documents: 1, annotations: 1 })
  expect(await tagsByTitle()).toEqual({ Ann: 1 })
  await expect(project.ask('annotationImport.bring', { reading })).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('tags whose names differ only by case stay apart when the same files come again', async () => {
  const path = brat('one', 'MERGE-ORG', 'Merge-org')
  await bring(path)
  expect((await project.ask('tag.list')).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['MERGE-ORG', 'Merge-org']),
  )
  const found = await project.ask('annotationImport.read', { task: 'read', path })
  expect(found.comparison?.counts).toEqual({ added: 0, changed: 0, missing: 0 })
  expect(new Set(found.tags.map(({ same }) => same)).size).toBe(2)
})

it('what the project has from other files is counted before it comes in a second time', async () => {
  const title = 'Ann'
  const tsv = join(folder, 'tsv')
  mkdirSync(join(tsv, 'annotation', title), { recursive: true })
  writeFileSync(
    join(tsv, 'annotation', title, 'ada.tsv'),
    '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n#Text=I agree.\n1-1\t0-1\tI\tClaim\t\n1-2\t2-7\tagree\tAnn\t\n1-3\t7-8\t.\t_\t\n',
  )
  const rows = join(folder, 'rows.jsonl')
  const spans = [
    { start: 0, end: 1, label: 'Claim' },
    { start: 2, end: 7, label: 'Premise' },
  ]
  writeFileSync(
    rows,
    `${JSON.stringify({ text: 'I agree.', spans, _annotator_id: 'ada', answer: 'accept' })}\n`,
  )
  const read = (path: string) => project.ask('annotationImport.read', { task: 'read', path })
  expect((await read(tsv)).thereAlready).toBe(0)
  await bring(tsv)
  expect(await read(tsv)).toMatchObject({ thereAlready: 0 })
  expect(await read(rows)).toMatchObject({ counts: { annotations: 2 }, thereAlready: 1 })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProjectInMemory } from '../../../db/create-project.ts'
import { documentImporter } from '../../import/document-importer.ts'
import { DocumentParser } from '../../import/document-parser.ts'
import { type TestSession, testSession } from '../../testing/session.ts'
import { exchangeInThread } from '../export-thread/export-in-thread.ts'
import { annotationFormats } from '../formats/index.ts'
import { importExchangeFile } from '../formats/rejoinder-jsonl/import-file.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { projectDataset } from '../project-dataset.ts'
import { tram } from '../testing/tram.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder = ''
let project: TestSession
const parser = new DocumentParser()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-comparison-'))
  project = testSession({
    project: createProjectInMemory(),
    exchange: exchangeInThread,
    importDocuments: documentImporter(parser, importExchangeFile),
  })
  writeFileSync(join(folder, 'tram.jsonl'), [...exchangeLines(tram)].map((line) => `${line}\n`).join(''))
  await project.ask('document.import', { task: 'in', paths: [join(folder, 'tram.jsonl')] })
})
afterEach(async () => {
  await project.session.close()
  await parser.close()
  rmSync(folder, { recursive: true })
})

const lines = (): string[] => [...exchangeLines(projectDataset(project.project.repositories))]
const byId = () =>
  new Map(
    lines()
      .map((line) => JSON.parse(line))
      .map((record) => [record.id, record]),
  )

async function write(format: string): Promise<string> {
  const one = annotationFormats.find(({ name }) => name === format)
  const ending = one?.makes === 'file' ? `.${one.endings[0]}` : ''
  const to = join(folder, `out-${format}${ending}`)
  await project.ask('exchange.write', { task: 'out', format, to })
  return to
}

function edit(path: string, change: (content: string) => string): void {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

async function hold(path: string) {
  const { reading, comparison } = await project.ask('annotationImport.read', { task: 'read', path })
  if (!comparison) throw new Error('Nothing of it is in the project.')
  return { reading, comparison }
}

const taken = { added: true, changed: true, missing: true, except: [] }

describe('a brat folder that comes back into its own project', () => {
  const editStatement = (path: string): void =>
    edit(join(path, 'Ada/Statement.ann'), (content) =>
      content
        .replace('Claim 7 36\tThe tram line pays for itself', 'Rebuttal 7 25\tThe tram line pays')
        .concat('T9\tClaim 38 40\tIt\n'),
    )

  it('is told apart in what is new, changed and missing, and taken as one step', async () => {
    const path = await write('brat')
    editStatement(path)
    writeFileSync(join(path, 'Ben/Answer; or not.ann'), '')
    const before = lines()
    const { reading, comparison } = await hold(path)
    expect(comparison.counts).toEqual({ added: 1, changed: 1, missing: 3 })
    expect(comparison.changed).toMatchObject([
      {
        ...{ kind: 'annotation', name: 'Claim' },
        fields: [
          { field: 'Tag', here: 'Claim', there: 'Rebuttal', alsoHere: false },
          { field: 'Words', there: '“The tram line pays”', alsoHere: false },
        ],
      },
    ])
    expect(comparison.missing.map(({ kind, isCertain }) => [kind, isCertain])).toEqual([
      ['annotation', true],
      ['link', true],
      ['memo', true],
    ])
    const report = await project.ask('annotationImport.bring', { reading, taking: taken })
    expect(report).toMatchObject({ taken: { annotations: 1 }, changed: { annotations: 1 }, left: {} })
    expect(report.deleted.annotations).toBe(1)
    const now = byId()
    expect(now.get('pays')).toMatchObject({ tag: 'rebuttal', quote: ['The tram line pays'], claim: 'pays' })
    expect(['bus', 'l2', 'm2'].filter((id) => now.has(id))).toEqual([])
    await project.ask('history.undo')
    expect(lines()).toEqual(before)
  })

  it('leaves what is missing, and what the person keeps', async () => {
    const path = await write('brat')
    editStatement(path)
    writeFileSync(join(path, 'Ben/Answer; or not.ann'), '')
    const { reading, comparison } = await hold(path)
    const except = comparison.changed.map(({ key }) => key)
    const report = await project.ask('annotationImport.bring', {
      reading,
      taking: { added: false, changed: true, missing: false, except },
    })
    expect(report).toMatchObject({
      ...{ taken: {}, changed: {}, deleted: {} },
      left: { annotations: 2, links: 1, memos: 1 },
    })
    expect(byId().get('pays').tag).toBe('claim')
  })

  it('says what was changed here too, and does not take back what was only changed here', async () => {
    const path = await write('brat')
    const { annotations } = project.project.repositories
    const pays = annotations.findByUid('pays')!
    const others = (await project.ask('annotation.search', { words: '', limit: 50 })).filter(
      ({ id }) => id !== pays.id,
    )
    await project.ask('annotation.update', { id: others[0]!.id, change: { note: 'Mine.' } })
    const premise = await project.ask('tag.create', { name: 'Premise' })
    await project.ask('annotation.update', { id: pays.id, change: { tagId: premise.id } })
    editStatement(path)
    const { comparison } = await hold(path)
    expect(comparison.changed).toHaveLength(1)
    expect(comparison.changed[0]!.fields).toMatchObject([
      { field: 'Tag', here: premise.name, there: 'Rebuttal', alsoHere: true },
      { field: 'Words', alsoHere: false },
    ])
  })
})

it('what another program took away is told where nothing can be held against it', async () => {
  const path = await write('brat')
  writeFileSync(join(path, 'Ben/Answer; or not.ann'), '')
  const other = testSession({ project: createProjectInMemory() })
  const { reading, comparison, leftOut } = await other.ask('annotationImport.read', { task: 'read', path })
  expect(comparison).toBeNull()
  expect(leftOut).toEqual(
    ['annotations', 'links', 'memos'].map((kind) => ({
      what: `${kind} that another program took away`,
      count: 1,
    })),
  )
  expect(await other.ask('annotationImport.bring', { reading })).toMatchObject({ leftOut })
  await other.session.close()
})

it('an exchange file that was edited is held against its project, where it cannot tell who changed what', async () => {
  const path = await write('rejoinder-jsonl')
  const file = `${path}.jsonl`
  const edited = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.includes('"id":"m2"'))
    .map((line) =>
      line.includes('"type":"claim"') ? line.replace(/"statement":"[^"]*"/, '"statement":"Another."') : line,
    )
  writeFileSync(file, edited.join('\n'))
  expect(await project.ask('annotationImport.recognise', { paths: [file] })).toMatchObject([
    { format: 'rejoinder-jsonl' },
  ])
  const { reading, comparison } = await hold(file)
  expect(comparison.changed.length).toBeGreaterThan(0)
  expect(comparison.changed[0]).toMatchObject({
    kind: 'claim',
    fields: [{ there: '“Another.”', alsoHere: null }],
  })
  await project.ask('annotationImport.bring', { reading, taking: taken })
  expect(
    [...byId().values()].filter(({ type }) => type === 'claim').map(({ statement }) => statement),
  ).toContain('Another.')
})

const both = annotationFormats.filter(({ reader, writer }) => reader && writer).map(({ name }) => name)

it.each(both)('%s that nobody has touched differs in nothing', async (format) => {
  const path = await write(format)
  const before = lines()
  const { reading, comparison } = await hold(path)
  expect(comparison).toMatchObject({ added: [], changed: [], missing: [] })
  await project.ask('annotationImport.bring', { reading, taking: taken })
  expect(lines()).toEqual(before)
})

it('tags, speakers and facts of documents that were changed outside are taken as differences', async () => {
  const path = await write('rejoinder-jsonl')
  const file = `${path}.jsonl`
  const changed = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => {
      if (line === '') return line
      const record = JSON.parse(line)
      if (record.type === 'tag' && record.id === 'claim') record.definition = 'What somebody holds.'
      if (record.type === 'speaker') record.variants = ['the body']
      if (record.type === 'document') record.metadata = { ...record.metadata, outlet: 'Gazette' }
      return JSON.stringify(record)
    })
  writeFileSync(file, changed.join('\n'))
  const before = lines()
  const { reading, comparison } = await hold(file)
  expect(comparison.changed).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...{ kind: 'tag', name: 'Claim' },
        fields: [expect.objectContaining({ field: 'Definition', there: '“What somebody holds.”' })],
      }),
      expect.objectContaining({ kind: 'speaker' }),
      expect.objectContaining({
        kind: 'document',
        fields: [
          expect.objectContaining({ field: 'Facts', there: expect.stringContaining('outlet: Gazette') }),
        ],
      }),
    ]),
  )
  const report = await project.ask('annotationImport.bring', { reading, taking: taken })
  const count = (type: string): number => lines().filter((line) => JSON.parse(line).type === type).length
  expect(report.changed).toEqual({ tags: 1, speakers: count('speaker'), documents: count('document') })
  expect(lines().map((line) => JSON.parse(line))).toEqual(
    changed.filter((line) => line !== '').map((line) => JSON.parse(line)),
  )
  await project.ask('history.undo')
  expect(lines()).toEqual(before)
})

it('a document that another program has given another title and other facts says so', async () => {
  const path = await write('tei')
  edit(path, (content) =>
    content
      .replace('<title>Statement</title>', '<title>Statement of 2021</title>')
      .replace('>@press<', '>@print<'),
  )
  const { reading, comparison } = await hold(path)
  expect(comparison.changed).toEqual([
    expect.objectContaining({
      ...{ kind: 'document', where: 'Statement' },
      fields: [
        { field: 'Title', here: '“Statement”', there: '“Statement of 2021”', alsoHere: false },
        expect.objectContaining({ field: 'Facts', alsoHere: false }),
      ],
    }),
  ])
  const report = await project.ask('annotationImport.bring', { reading, taking: taken })
  expect(report.changed).toEqual({ documents: 1 })
})

it('no tag comes to hang below itself', async () => {
  const path = await write('rejoinder-jsonl')
  const file = `${path}.jsonl`
  const { tags } = project.project.repositories
  const [one, other] = [...byId().values()].filter(({ type }) => type === 'tag')
  const content = readFileSync(path, 'utf8').split('\n')
  writeFileSync(
    file,
    content
      .map((line) =>
        line.includes(`"type":"tag","id":"${other.id}"`)
          ? JSON.stringify({ ...JSON.parse(line), parent: one.id })
          : line,
      )
      .join('\n'),
  )
  const parentId = tags.findByUid(other.id)!.id
  await project.ask('tag.update', { id: tags.findByUid(one.id)!.id, change: { parentId } })
  const { reading } = await hold(file)
  const report = await project.ask('annotationImport.bring', {
    reading,
    taking: { ...taken, except: [`tag ${one.id}`] },
  })
  expect(report).toMatchObject({ changed: {}, left: { tags: 2 } })
  expect(tags.findByUid(other.id)!.parentId).toBeNull()
})

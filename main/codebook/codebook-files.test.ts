import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { checkProject } from '../../db/gate/check.ts'
import { addDocument } from '../../db/testing/documents.ts'
import { dump } from '../../db/testing/dump.ts'
import type { CodebookEntry } from '../../preload/contract/codebook.ts'
import { importExchangeFile } from '../exchange/formats/rejoinder-jsonl/import-file.ts'
import { type TestSession, testSession } from '../testing/session.ts'
import { parseCsv } from './parse-csv.ts'
import { changedInQdc, readQdc, writeQdc } from './qdc.ts'

const folder = mkdtempSync(join(tmpdir(), 'rejoinder-codebook-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
let app: TestSession

beforeEach(async () => {
  app = testSession()
  const [claim, rebuttal] = await app.ask('tag.list')
  await app.ask('tag.update', {
    id: claim!.id,
    change: {
      definition: 'Says “so”, = or not;\nand more',
      include: '=danger',
      exclude: '<b>&amp;',
      examples: ['“quoted” (T, paragraph 3)', '-minus'],
      attributes: [
        { name: 'certainty', kind: 'choice', values: ['low', 'very, high'], required: true },
        { name: 'page', kind: 'number', values: [], required: false },
      ],
    },
  })
  await app.ask('tag.create', { name: 'Förecast 😀', parentId: claim!.id, key: 'f' })
  await app.ask('tag.move', { ids: [rebuttal!.id], parentId: claim!.id, beforeId: null })
})

const written = async (format: string): Promise<string> => {
  const to = join(folder, `${files++}.${format}`)
  return (await app.ask('codebook.write', { format, to })).path
}
const fileOf = (text: string): string => {
  const path = join(folder, `${files++}.txt`)
  writeFileSync(path, text)
  return path
}
const statuses = (entries: CodebookEntry[]) =>
  entries.map(({ name, status, differences }) => [name, status, ...differences.map(({ field }) => field)])
const everything = (entries: CodebookEntry[], take: 'theirs' | 'both' = 'theirs') =>
  entries.map(({ kind, id }) => ({ kind, id, take }))
const codebook = async (of: TestSession) => {
  const tags = await of.ask('tag.list')
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  return tags.map(({ id: _, parentId, version: __, ...tag }) => ({
    ...tag,
    parent: parentId && names.get(parentId),
  }))
}

describe('a codebook that is read again', () => {
  test.each(['rejoinder-jsonl', 'csv', 'qdc'])('is the same in its own project (%s)', async (format) => {
    const { entries, notes } = await app.ask('codebook.read', { path: await written(format) })
    expect(entries.length).toBeGreaterThan(3)
    expect(statuses(entries.filter(({ status }) => status !== 'same'))).toEqual([])
    expect(notes).toEqual([])
  })

  test.each(['rejoinder-jsonl', 'csv'])(
    'becomes the codebook of another project, as one step (%s)',
    async (format) => {
      const path = await written(format)
      const other = testSession()
      const before = dump(other.project.database)
      const { entries } = await other.ask('codebook.read', { path })
      expect(await other.ask('codebook.enter', { path, choices: everything(entries) })).toMatchObject({
        added: 1,
      })
      expect(await codebook(other)).toEqual(await codebook(app))
      expect(checkProject(other.project.database)).toEqual([])
      expect(
        (await other.ask('codebook.read', { path })).entries.every(({ status }) => status === 'same'),
      ).toBe(true)
      await other.ask('history.undo')
      expect(dump(other.project.database)).toEqual(before)
    },
  )

  test('is an exchange file that can be imported as such', async () => {
    const path = await written('rejoinder-jsonl')
    const other = testSession()
    const context = other.session.context
    await importExchangeFile(context, path, {
      joins: undefined,
      signal: new AbortController().signal,
      progress: () => {},
    } as never)
    expect(await codebook(other)).toEqual(await codebook(app))
  })

  test('says what is new, what differs and in what, and does what is chosen', async () => {
    const path = await written('rejoinder-jsonl')
    const other = testSession()
    const documentId = addDocument(other.project, 'The tram pays.')
    const [claim] = await other.ask('tag.list')
    await other.ask('annotation.create', { documentId, tagId: claim!.id, spans: [{ start: 0, end: 3 }] })
    const { entries } = await other.ask('codebook.read', { path })
    expect(statuses(entries.filter(({ kind }) => kind === 'tag'))).toEqual([
      ['Claim', 'differing', 'Definition', 'Use when', 'Not when', 'Examples', 'Attributes'],
      ['Förecast 😀', 'new'],
      ['Rebuttal', 'differing', 'Stands under'],
      ['Premise', 'same'],
    ])
    const claimEntry = entries.find(({ name }) => name === 'Claim')!
    const both = [{ kind: 'tag' as const, id: claimEntry.id, take: 'both' as const }]
    expect(await other.ask('codebook.enter', { path, choices: both })).toEqual({ added: 1, changed: 0 })
    expect((await other.ask('tag.list')).map(({ name, key }) => [name, key])).toEqual([
      ['Claim', '1'],
      ['Rebuttal', '2'],
      ['Premise', '3'],
      ['Claim (2)', ''],
    ])
    await other.ask('history.undo')
    await other.ask('codebook.enter', { path, choices: everything([claimEntry]) })
    // Its meaning is another one now, so what was made before is to be looked at again.
    expect((await other.ask('tag.list'))[0]).toMatchObject({ version: 2, outdated: 1, key: '1' })
  })
})

test('a table of names alone makes tags, and what cannot be used is told', async () => {
  const path = fileOf(
    'Name;Parent;Role;Color;Mood\r\nFact;;none;#ABCDEF;x\r\n"Figure; exact";Fact;what;blue;\r\n;;;;\r\nLost;Nobody;;;\r\n',
  )
  const { entries, notes } = await app.ask('codebook.read', { path })
  expect(statuses(entries)).toEqual([
    ['Fact', 'new'],
    ['Figure; exact', 'new'],
    ['Lost', 'new'],
  ])
  expect(notes).toEqual([
    'Passed over, because the codebook has no such columns: mood.',
    'Row 3: the role cannot be used, so it is left out.',
    'Row 3: the color cannot be used, so it is left out.',
    '“Lost” comes to stand under no tag: there is no “Nobody”.',
  ])
  await app.ask('codebook.enter', { path, choices: everything(entries) })
  const tags = await app.ask('tag.list')
  const fact = tags.find(({ name }) => name === 'Fact')!
  expect(fact).toMatchObject({ color: '#abcdef', role: 'none' })
  expect(tags.find(({ name }) => name === 'Figure; exact')).toMatchObject({ parentId: fact.id })
})

test('a description of another program stays one, whatever its lines begin with', () => {
  const file = (origin: string) =>
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${origin}"><Codes><Code guid="1" name="a"><Description>One\nUse when: two\nand three\nExample: x\nNot when: y\nExample: z</Description></Code></Codes></CodeBook>`
  const other = readQdc(file('ATLAS.ti'))
  expect(other.tags[0]).toMatchObject({ include: '', examples: [] })
  expect(other.fields).not.toContain('include')
  expect(readQdc(file('Rejoinder')).tags[0]).toMatchObject({
    definition: 'One',
    include: 'two\nand three',
    exclude: '',
    examples: ['x\nNot when: y', 'z'],
  })
})

test('a REFI-QDA codebook of ours gives back what is said of a tag to the character, whatever it looks like', () => {
  const line = fc.constantFrom(
    ...[
      'Example: x',
      'Example:',
      ' Use when: y',
      'Use when: ',
      '  Not when:',
      'Not when:z',
      'words',
      '',
      ' ',
    ],
    ...['\tso', 'a\r', '<b>&amp;'],
  )
  const words = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(words, words, words, fc.array(words, { maxLength: 3 }), (...said) => {
      const [definition, include, exclude, examples] = said
      const given = { role: 'none' as const, color: '#2563eb', key: '', parent: null, attributes: [] }
      const tag = { id: 't', name: 'Claim', ...given, definition, include, exclude, examples }
      const [read] = readQdc(writeQdc({ tags: [tag], linkTypes: [] })).tags
      expect(read).toEqual({ ...tag, id: read!.id })
    }),
  )
})

/** QualCoder 4 (refi.py, sub_codes): a second code of a name is not made, and what is coded with it gets none. */
test('a REFI-QDA codebook calls no two codes the same, and says which it calls otherwise', () => {
  const tag = (id: string, name: string, parent: string | null = null) => ({
    ...{ id, name, parent, role: 'none' as const, color: '#2563eb', key: '', attributes: [] },
    ...{ definition: '', include: '', exclude: '', examples: [] },
  })
  const tags = [
    ...[tag('a', 'Bias'), tag('b', 'Press'), tag('c', 'Bias', 'b'), tag('d', 'Bias', 'b'), tag('e', 'Bias')],
    ...[tag('f', 'Bias (Press)'), tag('g', 'x\u0001'), tag('h', 'x\u0002')],
  ]
  const written = writeQdc({ tags, linkTypes: [] })
  expect([...written.matchAll(/name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Bias',
    'Press',
    'Bias (2)',
    'Bias (3)',
    'Bias (4)',
    'Bias (Press)',
    'x�',
    'x� (2)',
  ])
  expect(changedInQdc({ tags, linkTypes: [] })).toEqual([
    '“Bias” is called “Bias (2)” there: no two codes may be called the same.',
    '“Bias” is called “Bias (3)” there: no two codes may be called the same.',
    '“Bias” is called “Bias (4)” there: no two codes may be called the same.',
    '“x\u0002” is called “x� (2)” there: no two codes may be called the same.',
    '2 characters that XML cannot write became “�”.',
  ])
  const many = Array.from({ length: 8 }, (_, at) => tag(`${at}`, 'Bias'))
  expect(changedInQdc({ tags: many, linkTypes: [] }).at(-1)).toBe(
    '2 further codes are called otherwise there.',
  )
  const under = [tag('a', 'Bias'), tag('b', 'Press'), tag('c', 'Bias', 'b')]
  expect(writeQdc({ tags: under, linkTypes: [] })).toContain('name="Bias (Press)"')
  expect(changedInQdc({ tags: under.slice(0, 2), linkTypes: [] })).toEqual([])
})

test.each(['1.0', '1:0', '0:4'])('a codebook that says it is of version %s is read', (version) => {
  const codes = '<Codes><Code guid="x" name="Trust" isCodable="true"/></Codes>'
  const { tags } = readQdc(`<CodeBook xmlns="urn:QDA-XML:codebook:${version}">${codes}</CodeBook>`)
  expect(tags).toMatchObject([{ id: 'x', name: 'Trust' }])
})

test('a codebook of another program is read with its tree and colours', () => {
  const { tags, notes } = readQdc(`\ufeff<?xml version="1.0" encoding="utf-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
      <Code guid="{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294}" name="A &amp; B" color="#46AA00" isCodable="true">
        <Description>says &lt;so&gt;</Description><Code guid="x" name="below" isCodable="true"/></Code>
    </Codes><Sets><Set name="s" guid="y"/></Sets></CodeBook>`)
  expect(tags).toMatchObject([
    {
      id: '1ff58b12-6f6f-4b0c-8be5-bbdc91f55294',
      name: 'A & B',
      color: '#46aa00',
      definition: 'says <so>',
      parent: null,
    },
    { id: 'x', name: 'below', parent: '1ff58b12-6f6f-4b0c-8be5-bbdc91f55294' },
  ])
  expect(notes).toEqual(['Sets of codes were passed over.'])
})

test.each([
  ['<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>', /document type/],
  ['<CodeBook><Codes><Code name="&secret;"/></Codes></CodeBook>', /well-formed/],
  ['<CodeBook><Codes>', /well-formed/],
  ['<Project/>', /no REFI-QDA codebook/],
  ['{"type":"tag"}', /Line 1/],
  ['title,what\na,b\n', /no column “name”/],
  ['', /no column/],
  ['name\n', /no codebook/],
])('what is no codebook is refused and says why (%s)', async (text, why) => {
  await expect(app.ask('codebook.read', { path: fileOf(text) })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(why),
  })
})

test('of a whole dataset only the codebook is read', async () => {
  const path = await written('rejoinder-jsonl')
  const text = `${readFileSync(path, 'utf8')}{"type":"document","id":"d","title":"T"}\n`
  const { entries, notes } = await app.ask('codebook.read', { path: fileOf(text) })
  expect(entries.every(({ status }) => status === 'same')).toBe(true)
  expect(notes).toEqual(['Only the codebook was read; 1 other lines were passed over.'])
})

test('a page to print has every word and no markup of the words themselves', async () => {
  const html = readFileSync(await written('html'), 'utf8')
  expect(html).toContain('&lt;b&gt;&amp;amp;')
  expect(html).not.toContain('<b>')
  expect(html).toContain('certainty (choice, required): low | very, high')
  const markdown = readFileSync(await written('md'), 'utf8')
  expect(markdown).toContain('### Förecast 😀')
  expect(markdown).toContain('- **Not when:** \\<b\\>&amp;')
})

test('a file that is there is replaced only when that is wished', async () => {
  const to = fileOf('mine')
  await expect(app.ask('codebook.write', { format: 'csv', to })).rejects.toMatchObject({
    code: 'target-exists',
  })
  expect(readFileSync(to, 'utf8')).toBe('mine')
  await app.ask('codebook.write', { format: 'csv', to, replace: true })
  expect(readFileSync(to, 'utf8')).toContain('Förecast')
  expect(existsSync(`${to}.part`)).toBe(false)
})

test('a table is read by RFC 4180', () => {
  expect(parseCsv('\ufeffa,b\r\n"x, ""y""\r\nz",\r\n\r\nlast')).toEqual([
    ['a', 'b'],
    ['x, "y"\r\nz', ''],
    ['last'],
  ])
  expect(parseCsv('a\tb\n1,5\t2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ])
})

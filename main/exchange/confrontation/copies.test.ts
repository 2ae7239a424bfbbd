import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'parse5'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { ConfrontationCopy, ConfrontationFormat } from '../../../preload/contract/confrontation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const all: ConfrontationCopy = { order: 'date', show: 'all', only: null, depth: 2 }
const text = 'It <pays> & more. =SUM(A1) says no. הרכבת אינה משתלמת. Nobody knows.'

let app: TestSession
let folder: string
let claim: AnnotationId
let formula: AnnotationId
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'))
  app = testSession()
  const documentId = addDocument(app.project, text, {
    title: 'Text <1>',
    metadata: { date: '2021-05-03', author: 'Cy' },
  })
  const tags = await app.ask('tag.list')
  const tag = async (words: string, role: string): Promise<AnnotationId> => {
    const start = text.indexOf(words)
    const spans = [{ start, end: start + words.length }]
    const tagId = tags.find((one) => one.role === role)!.id
    return (await app.ask('annotation.create', { documentId, tagId, spans })).id
  }
  const rebut = async (source: LinkEnd, target: LinkEnd, note = '') => {
    const linkTypeId = (await app.ask('linkType.list')).find(({ uid }) => uid === 'rebuts')!.id
    return app.ask('link.create', { linkTypeId, source, target, note })
  }
  claim = await tag('It <pays> & more.', 'claim')
  await tag('Nobody knows.', 'claim')
  formula = await tag('=SUM(A1) says no.', 'rebuttal')
  const hebrew = await tag('הרכבת אינה משתלמת.', 'rebuttal')
  await rebut({ annotation: formula }, { annotation: claim }, 'a "weak" one')
  await rebut({ annotation: hebrew }, { annotation: formula })
  await rebut({ annotation: formula }, { annotation: hebrew })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function written(format: ConfrontationFormat, copy: Partial<ConfrontationCopy> = {}): Promise<Buffer> {
  const to = join(folder, `copy.${format}`)
  const asked = { task: 'copy', copy: { ...all, ...copy }, format, to, replace: true }
  expect(await app.ask('confrontation.write', asked)).toMatchObject({ path: to })
  return readFileSync(to)
}

/** The words of each paragraph, by row and cell. */
function tableOf(docx: Uint8Array): string[][][] {
  const body = parseXml(strFromU8(unzipSync(docx)['word/document.xml']!)).root!
  const below = (element: XmlElement, name: string): XmlElement[] =>
    element.children.flatMap((child) =>
      !(child instanceof XmlElement) ? [] : child.name === name ? [child] : below(child, name),
    )
  return below(body, 'w:tr').map((row) =>
    below(row, 'w:tc').map((cell) => below(cell, 'w:p').map((paragraph) => paragraph.text)),
  )
}

describe('a Word document', () => {
  test('has the two columns, an answer to an answer below it, and a gap that says so', async () => {
    const rows = tableOf(await written('docx'))
    expect(rows.map(([left, right]) => [left![0], right])).toEqual([
      ['Claim', ['Answers']],
      [
        'It <pays> & more.',
        ['rebuts', '=SUM(A1) says no.', 'Cy (author) · Text <1> · 2021-05-03', 'a "weak" one'],
      ],
      ['', ['rebuts', 'הרכבת אינה משתלמת.', 'Cy (author) · Text <1> · 2021-05-03']],
      ['Nobody knows.', ['Nobody answers this.']],
    ])
    expect(tableOf(await written('docx', { depth: 1 }))).toHaveLength(3)
  })

  test('has every part that its list names, in XML, with right-to-left words marked as such', async () => {
    const parts = unzipSync(await written('docx'))
    for (const [name, bytes] of Object.entries(parts))
      expect(() => parseXml(strFromU8(bytes)), name).not.toThrow()
    const listed = [...strFromU8(parts['[Content_Types].xml']!).matchAll(/PartName="\/([^"]+)"/g)]
    expect(listed.map(([, name]) => name).every((name) => name! in parts)).toBe(true)
    expect(strFromU8(parts['word/document.xml']!).match(/<w:bidi\/>/g)).toHaveLength(1)
  })

  test('is the same each time', async () => {
    expect(Buffer.compare(await written('docx'), await written('docx'))).toBe(0)
  })
})

test('CSV has a row for each answer and one for each claim without, and no formula', async () => {
  const lines = (await written('csv')).toString('utf8').trimEnd().split('\r\n')
  const [first, second] = (await app.ask('link.of', { annotation: formula })).map(({ link }) => link.uid)
  const own = (await app.ask('annotation.get', { id: claim })).uid
  const other = lines[3]!.split(',').at(-5)
  expect(new Set([own, other, first, second]).size).toBe(4)
  expect(lines).toEqual([
    '\ufeffclaim,answer,level,link_type,against,claim_mentions,claim_speaker,claim_document,claim_date,answer_states,answer_speaker,answer_document,answer_date,note,claim_kind,claim_id,answer_id,answers_id,claim_source,answer_source',
    `It <pays> & more.,'=SUM(A1) says no.,1,rebuts,claim,,,Text <1>,2021-05-03,,,Text <1>,2021-05-03,"a ""weak"" one",passage,${own},${first},${own},author: Cy,author: Cy`,
    `It <pays> & more.,הרכבת אינה משתלמת.,2,rebuts,claim,,,Text <1>,2021-05-03,,,Text <1>,2021-05-03,,passage,${own},${second},${first},author: Cy,author: Cy`,
    `Nobody knows.,,,,,,,Text <1>,2021-05-03,,,,,,passage,${other},,,author: Cy,`,
  ])
  expect((await written('csv', { only: -claim })).toString('utf8').trimEnd().split('\r\n')).toHaveLength(3)
  expect(
    (await written('csv', { show: 'unanswered' })).toString('utf8').trimEnd().split('\r\n'),
  ).toHaveLength(2)
})

test('a speaker is one that the passage names; an outlet, be it known as a speaker elsewhere, is marked as what it is', async () => {
  const documentId = addDocument(app.project, 'Is it true? Never.', { metadata: { outlet: 'Daily News' } })
  const [asks, answers] = await Promise.all(
    [
      { span: { start: 0, end: 11 }, role: 'claim' },
      { span: { start: 12, end: 18 }, role: 'rebuttal' },
    ].map(async ({ span, role }) => {
      const tagId = (await app.ask('tag.list')).find((one) => one.role === role)!.id
      return app.ask('annotation.create', { documentId, tagId, spans: [span] })
    }),
  )
  await app.ask('annotation.update', { id: answers!.id, change: { speakerName: 'Ann' } })
  await app.ask('speaker.create', { name: 'Daily News', variants: [] })
  const linkTypeId = (await app.ask('linkType.list')).find(({ uid }) => uid === 'rebuts')!.id
  await app.ask('link.create', {
    linkTypeId,
    source: { annotation: answers!.id },
    target: { annotation: asks!.id },
  })
  const only = { only: -asks!.id }
  const [columns, row] = (await written('csv', only))
    .toString('utf8')
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(','))
  const inColumn = (name: string) => row![columns!.indexOf(name)]
  expect(['claim_speaker', 'claim_source', 'answer_speaker', 'answer_source'].map(inColumn)).toEqual([
    '',
    'outlet: Daily News',
    'Ann',
    '',
  ])
  const html = (await written('html', only)).toString('utf8')
  expect(html).toContain('<bdi>Daily News (outlet)</bdi>')
  expect(html).toContain('<bdi>Ann</bdi>')
})

test('a page has the same table and needs nothing else; it is what is printed', async () => {
  const html = (await written('html')).toString('utf8')
  const problems: string[] = []
  parse(html, { onParseError: ({ code }) => problems.push(code) })
  expect(problems).toEqual([])
  expect(html).toContain('<p class="words">It &lt;pays&gt; &amp; more.</p>')
  expect(html).toContain('<p class="words" dir="rtl">הרכבת אינה משתלמת.</p>')
  expect(html).toContain('Nobody answers this.')
  expect(html).not.toMatch(/<script|<link|src=/)
  const { html: printed, style } = await app.ask('confrontation.copy', {
    copy: all,
    fonts: 'app://x/fonts.css',
  })
  expect(printed.replace('<link rel="stylesheet" href="app://x/fonts.css">', '')).toBe(html)
  expect(html).toContain(`<style>${style}</style>`)
})

test('circles of answers come to an end, and say that they stand above', async () => {
  const html = (await written('html', { depth: 4 })).toString('utf8')
  expect(html.match(/Stands above already/g)).toHaveLength(1)
})

test('what is there is replaced only when that was said, and nothing is left of what fails', async () => {
  await written('csv')
  const asked = { task: 'a', copy: all, format: 'csv' as const, to: join(folder, 'copy.csv') }
  await expect(app.ask('confrontation.write', asked)).rejects.toMatchObject({ code: 'target-exists' })
  expect(readdirSync(folder)).toEqual(['copy.csv'])
})

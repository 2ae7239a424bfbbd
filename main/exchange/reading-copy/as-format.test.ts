import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { parseDocx } from '../../import/docx/docx.ts'
import { type TestSession, testSession } from '../../testing/session.ts'
import { exchangeInThread } from '../export-thread/export-in-thread.ts'

let app: TestSession
let folder: string
let statement: DocumentId
let claim: AnnotationId
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'))
  app = testSession({ exchange: exchangeInThread })
  statement = addDocument(app.project, 'The tram pays.', {
    title: 'Statement: one',
    metadata: { date: '2021' },
  })
  const answer = addDocument(app.project, 'It never does.', { title: 'Answer', metadata: {} })
  const tagId = (await app.ask('tag.list'))[0]!.id
  const whole = [{ start: 0, end: 14 }]
  claim = (await app.ask('annotation.create', { documentId: statement, tagId, spans: whole })).id
  const rebuttal = await app.ask('annotation.create', { documentId: answer, tagId, spans: whole })
  const linkTypeId = (await app.ask('linkType.list')).find(({ uid }) => uid === 'rebuts')!.id
  const [source, target] = [{ annotation: rebuttal.id }, { annotation: claim }]
  await app.ask('link.create', { linkTypeId, source, target })
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (format: string, name: string, documentIds: DocumentId[] | null = null) =>
  app.ask('exchange.write', { task: 'a', format, to: join(folder, name), documentIds, replace: true })

test('a copy of one document says what it is linked with in another that is not chosen', async () => {
  const { losses } = await app.ask('exchange.preview', { format: 'reading-html', documentIds: [statement] })
  expect(losses.filter(({ what }) => what.includes('link'))).toEqual([])
  await write('reading-html', 'one.html', [statement])
  const html = readFileSync(join(folder, 'one.html'), 'utf8')
  expect(html).toContain('<title>Statement: one</title>')
  expect(html).toContain('It never does.')
  expect(html).not.toMatch(/<script|<link|src=/)
})

test('all documents stand in one file, or each in a file of its own', async () => {
  await write('reading-html', 'all.html')
  const html = readFileSync(join(folder, 'all.html'), 'utf8')
  expect(html.match(/<article /g)).toHaveLength(2)
  expect(html.match(/<main>/g)).toHaveLength(1)
  expect(html).toContain('<a href="#d2" dir="auto">Answer</a>')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)

  const { paths } = await write('reading-docx-each', 'each')
  expect(readdirSync(join(folder, 'each')).sort()).toEqual(['Answer.docx', 'Statement_ one.docx'])
  expect(paths).toHaveLength(2)
  await write('reading-docx-each', 'each', [statement])
  expect(readdirSync(join(folder, 'each'))).toEqual(['Statement_ one.docx'])

  await write('reading-docx', 'all.docx')
  const { text } = await parseDocx(readFileSync(join(folder, 'all.docx')), 'all.docx')
  expect(text).toContain('The tram pays.')
  expect(text).toContain('→ rebuts “The tram pays.” — Statement: one, 2021')
})

test('only what was chosen is shown, and the rest is counted', async () => {
  const tagIds = (await app.ask('tag.list')).slice(1, 2).map(({ id }) => id)
  const reading = {
    ...{ annotations: true, details: true, notes: true, links: true, legend: true },
    ...{ placement: 'end' as const, tagIds },
  }
  const asked = { format: 'reading-html', documentIds: null, reading }
  const { losses } = await app.ask('exchange.preview', asked)
  expect(losses).toContainEqual({ what: 'annotations of tags that are not shown', count: 2 })
  expect(losses).toContainEqual({ what: 'links that are not shown, with their notes', count: 1 })
  await app.ask('exchange.write', { ...asked, task: 'a', to: join(folder, 'bare.html'), replace: true })
  const html = readFileSync(join(folder, 'bare.html'), 'utf8')
  expect(html).toContain('The tram pays.')
  expect(html).not.toMatch(/rebuts|class="bracket/)
  expect(html).toContain('no annotations')
})

test('of all that a copy is made without, it is said how many', async () => {
  const speaker = await app.ask('speaker.create', { name: 'Ada' })
  await app.ask('annotation.update', { id: claim, change: { speakerId: speaker.id, note: 'Old.' } })
  const [from] = await app.ask('link.of', { annotation: claim })
  await app.ask('link.update', { id: from!.link.id, change: { note: 'Bluntly.' } })
  const everything = { annotations: true, details: true, notes: true, links: true, legend: true }
  const counts = async (without: Partial<typeof everything>, tagIds: TagId[] | null = null) => {
    const reading = { ...everything, ...without, placement: 'end' as const, tagIds }
    const documentIds = [statement]
    const { losses } = await app.ask('exchange.preview', { format: 'reading-html', documentIds, reading })
    return losses.filter(({ what }) => what.includes('shown')).map(({ what, count }) => `${count} ${what}`)
  }
  expect(await counts({})).toEqual([])
  expect(await counts({ annotations: false })).toEqual(['1 marks of annotations that are not shown'])
  expect(await counts({ details: false })).toEqual(['1 details of annotations that are not shown'])
  expect(await counts({ notes: false })).toEqual([
    '1 notes of annotations that are not shown',
    '1 notes of links that are not shown',
  ])
  expect(await counts({ notes: false, links: false })).toEqual([
    '1 notes of annotations that are not shown',
    '1 links that are not shown, with their notes',
  ])
})

test('a chosen tag that has gone is one of which there is no passage', async () => {
  const { id } = await app.ask('tag.create', { name: 'Gone' })
  await app.ask('tag.delete', { id, annotations: 'delete', replacement: null })
  const reading = { annotations: true, notes: true, links: true, legend: true, placement: 'end' as const }
  const asked = { format: 'reading-html', documentIds: null, reading: { ...reading, tagIds: [id] } }
  const { losses } = await app.ask('exchange.preview', asked)
  expect(losses).toContainEqual({ what: 'annotations of tags that are not shown', count: 2 })
})

test('the documents chosen are one page for paper, with the fonts and the style that it names', async () => {
  const options = { annotations: true, notes: true, links: true, legend: true, placement: 'end' } as const
  const { title, html, style } = await app.ask('readingCopy.makeSeveral', {
    documentIds: null,
    options,
    fonts: 'app://a/fonts.css',
  })
  const one = await app.ask('readingCopy.makeSeveral', { documentIds: [statement], options })
  expect(one.html.match(/<article class="copy end"/g)).toHaveLength(1)
  expect(html).toContain(`<title>${title}</title>`)
  expect(html).toContain(`<link rel="stylesheet" href="app://a/fonts.css"><style>${style}</style>`)
  expect(html.match(/<article class="copy end"/g)).toHaveLength(2)
})

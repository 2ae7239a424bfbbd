import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseDocx } from '../../../import/docx/docx.ts'
import { elementsIn, isElement, parseXml, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { openZip } from '../../../zip/zip-archive.ts'
import { dataset as anyDataset } from '../../testing/dataset-arbitrary.ts'
import type { Material, MaterialAnnotation } from '../material.ts'
import { everything, claim as tag } from '../testing/pages.ts'
import { writeDocx } from './write-docx.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-docx-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function written(materials: readonly Material[], options = everything): Promise<Buffer> {
  const path = join(folder, `${++count}.docx`)
  const documents = materials.map(({ title }) => ({ title, date: '2021-05-04' }))
  await writeDocx(path, { title: 'Tram dispute', language: 'en', documents, materials }, options)
  return readFileSync(path)
}

const prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
}
async function parts(bytes: Uint8Array) {
  const archive = await openZip(bytes)
  const all = new Map<string, XmlElement>()
  for (const name of archive.names)
    all.set(name, parseXml(await archive.read(name), { prefixes, called: name }))
  return all
}
const below = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : below(child, name)))
const idsOf = (element: XmlElement, name: string) =>
  below(element, name).map(({ attributes }) => attributes.get('w:id'))

function annotation(
  number: number,
  spans: MaterialAnnotation['spans'],
  more: Partial<MaterialAnnotation> = {},
) {
  const said = {
    note: '',
    speaker: '',
    details: [],
    links: [],
    annotator: 'Ada Byron',
    created: '2024-04-08T09:08:00.000Z',
  }
  return { number, tag: 1, spans, ...said, ...more }
}

const text = 'It pays & more.\nהרכבת 2021 אינה (so) משתלמת.'
const material = (annotations: readonly MaterialAnnotation[]): Material => ({
  title: 'Statement <1>',
  language: 'en',
  facts: [{ name: 'url', value: 'https://a.example' }],
  project: 'Tram dispute',
  text: {
    text,
    blocks: [
      { kind: 'paragraph', start: 0, end: 15 },
      { kind: 'paragraph', start: 16, end: text.length },
    ],
    marks: [
      { kind: 'strong', start: 3, end: 7 },
      { kind: 'link', start: 0, end: 2, href: 'https://a.example/?a=1&b=2' },
    ],
    breaks: [],
  },
  tags: [tag],
  annotations,
})

test('has notes as comments of whoever made them, tags as shading, links with where they lead', async () => {
  const link = {
    type: 'rebuts',
    isOutgoing: true,
    isSymmetric: false,
    words: 'Nobody rides it.',
    source: 'Letter, Ben',
    date: '2022',
    to: null,
    strength: 0.8,
    note: 'weak',
    onto: [],
  }
  const undercut = {
    ...link,
    type: '… undercuts this link',
    isOutgoing: false,
    words: 'It counts twice.',
    to: 2,
  }
  const bytes = await written([
    material([
      annotation(1, [{ start: 3, end: 15 }], {
        note: 'Two\nlines',
        speaker: 'Council',
        details: ['certainty: high'],
        links: [{ ...link, onto: [undercut] }],
      }),
      annotation(2, [{ start: 5, end: 20 }]),
    ]),
  ])
  const all = await parts(bytes)
  const body = all.get('word/document.xml')!
  const [comment, ...others] = elementsIn(all.get('word/comments.xml')!, 'w:comment')
  expect(others).toEqual([])
  expect(Object.fromEntries(comment!.attributes)).toMatchObject({
    'w:author': 'Ada Byron',
    'w:initials': 'AB',
    'w:date': '2024-04-08T09:08:00Z',
  })
  expect(elementsIn(comment!, 'w:p').map(textIn)).toEqual([
    '1\u00a0Cl · Claim · Council',
    'certainty: high',
    'Two',
    'lines',
    '→ rebuts “Nobody rides it.” — Letter, Ben, 2022',
    '\u2003← … undercuts this link “It counts twice.” (here,\u00a02)',
  ])
  expect([idsOf(body, 'w:commentRangeStart'), idsOf(body, 'w:commentReference')]).toEqual([['0'], ['0']])
  const shaded = below(body, 'w:r').filter((run) => below(run, 'w:shd').length > 0)
  // The legend has one too.
  expect(shaded.map(textIn).join('')).toBe('Claimpays & more.הרכב')
  const paragraphs = below(body, 'w:p').map(textIn)
  expect(paragraphs).toContain('→ rebuts “Nobody rides it.” — Letter, Ben, 2022 · strength 0.8 · weak')
  const onto = below(body, 'w:p').find((one) => textIn(one).startsWith('← … undercuts this link'))
  expect(below(onto!, 'w:hyperlink').map(textIn)).toEqual(['(here,\u00a02)'])
  expect(paragraphs).toContain('Claim Cl (2) What is asserted.')
  expect(paragraphs[0]).toBe('Statement <1>')
  const right = below(body, 'w:r').filter((run) => below(run, 'w:rtl').length > 0)
  expect(right.map(textIn).join('')).toContain('הרכב')
  expect(right.map(textIn).join('')).not.toMatch(/so/)
  const relations = elementsIn(all.get('word/_rels/document.xml.rels')!).map(({ attributes }) =>
    attributes.get('Target'),
  )
  expect(relations.at(-1)).toBe('https://a.example/?a=1&b=2')
})

test('has several documents one after the other, each on a new page and in the list before them', async () => {
  const all = await parts(await written([material([]), { ...material([]), title: 'Answer' }]))
  const body = all.get('word/document.xml')!
  const names = below(body, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name'))
  const anchors = below(body, 'w:hyperlink').flatMap(({ attributes }) => attributes.get('w:anchor') ?? [])
  expect([names, anchors]).toEqual([
    ['d1', 'd2'],
    ['d1', 'd2'],
  ])
  // The list of them, and each of the two, is a section that begins a new page.
  const heads = below(body, 'w:sectPr').map((section) =>
    below(section, 'w:headerReference').map((one) => one.attributes.get('r:id')),
  )
  expect(heads).toEqual([[], ['header1'], ['header2']])
  expect(textIn(all.get('word/header2.xml')!)).toBe('Answer')
  const [title, ...listed] = below(body, 'w:p').slice(0, 3)
  expect(textIn(title!)).toBe('Tram dispute')
  const words = listed.map((one) => below(one, 'w:t').map(textIn).join(''))
  expect(words).toEqual(['Statement <1>\u2002\u200e20210504', 'Answer\u2002\u200e20210504'])
  // No line ends within the date, and whoever opens the file fills in the page.
  expect(listed.map((one) => below(one, 'w:noBreakHyphen').length)).toEqual([2, 2])
  expect(listed.flatMap((one) => below(one, 'w:instrText').map(textIn))).toEqual([
    ' PAGEREF d1 \\h ',
    ' PAGEREF d2 \\h ',
  ])
})

test('is a sound Word file with every word of any text, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(anyDataset, async (data) => {
      for (const { id, title } of data.documents.slice(0, 2)) {
        const tags = data.tags.map((one, i) => ({ ...one, id: i + 1 }))
        const annotations = data.annotations
          .filter(({ document }) => document === id)
          .map((one, i) =>
            annotation(i + 1, one.spans, {
              tag: 1 + data.tags.findIndex((tag) => tag.id === one.tag),
              note: one.note,
            }),
          )
        const bare: Material = { ...material(annotations), title, facts: [], tags, text: data.textOf(id) }
        const bytes = await written([bare])
        const all = await parts(bytes)
        const body = all.get('word/document.xml')!
        const comments = idsOf(all.get('word/comments.xml')!, 'w:comment')
        expect(idsOf(body, 'w:commentRangeStart')).toEqual(comments)
        expect(idsOf(body, 'w:commentRangeEnd').toSorted()).toEqual(comments.toSorted())
        const listed = [...all.get('[Content_Types].xml')!.children]
          .filter(isElement)
          .flatMap(({ attributes }) => attributes.get('PartName')?.slice(1) ?? [])
        for (const name of listed) expect(all.has(name)).toBe(true)
        for (const cell of below(body, 'w:tc')) expect(elementsIn(cell).at(-1)!.name).toBe('w:p')

        // Another reader finds every word; without annotations and pages nothing stands between them.
        const { text, blocks } = bare.text
        const plain = await written([{ ...bare, text: { ...bare.text, breaks: [] }, annotations: [] }])
        const read = letters((await parseDocx(plain, 'a.docx')).text)
        for (const { start, end } of blocks) expect(read).toContain(letters(text.slice(start, end)))
      }
    }),
    { numRuns: 30 },
  )
})

const letters = (words: string) => words.replace(/[\s\p{Cc}\ufffd\ufffe\uffff]/gu, '')

test('the first row of a table that reads as its head is bold', async () => {
  const cells = ['Month', 'Carts', 'May', '1,204']
  let at = 0
  const blocks = cells.map((words, i) => {
    const start = at
    at += words.length + 1
    return { kind: 'table-cell', row: i >> 1, column: i % 2, start, end: start + words.length } as const
  })
  const source = material([])
  const all = await parts(
    await written([{ ...source, text: { ...source.text, text: cells.join('\n'), blocks, marks: [] } }]),
  )
  const styled = below(all.get('word/document.xml')!, 'w:tc').map((cell) => [
    textIn(cell),
    below(cell, 'w:pStyle')[0]!.attributes.get('w:val'),
  ])
  expect(styled).toEqual([
    ['Month', 'CellOfHead'],
    ['Carts', 'CellOfHead'],
    ['May', 'Cell'],
    ['1,204', 'Cell'],
  ])
  const isOfHead = (style: XmlElement) => style.attributes.get('w:styleId') === 'CellOfHead'
  const styles = below(all.get('word/styles.xml')!, 'w:style')
  expect(below(styles.find(isOfHead)!, 'w:b')).toHaveLength(1)
})

test('a title that the text begins with is shown once, and is led to where annotations lie on it', async () => {
  const titled = (annotations: readonly MaterialAnnotation[]): Material => {
    const plain = material(annotations)
    const [first, ...others] = plain.text.blocks
    const blocks = [{ ...first!, kind: 'heading' as const, level: 1 }, ...others]
    return { ...plain, title: 'It pays & more.', text: { ...plain.text, blocks } }
  }
  const all = await parts(await written([titled([]), titled([annotation(1, [{ start: 3, end: 7 }])])]))
  const paragraphs = below(all.get('word/document.xml')!, 'w:p')
  const headings = paragraphs.filter((one) => /^It \[?pays/.test(textIn(one)))
  // Twice in the contents, then once in each document.
  expect(headings).toHaveLength(4)
  const titles = headings.slice(2)
  expect(titles.map(textIn)).toEqual(['It pays & more.', 'It [pays]1\u00a0Cl & more.'])
  expect(titles.map((one) => below(one, 'w:pStyle')[0]?.attributes.get('w:val'))).toEqual([
    'Heading1',
    'Heading1',
  ])
  expect(titles.map((one) => below(one, 'w:bookmarkStart')[0]?.attributes.get('w:name'))).toEqual([
    'd1',
    'd2',
  ])
})

test('the columns of a table are as wide as their words ask for, and no paragraph stands empty', async () => {
  const cells = ['Side', 'What it promised at the end of the first day of the talks', '', 'Next.']
  const starts = cells.map((_, i) => cells.slice(0, i).join('\n').length + Math.min(i, 1))
  const source = material([])
  source.text = {
    ...{ text: cells.join('\n'), marks: [], breaks: [] },
    blocks: cells.map((words, i) => ({
      ...(i < 2 ? { kind: 'table-cell' as const, row: 0, column: i } : { kind: 'paragraph' as const }),
      ...{ start: starts[i]!, end: starts[i]! + words.length },
    })),
  }
  const body = (await parts(await written([source]))).get('word/document.xml')!
  const widths = below(body, 'w:gridCol').map(({ attributes }) => Number(attributes.get('w:w')))
  expect(widths).toEqual([1404, 8007])
  expect(below(body, 'w:p').map(textIn).slice(-4)).toEqual([...cells.slice(0, 2), '', 'Next.'])
})

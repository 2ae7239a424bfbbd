import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { type OdtContent, odtOf } from '../testing/office-files.ts'
import { parseOdt } from './odt.ts'

const read = (content: OdtContent) => parseOdt(odtOf(content), 'a.odt')
const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`

test('reads headings, quotations, lists and cells', async () => {
  const { text, blocks, notes } = await read({
    styles:
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="Quotations" style:family="paragraph"/>' +
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="4"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
    body: `<text:h text:outline-level="2">Trams</text:h><text:p text:style-name="P1">They pay.</text:p>
      <text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>
      <table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell/><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row></table:table>`,
  })
  expect(text).toBe('Trams\nThey pay.\none\nmore\ninner\nwide\n\na\nb')
  expect(blocks.map(({ start: _, end: __, ...shape }) => shape)).toEqual([
    { kind: 'heading', level: 2 },
    { kind: 'quotation' },
    { kind: 'list-item', depth: 0, ordered: true },
    { kind: 'paragraph' },
    { kind: 'list-item', depth: 1, ordered: false },
    { kind: 'table-cell', row: 0, column: 0 },
    { kind: 'table-cell', row: 1, column: 0 },
    { kind: 'table-cell', row: 1, column: 1 },
  ])
  expect(notes).toEqual(['1 numbered list begins with another number than 1, which is not kept: 4.'])
})

test('reads white space, marks, links and notes as they are meant', async () => {
  const { text, marks, notes } = await read({
    styles:
      textStyle('T1', 'fo:font-weight="bold"') +
      textStyle('T2', 'style:text-position="super 58%"') +
      textStyle('T3', 'text:display="none"') +
      textStyle('T4', 'style:text-line-through-style="solid"'),
    body: `<text:p>
        A  <text:span text:style-name="T1"> b<text:s text:c="2"/>c</text:span><text:tab/><text:span text:style-name="T2">2</text:span><text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>See.</text:p></text:note-body></text:note>
        <text:a xlink:href="https://example.org/">d</text:a><text:span text:style-name="T3">secret</text:span><text:span text:style-name="T4">e</text:span><office:annotation><text:p>hm</text:p></office:annotation></text:p>`,
  })
  expect(text).toBe('A b  c\t2[1] de\n[1] See.')
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['strong', 'b  c'],
    ['sup', '2[1]'],
    ['link', 'd'],
  ])
  expect(notes).toEqual([
    'Left out: 1 hidden passage, 1 comment.',
    'Comments: “hm”.',
    '1 struck-out passage cannot be told from the rest.',
    '1 footnote or endnote stands at the end, marked [1].',
  ])
})

test('leaves deletions and pictures out, and reads text boxes after their paragraph', async () => {
  const { text, notes, breaks } = await read({
    styles:
      '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>',
    body: `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ada</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
      <text:p>first<office:annotation><dc:creator>Ben</dc:creator><dc:date>2021</dc:date><text:p>Is it?</text:p></office:annotation><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> half<text:soft-page-break/> on</text:p><text:p text:style-name="P1">second<draw:frame><draw:image/></draw:frame></text:p>`,
  })
  expect(text).toBe('first half on\nboxed\nsecond')
  expect(breaks).toEqual([
    { kind: 'page', at: 11 },
    { kind: 'page', at: 20 },
  ])
  expect(notes).toEqual([
    'Left out: 1 deleted revision, 1 comment, 1 picture.',
    'Deleted revisions: “gone” (Ada).',
    'Comments: “Is it?” (Ben).',
    '1 tracked insertion is part of the text.',
    '1 text box stands after the paragraph it hangs on.',
  ])
})

test('reads a document that is one XML file', async () => {
  const flat =
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Trams</dc:title></office:meta><office:body><office:text><text:p>Tram</text:p></office:text></office:body></office:document>'
  expect(await parseOdt(strToU8(flat), 'a.fodt')).toMatchObject({ title: 'Trams', text: 'Tram' })
})

test('refuses what is protected and what has no text part', async () => {
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
  await expect(read({ body: '', manifest })).rejects.toThrow('protected with a password')
  await expect(parseOdt(strToU8('<a/>'), 'a.fodt')).rejects.toThrow('is no text')
})

const inline = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n'), maxLength: 6 }),
  fc.constantFrom(
    ...[
      '<text:s/>',
      '<text:tab/>',
      '<text:line-break/>',
      '<text:soft-page-break/>',
      '<text:span> x </text:span>',
    ],
    '<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note>',
    '<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>',
  ),
)
const blocks = fc.letrec<{ blocks: string }>((tie) => ({
  blocks: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.array(inline, { maxLength: 5 }).map((parts) => `<text:p>${parts.join('')}</text:p>`),
        tie('blocks').map((inner) => `<text:list><text:list-item>${inner}</text:list-item></text:list>`),
        fc
          .array(tie('blocks'), { minLength: 1, maxLength: 3 })
          .map((cells) => cells.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join(''))
          .map((row) => `<table:table><table:table-row>${row}</table:table-row></table:table>`),
      ),
      { maxLength: 4 },
    )
    .map((each) => each.join('')),
})).blocks

test('keeps every rule of the model, whatever stands in the document', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (body) => {
      expect(checkStructure(await read({ body: `<text:p>x</text:p>${body}` }))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

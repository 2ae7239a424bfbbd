import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { type DocxContent, docxOf, zipOf } from '../testing/office-files.ts'
import { parseDocx } from './docx.ts'

const read = (content: DocxContent) => parseDocx(docxOf(content), 'a.docx')
const run = (words: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const paragraph = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`
const style = (id: string, name: string, inside = '') =>
  `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`

test('reads headings, quotations and lists by their styles and numbering', async () => {
  const { blocks, text, notes, title } = await read({
    parts: {
      styles:
        style('berschrift2', 'heading 2') +
        style('Own', 'My own', '<w:basedOn w:val="berschrift2"/>') +
        style('Zitat', 'Quote') +
        style('Liste', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'),
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>',
    },
    body: [
      paragraph(run('Trams'), '<w:pStyle w:val="Own"/>'),
      paragraph(run('They pay.'), '<w:pStyle w:val="Zitat"/>'),
      paragraph(run('three'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'),
      paragraph(run('inner'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'),
      paragraph(run('four'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'),
      paragraph(run('dot'), '<w:pStyle w:val="Liste"/>'),
      paragraph(run('none'), '<w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      paragraph(''),
    ].join(''),
  })
  expect(text).toBe('Trams\nThey pay.\nthree\ninner\nfour\ndot\nnone')
  expect(blocks.map(({ start: _, end: __, ...shape }) => shape)).toEqual([
    { kind: 'heading', level: 2 },
    { kind: 'quotation' },
    { kind: 'list-item', depth: 0, ordered: true },
    { kind: 'list-item', depth: 1, ordered: false },
    { kind: 'list-item', depth: 0, ordered: true },
    { kind: 'list-item', depth: 0, ordered: false },
    { kind: 'paragraph' },
  ])
  expect(title).toBe('Trams')
  expect(notes).toEqual(['1 numbered list begins with another number than 1, which is not kept: 3.'])
})

test('keeps insertions, leaves deletions, comments and pictures out, and counts them', async () => {
  const { text, notes } = await read({
    body: [
      paragraph(
        `${run('We ')}<w:ins w:id="1">${run('should ')}</w:ins><w:del w:id="2" w:author="Ada"><w:r><w:delText>must </w:delText></w:r></w:del>${run('ban cars')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:drawing><x:docPr xmlns:x="u" descr="A tram in the harbour"/><x:pic xmlns:x="u"/></w:drawing></w:r>`,
        '<w:rPr><w:del w:id="3"/></w:rPr>',
      ),
      paragraph(run(' and vans.')),
      paragraph(run('secret', '<w:vanish/>')),
      paragraph(run('old', '<w:strike/>')),
    ].join(''),
    parts: {
      header1: paragraph(run('Page head')),
      comments: `<w:comment w:id="0" w:author="Ben">${paragraph(run('Only cars?'))}${paragraph(run(`And ${'so '.repeat(40)}on`))}</w:comment><w:comment w:id="7">${paragraph(run('Nowhere.'))}</w:comment>`,
    },
  })
  expect(text).toBe('We should ban cars and vans.\nold')
  expect(notes).toEqual([
    'Left out: 1 deleted revision, 2 comments, 1 picture, 1 hidden passage.',
    'Deleted revisions: “must” (Ada).',
    `Comments: “Only cars? And ${'so '.repeat(21)}s…” (Ben), “Nowhere.”.`,
    'Pictures: “A tram in the harbour”.',
    '1 struck-out passage cannot be told from the rest.',
    '1 tracked insertion is part of the text.',
    'Left out: 1 header or footer of the pages.',
  ])
})

test('tells of what was moved, which stands only where it was moved to', async () => {
  const { text, notes } = await read({
    body: paragraph(
      `<w:moveFrom w:id="1">${run('Here. ')}</w:moveFrom>${run('We ban cars. ')}<w:moveTo w:id="2">${run('Here.')}</w:moveTo>`,
    ),
  })
  expect(text).toBe('We ban cars. Here.')
  expect(notes).toEqual(['1 moved passage is where it was moved to.'])
})

test('puts footnotes and endnotes at the end, numbered where they belong', async () => {
  const { text, notes, marks, breaks } = await read({
    body: paragraph(
      `${run('Trams pay')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' and run')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
    ),
    parts: {
      footnotes: `<w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Not always.')}`)}${paragraph(run('Ask.'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${paragraph(run('Late.'))}</w:endnote>`,
    },
  })
  expect(text).toBe('Trams pay[1] and run[2]\n[1] Not always.\nAsk.\n[2] Late.')
  expect(marks.filter(({ kind }) => kind === 'sup').map(({ start, end }) => text.slice(start, end))).toEqual([
    '[1]',
    '[2]',
  ])
  expect(breaks).toEqual([{ kind: 'section', at: 24 }])
  expect(notes).toEqual(['2 footnotes and endnotes stand at the end, marked [1] to [2].'])
})

test('reads emphasis over neighbouring runs as one, also from styles of words', async () => {
  const { text, marks } = await read({
    parts: { styles: style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>') },
    links: { l1: 'https://example.org/a', l2: 'file:///etc/passwd' },
    body: paragraph(
      `${run('a', '<w:i/>')}${run('b', '<w:i/><w:b/>')}${run('c', '<w:rStyle w:val="Strong"/>')}${run('d', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')}${run('2', '<w:vertAlign w:val="subscript"/>')}<w:hyperlink r:id="l1">${run('e')}</w:hyperlink><w:hyperlink r:id="l2">${run('f')}</w:hyperlink>`,
    ),
  })
  expect(text).toBe('abcd2ef')
  expect(marks).toEqual([
    { kind: 'em', start: 0, end: 2 },
    { kind: 'strong', start: 1, end: 3 },
    { kind: 'sub', start: 4, end: 5 },
    { kind: 'link', href: 'https://example.org/a', start: 5, end: 6 },
  ])
})

test('shows the result of fields, not their instructions', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const { text, marks } = await read({
    body: paragraph(
      `${run('See ')}${field('begin')}<w:r><w:instrText> HYPERLINK "https://example.org/" </w:instrText></w:r>${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${run('hidden')}${field('end')}${field('separate')}${run('there')}${field('end')}${run('.')}`,
    ),
  })
  expect(text).toBe('See there.')
  expect(marks).toEqual([{ kind: 'link', href: 'https://example.org/', start: 4, end: 9 }])
})

test('reads a note once, whatever hangs on it', async () => {
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const { text } = await read({
    parts: { footnotes: `<w:footnote w:id="2">${paragraph(`${run('Itself')}${reference}`)}</w:footnote>` },
    body: paragraph(`${run('Trams')}${reference}${reference}`),
  })
  expect(text).toBe('Trams[1]\n[1] Itself')
})

test('reads cells with their place, merged ones once, and a frame of one cell as paragraphs', async () => {
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${words
      .split('|')
      .map((each) => paragraph(run(each)))
      .join('')}</w:tc>`
  const { text, blocks } = await read({
    body: [
      `<w:tbl><w:tr>${cell('wide', '<w:gridSpan w:val="2"/>')}${cell('tall', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('one|two')}${cell('')}${cell('', '<w:vMerge/>')}</w:tr></w:tbl>`,
      `<w:tbl><w:tr>${cell('framed')}</w:tr></w:tbl>`,
    ].join(''),
  })
  expect(text).toBe('wide\ntall\none\ntwo\n\nframed')
  expect(blocks).toEqual([
    { kind: 'table-cell', row: 0, column: 0, start: 0, end: 4 },
    { kind: 'table-cell', row: 0, column: 2, start: 5, end: 9 },
    { kind: 'table-cell', row: 1, column: 0, start: 10, end: 17 },
    { kind: 'table-cell', row: 1, column: 1, start: 18, end: 18 },
    { kind: 'paragraph', start: 19, end: 25 },
  ])
})

test('knows where pages begin, inside paragraphs too', async () => {
  const { text, breaks } = await read({
    body: [
      paragraph(`${run('first')}<w:r><w:br/></w:r><w:r><w:lastRenderedPageBreak/></w:r>${run('second')}`),
      paragraph('<w:r><w:br w:type="page"/></w:r>'),
      paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('third')}`),
    ].join(''),
  })
  expect(text).toBe('first\nsecond\nthird')
  expect(breaks).toEqual([
    { kind: 'page', at: 6 },
    { kind: 'page', at: 13 },
  ])
})

test('takes what the file says of itself, but not what programs write by themselves', async () => {
  const body = paragraph(run('Words of a text.'))
  const stated = await read({
    body,
    core: '<dc:title>Trams</dc:title><dc:creator>Council</dc:creator><dcterms:created>2021-05-05T10:00:00Z</dcterms:created><dc:language>en_GB</dc:language>',
  })
  expect(stated).toMatchObject({
    title: 'Trams',
    metadata: { author: 'Council', date: '2021-05-05', language: 'en-GB' },
    notes: ['Its date is the day its file was begun.'],
  })
  const made = await read({
    body,
    core: '<dc:title>Document1</dc:title><dc:creator>Microsoft Office User</dc:creator>',
  })
  expect(made).toMatchObject({ title: 'Words of a text.', metadata: {} })
})

test('refuses a document without its text, and one that is cut', async () => {
  await expect(parseDocx(zipOf({ '[Content_Types].xml': '<a/>' }), 'a.docx')).rejects.toThrow(
    'its main part is missing',
  )
  await expect(parseDocx(docxOf({ body: '' }).subarray(0, 300), 'a.docx')).rejects.toThrow(
    'damaged or cut off',
  )
  await expect(read({ body: '<w:p>' })).rejects.toThrow('word/document.xml, line 1')
})

const words = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\t', '.'), maxLength: 8 })
const inline = fc.oneof(
  words.map((text) => run(text)),
  fc
    .tuple(words, fc.constantFrom('<w:b/>', '<w:i/>', '<w:strike/>', '<w:vanish/>'))
    .map(([text, look]) => run(text, look)),
  fc.constantFrom(
    ...['<w:r><w:br/></w:r>', '<w:r><w:br w:type="page"/></w:r>', '<w:r><w:tab/></w:r>'],
    ...['<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'],
    ...['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'],
  ),
)
const shape = fc.constantFrom(
  '',
  '<w:outlineLvl w:val="1"/>',
  '<w:rPr><w:del/></w:rPr>',
  '<w:pageBreakBefore/>',
  '<w:sectPr/>',
)
const blocks = fc.letrec<{ blocks: string }>((tie) => ({
  blocks: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc
          .tuple(fc.array(inline, { maxLength: 5 }), shape)
          .map(([runs, look]) => paragraph(runs.join(''), look)),
        fc
          .array(tie('blocks'), { minLength: 1, maxLength: 3 })
          .map(
            (cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`,
          ),
      ),
      { maxLength: 4 },
    )
    .map((each) => each.join('')),
})).blocks

test('keeps every rule of the model, whatever stands in the document', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (body) => {
      const document = await read({
        body: `${paragraph(run('x'))}${body}`,
        parts: { footnotes: `<w:footnote w:id="1">${paragraph(run('note'))}</w:footnote>` },
      })
      expect(checkStructure(document)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

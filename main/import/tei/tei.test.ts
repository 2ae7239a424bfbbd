import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { corpusPath, isInCorpus } from '../../exchange/testing/corpus.ts'
import type { ParsedText } from '../parsed-document.ts'
import { parseTei } from './tei.ts'

const header = `<teiHeader><fileDesc><titleStmt><title type="main">The Tram</title><title type="sub">A play</title>
  <author>Ada</author></titleStmt><publicationStmt><date when="2021-05-05"/></publicationStmt>
  <sourceDesc><bibl><publisher>Old Press</publisher><date>1871</date><ref target="https://example.org/t"/></bibl></sourceDesc></fileDesc>
  <profileDesc><particDesc><listPerson><person xml:id="m"><persName>The Mayor</persName></person></listPerson></particDesc></profileDesc></teiHeader>`

function read(body: string): ParsedText {
  const document = parseTei(
    Buffer.from(
      `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header}<text><body>${body}</body></text></TEI>`,
    ),
    'tram.xml',
  )
  expect(checkStructure(document)).toEqual([])
  return document
}

const shown = ({ text, blocks }: ParsedText): string[] =>
  blocks.map(({ start, end, ...shape }) => `${Object.values(shape).join(' ')}: ${text.slice(start, end)}`)

describe('a TEI text', () => {
  it('has its words without the readings beside them, and without the space that their markup brings', () => {
    const { text, notes } = read(
      '<p>かの<ruby>\n  <rb>電車</rb>\n  <rt>でんしゃ</rt>\n</ruby>は<rs>それ</rs>と<rs>これ</rs></p>',
    )
    expect(text).toBe('かの電車はそれとこれ')
    expect(notes.join(' ')).toContain('1 reading beside a word (ruby)')
    expect(notes.join(' ')).toContain('2 references to something named')
  })

  it('says in its header what it is', () => {
    expect(read('<p>It pays.</p>')).toMatchObject({
      title: 'The Tram',
      text: 'It pays.',
      metadata: {
        author: 'Ada',
        date: '1871',
        language: 'en',
        outlet: 'Old Press',
        url: 'https://example.org/t',
      },
    })
  })

  it('has heads by their depth, verse by its lines, lists, quotations and cells', () => {
    const document = read(`<div><head>One</head><div><head>Two</head>
      <lg><l>Rose is a rose</l><l>is a rose</l></lg>
      <p>Then: <list type="ordered"><item>first</item><item>next <list><item>inner</item></list></item></list> and on.</p>
      <quote><p>Yes.</p><p>No.</p></quote>
      <table><row><cell>a</cell><cell/></row><row><cell>c</cell></row></table></div></div>`)
    expect(shown(document)).toEqual([
      ...['heading 1: One', 'heading 2: Two', 'verse: Rose is a rose', 'verse: is a rose'],
      ...[
        'paragraph: Then:',
        'list-item 0 true: first',
        'list-item 0 true: next',
        'list-item 1 false: inner',
      ],
      ...['paragraph: and on.', 'quotation: Yes.', 'quotation: No.'],
      ...['table-cell 0 0: a', 'table-cell 0 1: ', 'table-cell 1 0: c'],
    ])
  })

  it('has speeches as turns, which directions interrupt', () => {
    const document = read(`<sp who="#m"><speaker>MAYOR.</speaker><l>The tram</l><l>must stop.</l>
      <stage>Leaves.</stage><p>Now.</p></sp><u who="#m">we <pause/>will<vocal/></u>`)
    expect(shown(document)).toEqual([
      'speaker-turn MAYOR. : The tram\nmust stop.',
      'paragraph: Leaves.',
      'speaker-turn MAYOR. : Now.',
      'speaker-turn The Mayor : we will',
    ])
  })

  it('keeps the reading of the source, puts notes at the end and counts what it leaves', () => {
    const document =
      read(`<pb n="1"/><p>It costs <choice><sic>to</sic><corr>too</corr></choice> much<note>Says who?</note>,
      <persName>Ada</persName> <hi rend="bold">says</hi>, con<lb break="no"/>cerning <pb n="2"/>it.<figure><graphic url="a.png"/></figure></p>`)
    expect(document.text).toBe('It costs to much1, Ada says, concerning it.\n1 Says who?')
    expect(document.breaks).toEqual([{ kind: 'page', at: document.text.indexOf('it.') }])
    expect(document.marks.map(({ kind }) => kind)).toEqual(['sup', 'strong'])
    expect(document.notes).toEqual([
      'Left out: 1 other reading of an editor, 1 picture.',
      'The words stay, what the file says of them does not: 1 name of a person.',
    ])
  })

  it('has no words of an analysis that stands among its paragraphs', () => {
    const analysis =
      '<spanGrp><span from="#a" to="#b">Claim</span></spanGrp><interpGrp><interp>for</interp></interpGrp>'
    const document = read(`<p><w xml:id="a">It</w> <w xml:id="b">pays</w></p>${analysis}`)
    expect(document.text).toBe('It pays')
    expect(document.notes[0]).toBe('Left out: 1 span that says what words are, 1 interpretation.')
  })

  it('says how many annotations stand beside it, and how to have them', () => {
    const annotation =
      '<listAnnotation><annotation target="#p"/></listAnnotation><spanGrp><span from="#p"/></spanGrp>'
    const notesOf = (standOff: string) =>
      parseTei(
        Buffer.from(
          `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<standOff>${standOff}</standOff><text><body><p>It pays.</p></body></text></TEI>`,
        ),
        'tram.xml',
      ).notes
    expect(notesOf(annotation)).toEqual([
      'Left out: <standOff>, which holds 0 words beside the text and 2 annotations: import this file by itself to have them.',
    ])
    expect(notesOf('<p>Ada</p>')).toEqual(['Left out: <standOff>, which holds 1 word beside the text.'])
  })

  it('is read in the older form too, which has no namespace', () => {
    const bytes = Buffer.from('<TEI.2><text><body><p>It pays.</p></body></text></TEI.2>', 'utf16le')
    expect(parseTei(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]), 'tram.xml')).toMatchObject({
      title: 'tram',
      text: 'It pays.',
    })
  })

  it('is refused with a sentence where there is only a header', () => {
    const bytes = Buffer.from(`<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}</TEI>`)
    expect(() => parseTei(bytes, 'tram.xml')).toThrow('There is no <text> in this TEI file')
  })
})

const names = ['p', 'div', 'head', 'l', 'lg', 'sp', 'speaker', 'u', 'stage', 'list', 'item', 'quote', 'q']
const others = [
  'table',
  'row',
  'cell',
  'note',
  'hi',
  'choice',
  'sic',
  'app',
  'rdg',
  'eg',
  'lb',
  'pb',
  'ref',
  'del',
]

test('whatever stands in whatever, the structure fits the text and no word is lost or doubled', () => {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('one', ' two ', '\n', 'dr\u0061i', '🚋', 'e\u0301'),
      fc
        .tuple(fc.constantFrom(...names, ...others), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }))
  fc.assert(
    fc.property(tree, (body) => {
      const { text } = read(`<p>x</p>${body}`)
      const dropped = /<(?:speaker|del|choice|app|lb|pb|note)>/.test(body)
      const plain = (words: string): string => words.replace(/\s+/g, '')
      if (!dropped) expect(plain(text)).toBe(`x${plain(body.replace(/<[^>]*>/g, ''))}`)
    }),
    { numRuns: 300 },
  )
})

test.skipIf(!isInCorpus('formats', 'tei'))('reads real files of the TEI, or says what is missing', () => {
  const found = ['testbare', 'testchinese', 'testfsd', 'testi18n', 'testminimal', 'testnames'].map((name) => {
    const bytes = readFileSync(corpusPath('formats', 'tei', `${name}.xml`))
    try {
      const document = parseTei(bytes, `${name}.xml`)
      if (document.text !== '') expect(checkStructure(document)).toEqual([])
      return document.blocks.length
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return error.message
    }
  })
  const none = 'There is no <text> in this TEI file, only its header.'
  expect(found).toEqual([0, expect.any(Number), none, none, 5, 0])
  expect(found[1]).toBeGreaterThan(60)
})

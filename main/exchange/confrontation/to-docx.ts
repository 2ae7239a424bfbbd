// A Word document is a zip of a few XML files; of these only the body of the document is long, so it is written piece
// by piece as the claims come. ECMA-376, part 1: 17.4 (tables), 17.3 (paragraphs and runs), 17.7 (styles).

import { strToU8, Zip, ZipDeflate } from 'fflate'
import { asXmlHasIt } from '../../xml/xml-text.ts'
import { runsFromRight } from '../reading-copy/blocks.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'
import { aboutCopy, copyTitle, nobodyAnswers, relationOf, sourceOf, sourceOfClaim } from './in-words.ts'

/** Twentieths of a point: an A4 page with margins of 2 cm has 9638 of them from side to side. */
const widths = { claim: 4000, answer: 5638 }
const indent = 340

/** The two columns as a Word table whose head is repeated on every page; the bytes of the file, in pieces. */
export async function* confrontationAsDocx(copied: Copied): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else made.push(piece)
  })
  const put = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    // The same project gives the same file.
    file.mtime = new Date(1980, 0, 1, 12)
    zip.add(file)
    return {
      write: (text: string) => file.push(strToU8(text)),
      end: () => file.push(new Uint8Array(0), true),
    }
  }
  const taken = () => {
    if (failure) throw failure
    return made.splice(0)
  }
  for (const [name, text] of Object.entries(fixedFiles)) {
    const file = put(name)
    file.write(text)
    file.end()
  }
  const body = put('word/document.xml')
  body.write(beginning(copied))
  for await (const claim of copied.each) {
    body.write(rowsOf(claim))
    yield* taken()
  }
  body.write(ending)
  body.end()
  zip.end()
  yield* taken()
}

function beginning(copied: Copied): string {
  const head = [
    ['Claim', widths.claim],
    ['Answers', widths.answer],
  ] as const
  const cells = head.map(([words, width]) => cell(width, '', paragraph('TableHead', words)))
  return `${xml}<w:document xmlns:w="${main}"><w:body>${paragraph('Title', copyTitle)}${paragraph('Source', aboutCopy(copied))}<w:tbl><w:tblPr><w:tblStyle w:val="Confrontation"/><w:tblW w:w="${widths.claim + widths.answer}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${widths.claim}"/><w:gridCol w:w="${widths.answer}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
}

const ending =
  '</w:tbl><w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId2" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'

function rowsOf(claim: CopiedClaim): string {
  const { answers } = claim
  const rights =
    answers.length === 0
      ? [cell(widths.answer, gapEdges, paragraph('Gap', nobodyAnswers))]
      : answers.map((answer) => cell(widths.answer, '', answerParagraphs(answer)))
  const spans = rights.length > 1
  return rights
    .map((right, i) => {
      const left =
        i === 0
          ? cell(
              widths.claim,
              spans ? '<w:vMerge w:val="restart"/>' : '',
              `${paragraph('Claim', claim.words)}${paragraph('Source', sourceOfClaim(claim).join(' · '))}`,
            )
          : cell(widths.claim, '<w:vMerge/>', '<w:p/>')
      return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${left}${right}</w:tr>`
    })
    .join('')
}

function answerParagraphs(answer: CopiedAnswer): string {
  const { level, type, words, states, note, passage, isAgain } = answer
  const color = /^#[0-9a-f]{6}$/i.test(type.color) ? type.color.slice(1) : '808080'
  const edge = `<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="${color}"/></w:pBdr>`
  const own = `${edge}<w:ind w:left="${120 + (level - 1) * indent}"/>`
  const lines = [
    paragraph('Relation', relationOf(answer), own),
    paragraph('Answer', words, own),
    paragraph('Source', sourceOf(passage).join(' · '), own),
    ...(states && states.statement !== words
      ? [paragraph('Source', `States: ${states.statement}`, own)]
      : []),
    ...(note === '' ? [] : [paragraph('Note', note, own)]),
    ...(isAgain ? [paragraph('Source', 'Stands above already.', own)] : []),
  ]
  return lines.join('')
}

/** `own`: what the paragraph has besides its style, as XML, in the order that the schema asks for. */
function paragraph(style: string, words: string, own = ''): string {
  const fromRight = runsFromRight(words)
  // `bidi` stands between the edges and the indent (17.3.1.26).
  const bidi = fromRight ? '<w:bidi/>' : ''
  const properties = own.includes('<w:ind') ? own.replace('<w:ind', `${bidi}<w:ind`) : `${own}${bidi}`
  const runs = words
    .split('\n')
    .map((line, i) => `${i === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${toXml(line)}</w:t>`)
    .join('')
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr><w:r>${fromRight ? '<w:rPr><w:rtl/></w:rPr>' : ''}${runs}</w:r></w:p>`
}

function cell(width: number, own: string, content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${own}</w:tcPr>${content}</w:tc>`
}

const edge = (side: string) => `<w:${side} w:val="dashed" w:sz="8" w:space="0" w:color="8F8672"/>`
const gapEdges = `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map(edge).join('')}</w:tcBorders>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function toXml(words: string): string {
  return asXmlHasIt(words.toWellFormed()).replace(/[&<>"]/g, (character) => entities[character]!)
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

interface Style {
  name: string
  /** Half points. */
  size: number
  color?: string
  isBold?: true
  isItalic?: true
  isSans?: true
  before?: number
  after?: number
}

const styles: Record<string, Style> = {
  Title: { name: 'Title', size: 38, after: 60 },
  TableHead: { name: 'Table Head', size: 17, isBold: true, isSans: true, after: 40 },
  Claim: { name: 'Claim', size: 20, isBold: true, before: 60 },
  Relation: { name: 'Relation', size: 16, isBold: true, isSans: true, before: 60 },
  Answer: { name: 'Answer', size: 20 },
  Source: { name: 'Source', size: 16, color: '4C463B', isSans: true, after: 60 },
  Note: { name: 'Note', size: 16, color: '4C463B', isItalic: true, isSans: true, after: 60 },
  Gap: { name: 'Gap', size: 17, color: '6D4A08', isBold: true, isSans: true, before: 80, after: 80 },
}

function styleOf([id, { name, size, color, isBold, isItalic, isSans, before = 0, after = 0 }]: [
  string,
  Style,
]): string {
  const font = isSans ? '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>' : ''
  const both = (tag: string, isOn?: true) => (isOn ? `<w:${tag}/><w:${tag}Cs/>` : '')
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="${before}" w:after="${after}"/></w:pPr><w:rPr>${font}${both('b', isBold)}${both('i', isItalic)}${color ? `<w:color w:val="${color}"/>` : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
}

const tableStyle = `<w:style w:type="table" w:customStyle="1" w:styleId="Confrontation"><w:name w:val="Confrontation"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="6D6556"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="B9B2A2"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9B2A2"/></w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`

/** By their names in the package. The list of kinds has to come first. */
const fixedFiles = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/footer.xml" ContentType="${word}.footer+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships">${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'footer', 'footer.xml')}</Relationships>`,
  'word/styles.xml': `${xml}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${Object.entries(styles).map(styleOf).join('')}${tableStyle}</w:styles>`,
  'word/footer.xml': `${xml}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Source"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
}

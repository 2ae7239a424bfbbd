import { xmlAttribute, xmlText } from '../../../xml/xml-text.ts'
import { runsFromRight } from '../blocks.ts'
import { pageXml, textWidth } from './page-size.ts'
import { bullets, paragraph } from './paragraphs.ts'
import { field, runs } from './runs.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const documentStart = `${xml}<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>`

/**
 * A4 pages with margins of 2.2 cm, their numbers at the foot. `document`: the number of the document whose title stands
 * at the head of all but the first; null for none.
 */
export function sectionXml(document: number | null): string {
  const head = document === null ? '' : `<w:headerReference w:type="default" r:id="header${document}"/>`
  return `<w:sectPr>${head}<w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="first" r:id="footer"/>${pageXml}<w:titlePg/></w:sectPr>`
}

export const documentEnd = '</w:body></w:document>'

export const commentsXml = (comments: readonly string[]) =>
  `${xml}<w:comments xmlns:w="${main}">${comments.join('')}</w:comments>`

const headOf = (document: number) => `header${document}`
const countedTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1)

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${xmlAttribute(target)}"${mode}/>`

/** `documents`: how many there are. */
export const documentRelations = (addresses: readonly string[], documents: number) =>
  `${xml}<Relationships xmlns="${packages}/relationships">${[
    ...['styles', 'numbering', 'settings', 'comments', 'footer'].map((name) =>
      relation(name, name, `${name}.xml`),
    ),
    ...countedTo(documents).map((number) => relation(headOf(number), 'header', `${headOf(number)}.xml`)),
    ...addresses.map((address, i) =>
      relation(
        `link${i + 1}`,
        'hyperlink',
        address.toWellFormed().replace(/\s/g, '%20'),
        ' TargetMode="External"',
      ),
    ),
  ].join('')}</Relationships>`

/** `lists`: how many lists with numbers there are; each counts from 1. */
export function numberingXml(lists: number): string {
  const signs = ['•', '–', '▪']
  const formats = ['decimal', 'lowerLetter', 'lowerRoman']
  const levels = (isNumbered: boolean) =>
    Array.from({ length: 9 }, (_, level) => {
      const format = isNumbered ? formats[level % 3]! : 'bullet'
      const text = isNumbered ? `%${level + 1}.` : signs[level % 3]!
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * 397}" w:hanging="340"/></w:pPr></w:lvl>`
    }).join('')
  const own = Array.from(
    { length: lists },
    (_, i) =>
      `<w:num w:numId="${i + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  return `${xml}<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels(false)}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${levels(true)}</w:abstractNum><w:num w:numId="${bullets}"><w:abstractNumId w:val="0"/></w:num>${own.join('')}</w:numbering>`
}

interface Style {
  name: string
  type?: 'character'
  /** Of paragraphs, as XML in the order of the schema. */
  paragraph?: string
  /** Of runs, likewise. */
  run?: string
}

const sans = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const bold = '<w:b/><w:bCs/>'
const soft = '<w:color w:val="4C463B"/>'
const spacing = (before: number, after: number, more = '') =>
  `<w:spacing w:before="${before}" w:after="${after}"${more}/>`

const headings = [32, 27, 24, 22, 21, 21, 21, 21, 21].map((points, i): [string, Style] => [
  `Heading${i + 1}`,
  {
    name: `heading ${i + 1}`,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(i === 0 ? 0 : 280, 100)}<w:outlineLvl w:val="${i}"/>`,
    run: `${i === 0 ? '' : bold}${i > 3 ? '<w:i/><w:iCs/>' : ''}${size(points)}`,
  },
])

const styles: [id: string, style: Style][] = [
  ['Title', { name: 'Title', paragraph: `<w:keepNext/>${spacing(0, 100)}`, run: size(40) }],
  ...headings,
  ['Text', { name: 'Body Text', paragraph: spacing(0, 140, ' w:line="300" w:lineRule="auto"') }],
  [
    'Quotation',
    {
      name: 'Quote',
      paragraph: `${spacing(60, 140, ' w:line="290" w:lineRule="auto"')}<w:ind w:left="397" w:right="397"/>`,
    },
  ],
  ['Verse', { name: 'Verse', paragraph: `${spacing(60, 140)}<w:ind w:left="397"/>` }],
  [
    'Preformatted',
    {
      name: 'HTML Preformatted',
      paragraph: spacing(60, 140),
      run: `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/>${size(18)}`,
    },
  ],
  [
    'Speaker',
    {
      name: 'Speaker',
      paragraph: `<w:keepNext/>${spacing(100, 0)}`,
      run: `${sans}${bold}${soft}${size(17)}`,
    },
  ],
  ['ListItem', { name: 'List Paragraph', paragraph: spacing(0, 60, ' w:line="290" w:lineRule="auto"') }],
  ['Cell', { name: 'Table Cell', paragraph: spacing(30, 30), run: size(19) }],
  [
    'CellOfHead',
    { name: 'Table Head Cell', paragraph: `<w:keepNext/>${spacing(30, 30)}`, run: `${bold}${size(19)}` },
  ],
  [
    'PageTurn',
    {
      name: 'Page of the Source',
      paragraph: `<w:keepNext/><w:pBdr><w:top w:val="dashed" w:sz="4" w:space="2" w:color="B9B2A2"/></w:pBdr>${spacing(60, 60)}<w:jc w:val="right"/>`,
    },
  ],
  [
    'Contents',
    {
      name: 'Contents',
      paragraph: `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${spacing(0, 80)}<w:ind w:left="397" w:hanging="397"/>`,
      run: size(22),
    },
  ],
  ['Facts', { name: 'Facts', paragraph: spacing(0, 60), run: `${sans}${soft}${size(17)}` }],
  ['LastFacts', { name: 'Last Facts', paragraph: spacing(0, 280), run: `${sans}${soft}${size(17)}` }],
  [
    'PartHead',
    {
      name: 'Part Head',
      paragraph: `<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="6D6556"/></w:pBdr>${spacing(300, 80)}`,
      run: `${sans}${bold}${size(21)}`,
    },
  ],
  ['LegendItem', { name: 'Legend', paragraph: spacing(0, 40), run: `${sans}${size(18)}` }],
  ['EndOfLegend', { name: 'End of the Legend', paragraph: spacing(0, 120), run: size(12) }],
  ['LinkedPassage', { name: 'Linked Passage', paragraph: `<w:keepNext/>${spacing(100, 30)}`, run: size(19) }],
  ['LinkItem', { name: 'Link', paragraph: `${spacing(0, 30)}<w:ind w:left="397"/>`, run: size(18) }],
  [
    'LinkOntoLink',
    { name: 'Link onto a link', paragraph: `${spacing(0, 30)}<w:ind w:left="794"/>`, run: size(18) },
  ],
  [
    'SectionEnd',
    { name: 'Section End', paragraph: spacing(0, 0, ' w:line="20" w:lineRule="exact"'), run: size(2) },
  ],
  ['Header', { name: 'header', run: `${sans}${soft}${size(16)}` }],
  ['Footer', { name: 'footer', paragraph: '<w:jc w:val="center"/>', run: `${sans}${soft}${size(16)}` }],
  ['CommentText', { name: 'annotation text', paragraph: spacing(0, 40), run: size(20) }],
  ['CommentReference', { name: 'annotation reference', type: 'character', run: size(16) }],
  ['Sign', { name: 'Sign', type: 'character', run: `${sans}${bold}${size(20)}` }],
  ['SourcePage', { name: 'Source Page', type: 'character', run: `${sans}${soft}${size(14)}` }],
]

function styleXml([id, { name, type, paragraph, run }]: [string, Style]): string {
  const own = /^[a-z]|Title|Quote|Body Text|List Paragraph|HTML/.test(name) ? '' : ' w:customStyle="1"'
  const isBased = type === undefined ? '<w:basedOn w:val="Normal"/>' : ''
  return `<w:style w:type="${type ?? 'paragraph'}"${own} w:styleId="${id}"><w:name w:val="${name}"/>${isBased}<w:qFormat/>${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`
}

const tableStyle =
  '<w:style w:type="table" w:customStyle="1" w:styleId="CopiedTable"><w:name w:val="Copied Table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="6D6556"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="B9B2A2"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9B2A2"/></w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'

const stylesXml = (language: string) =>
  `${xml}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/>${size(22)}${language === '' ? '' : `<w:lang w:val="${xmlAttribute(language)}"/>`}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.map(styleXml).join('')}${tableStyle}</w:styles>`

const overrides: Record<string, string> = {
  document: 'document.main',
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  comments: 'comments',
  footer: 'footer',
}

/** The parts that come before the document; the list of kinds first. */
export const partsBefore = ({
  title,
  language,
  documents,
}: {
  title: string
  language: string
  documents: readonly { title: string }[]
}): [string, string][] => [
  [
    '[Content_Types].xml',
    `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ...Object.entries(overrides),
      ...documents.map((_, i) => [headOf(i + 1), 'header']),
    ]
      .map(([part, kind]) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${kind}+xml"/>`)
      .join(
        '',
      )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${xml}<Relationships xmlns="${packages}/relationships">${relation('document', 'officeDocument', 'word/document.xml')}<Relationship Id="core" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  ],
  [
    'docProps/core.xml',
    `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title.toWellFormed())}</dc:title></cp:coreProperties>`,
  ],
  ['word/styles.xml', stylesXml(language)],
  [
    'word/settings.xml',
    `${xml}<w:settings xmlns:w="${main}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  ],
  [
    'word/footer.xml',
    `${xml}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE', '1')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES', '1')}</w:p></w:ftr>`,
  ],
  ...documents.map(({ title }, i): [string, string] => [
    `word/${headOf(i + 1)}.xml`,
    `${xml}<w:hdr xmlns:w="${main}">${paragraph(runs(title), { style: 'Header', fromRight: runsFromRight(title) })}</w:hdr>`,
  ]),
]

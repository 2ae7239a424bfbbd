import { xmlAttribute, xmlText } from '../../../xml/xml-text.ts'
import { filterName, type Sheet, spreadsheet, xmlStart } from './sheets.ts'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What people look for first comes first; parts keep the order in which they have to be written. */
const order = ['annotations', 'links', 'claims', 'documents', 'codebook', 'speakers', 'memos', 'link types']

export const partOfSheet = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

/** The parts of a workbook besides its sheets, by their names; the list of kinds comes first. */
export function partsFor(sheets: readonly Sheet[], title: string): [name: string, xml: string][] {
  const rank = (name: string) => order.indexOf(name.replace(/ \d+$/, ''))
  const shown = sheets
    .map((sheet, index) => ({ sheet, index }))
    .sort((a, b) => rank(a.sheet.name) - rank(b.sheet.name) || a.index - b.index)
  const list = shown.map(
    ({ sheet, index }) =>
      `<sheet name="${xmlAttribute(sheet.name)}" sheetId="${index + 1}" r:id="sheet${index + 1}"/>`,
  )
  const filters = shown.map(({ sheet }, at) => filterName(sheet, at))
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, i) => `<Override PartName="/${partOfSheet(i)}" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      relationships([
        ['workbook', `${office}/officeDocument`, 'xl/workbook.xml'],
        ['core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title.toWellFormed())}</dc:title><dc:creator>Rejoinder</dc:creator></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map(
          (_, i) => [`sheet${i + 1}`, `${office}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const,
        ),
        ['styles', `${office}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
  ].map(([name, xml]) => [name!, xmlStart + xml!])
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

const top = '<alignment vertical="top"/>'
const xf = (own: string) => `<xf ${own} fillId="0" borderId="0" xfId="0" applyAlignment="1">${top}</xf>`

// The numbers of `cellXfs` are those of `styleOf`; 0 is what cells have without one.
const styles = `<styleSheet xmlns="${spreadsheet}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE1"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF6D6556"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[
  xf('numFmtId="0" fontId="0"'),
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${top}</xf>`,
  xf('numFmtId="49" fontId="0" applyNumberFormat="1"'),
  xf('numFmtId="164" fontId="0" applyNumberFormat="1"'),
  xf('numFmtId="165" fontId="0" applyNumberFormat="1"'),
  xf('numFmtId="0" fontId="0" quotePrefix="1"'),
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

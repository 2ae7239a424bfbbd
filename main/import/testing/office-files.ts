import { strToU8, zipSync } from 'fflate'

/** A zip of texts, those that stand first stored and not packed as the formats want it. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  )
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces = `xmlns:w="${word}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

export interface DocxContent {
  /** What stands in `w:body`. */
  body: string
  /** The inside of other parts, by `styles`, `numbering`, `footnotes`, `endnotes`, `header1`. */
  parts?: Readonly<Record<string, string>>
  /** Addresses of links, by their ids. */
  links?: Readonly<Record<string, string>>
  core?: string
}

/** A Word document as Word writes it, without what no reader needs. */
export function docxOf({ body, parts = {}, links = {}, core = '' }: DocxContent): Uint8Array {
  const root: Record<string, string> = { header1: 'hdr', footer1: 'ftr' }
  const relations = [
    ...Object.keys(parts).map(
      (name) =>
        `<Relationship Id="p${name}" Type="${office}/${name.replace(/\d$/, '')}" Target="${name}.xml"/>`,
    ),
    ...Object.entries(links).map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${address}" TargetMode="External"/>`,
    ),
  ]
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${package_}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${package_}/relationships">${relations.join('')}</Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, inside]) => [
        `word/${name}.xml`,
        `<w:${root[name] ?? name} ${namespaces}>${inside}</w:${root[name] ?? name}>`,
      ]),
    ),
  })
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const odfNamespaces = [
  ...['office', 'text', 'table', 'style', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

export interface OdtContent {
  /** What stands in `office:text`. */
  body: string
  /** What stands in `office:automatic-styles`. */
  styles?: string
  meta?: string
  manifest?: string
}

/** An OpenDocument text as LibreOffice writes it, without what no reader needs. */
export function odtOf({ body, styles = '', meta = '', manifest = '' }: OdtContent): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${odfNamespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${odfNamespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0">${manifest}</manifest:manifest>`,
  })
}

export interface EpubContent {
  /** The chapters’ bodies, in the order they are read. */
  chapters: readonly string[]
  metadata?: string
  /** More files. */
  files?: Readonly<Record<string, string>>
}

/** An e-book with its parts in a folder, as most have them. */
export function epubOf({ chapters, metadata = '', files = {} }: EpubContent): Uint8Array {
  const items = chapters.map(
    (_, at) => `<item id="c${at}" href="text/ch%20${at}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `OPS/text/ch ${at}.xhtml`,
        `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`,
      ]),
    ),
    ...files,
  })
}

export interface XlsxContent {
  /** The inside of `worksheet`, by the names of sheets; the name may end in `:hidden`. */
  sheets: Readonly<Record<string, string>>
  /** The inside of `si`, each. */
  strings?: readonly string[]
  /** The inside of `styleSheet`. */
  styles?: string
  /** Attributes of `workbookPr`. */
  properties?: string
}

/** A workbook as Excel writes it, without what no reader needs. */
export function xlsxOf({ sheets, strings = [], styles = '', properties = '' }: XlsxContent): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const names = Object.keys(sheets)
  const list = names.map((written, i) => {
    const [name, state = 'visible'] = written.split(':')
    return `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="s${i + 1}"/>`
  })
  const relations = [
    ...names.map(
      (_, i) =>
        `<Relationship Id="s${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    ),
    `<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
    `<Relationship Id="styles" Type="${office}/styles" Target="/xl/styles.xml"/>`,
  ]
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships">${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`,
      ]),
    ),
  })
}

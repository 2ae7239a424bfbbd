import { Failure } from '../../../preload/contract/failure.ts'
import { elementIn, elementsIn, parseXml, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { openZip } from '../../zip/zip-archive.ts'
import { type OfficeFacts, officeDocument } from '../office-document.ts'
import { OfficeText } from '../office-text.ts'
import type { ParsedText } from '../parsed-document.ts'
import { counted } from '../tally.ts'
import { OdtStyles } from './styles.ts'
import { OdtWalk } from './walk.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const prefixes: Readonly<Record<string, string>> = {
  [`${oasis}:office:1.0`]: 'office',
  [`${oasis}:text:1.0`]: 'text',
  [`${oasis}:table:1.0`]: 'table',
  [`${oasis}:style:1.0`]: 'style',
  [`${oasis}:xsl-fo-compatible:1.0`]: 'fo',
  [`${oasis}:drawing:1.0`]: 'draw',
  [`${oasis}:meta:1.0`]: 'meta',
  [`${oasis}:manifest:1.0`]: 'manifest',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

interface OdtParts {
  content: XmlElement
  styles: XmlElement | null
  meta: XmlElement | null
}

/**
 * An OpenDocument text as blocks and marks, zipped or as one XML file: tracked insertions are read, deletions are not;
 * footnotes come to the end. Fails with `unreadable`.
 */
export async function parseOdt(bytes: Uint8Array, name: string): Promise<ParsedText> {
  const { content, styles, meta } = bytes[0] === 0x50 ? await partsOf(bytes) : flat(bytes)
  const body = elementIn(content, 'office:body')
  const inside = body && elementIn(body, 'office:text')
  if (!inside) throw new Failure('unreadable', 'This OpenDocument file is no text: it has none.')
  const out = new OfficeText()
  const walk = new OdtWalk(out, new OdtStyles(styles ? [styles, content] : [content]))
  walk.blocks(inside)
  const text = out.finish()
  walk.tell()
  const notes = out.told()
  const edges = countEdges(styles ?? content)
  if (edges > 0)
    notes.push(`Left out: ${counted(edges, 'header or footer', 'headers or footers')} of the pages.`)
  return officeDocument(text, { facts: factsOf(meta), notes, name })
}

async function partsOf(bytes: Uint8Array): Promise<OdtParts> {
  const zip = await openZip(bytes)
  const read = async (name: string) =>
    zip.has(name) ? parseXml(await zip.read(name), { prefixes, called: name }) : null
  const manifest = await read('META-INF/manifest.xml')
  const entries = manifest ? elementsIn(manifest, 'manifest:file-entry') : []
  if (entries.some((entry) => elementIn(entry, 'manifest:encryption-data'))) {
    throw new Failure(
      'unreadable',
      'This document is protected with a password: open it in LibreOffice, save it without a password, then import it.',
    )
  }
  const content = await read('content.xml')
  if (!content) {
    throw new Failure(
      'unreadable',
      'This OpenDocument file is damaged: the part with its text is missing. Open it in LibreOffice and save it again.',
    )
  }
  return { content, styles: await read('styles.xml'), meta: await read('meta.xml') }
}

function flat(bytes: Uint8Array): OdtParts {
  const content = parseXml(bytes, { prefixes })
  return { content, styles: null, meta: content }
}

/** Pages may look different on the left and first; an empty one is none. */
function countEdges(root: XmlElement): number {
  const masters = elementIn(root, 'office:master-styles')
  const pages = masters ? elementsIn(masters, 'style:master-page') : []
  return pages
    .flatMap((page) => elementsIn(page))
    .filter(({ name }) => /^style:(?:header|footer)/.test(name))
    .filter((edge) => textIn(edge).trim() !== '').length
}

function factsOf(root: XmlElement | null): OfficeFacts {
  const meta = root && elementIn(root, 'office:meta')
  const said = (name: string) => {
    const found = meta && elementIn(meta, name)
    return found ? textIn(found) : ''
  }
  return {
    title: said('dc:title'),
    author: said('meta:initial-creator') || said('dc:creator'),
    created: said('meta:creation-date'),
    language: said('dc:language'),
  }
}

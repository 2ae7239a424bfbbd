import { posix } from 'node:path'
import { Failure } from '../../preload/contract/failure.ts'
import { readXml } from '../xml/read-xml.ts'
import type { XmlHandler } from '../xml/xml-reader.ts'
import { elementsIn, parseXml, type XmlElement } from '../xml/xml-tree.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const strict = 'http://purl.oclc.org/ooxml/officeDocument'

/** Namespaces of both editions of ECMA-376 (the strict one has addresses of its own), by the prefix they get here. */
const officePrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  [`${office}/relationships`]: 'r',
  [`${strict}/relationships`]: 'r',
  [`${office}/math`]: 'm',
  [`${strict}/math`]: 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
}

export interface Relation {
  id: string
  /** The last word of its type, such as `hyperlink`. */
  type: string
  /** A part’s name in the zip, or for external ones an address. */
  target: string
  isExternal: boolean
}

/** The parts of a document of Microsoft Office (ECMA-376, part 2: packages). */
export class OfficeParts {
  readonly #zip: ZipArchive
  /** Names of parts do not tell large letters from small ones. */
  readonly #names: ReadonlyMap<string, string>

  constructor(zip: ZipArchive) {
    this.#zip = zip
    this.#names = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  }

  /** The name of the part that all others hang on, usually called `usual`. Fails with `unreadable` where there is none. */
  async main(usual: string): Promise<string> {
    const main = (await this.relationsOf('')).find(({ type }) => type === 'officeDocument')
    const name = main?.target ?? usual
    if (this.#names.has(name.toLowerCase())) return name
    throw new Failure(
      'unreadable',
      'This document is damaged: its main part is missing. Open it in the program it comes from and save it again.',
    )
  }

  /** Null where there is no such part. */
  async read(name: string): Promise<XmlElement | null> {
    const stored = this.#names.get(name.toLowerCase())
    if (stored === undefined) return null
    return parseXml(await this.#zip.read(stored), { prefixes: officePrefixes, called: stored })
  }

  /** A part that may be too large to be held at once. Tells whether there is one. */
  async readPiecewise(name: string, handler: XmlHandler): Promise<boolean> {
    const stored = this.#names.get(name.toLowerCase())
    if (stored === undefined) return false
    await readXml(this.#zip.pieces(stored), handler, { prefixes: officePrefixes, called: stored })
    return true
  }

  /** What a part refers to; of the whole package with ''. */
  async relationsOf(part: string): Promise<Relation[]> {
    const folder = posix.dirname(part)
    const root = await this.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
    if (!root) return []
    return elementsIn(root, 'Relationship').map(({ attributes }) => {
      const target = attributes.get('Target') ?? ''
      const isExternal = attributes.get('TargetMode') === 'External'
      return {
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').split('/').at(-1)!,
        // Below the folder of the part, or from the root of the package.
        target: isExternal ? target : posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1),
        isExternal,
      }
    })
  }
}

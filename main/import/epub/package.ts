import { posix } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import { elementIn, elementsIn, parseXml, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import type { ZipArchive } from '../../zip/zip-archive.ts'

const prefixes: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://www.idpf.org/2007/opf': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
}

export interface Chapter {
  /** Its name in the zip. */
  file: string
  mediaType: string
  isContents: boolean
}

/** What an e-book says of itself and in which order its parts are read (EPUB 3.3, Package Documents; EPUB 2 alike). */
export interface BookPackage {
  chapters: Chapter[]
  /** The first of each kind that is not empty; '' where there is none. */
  said(name: string): string
  all(name: string): string[]
}

/** Fails with `unreadable` for a book without these parts, and for one that is locked. */
export async function readPackage(zip: ZipArchive): Promise<BookPackage> {
  const container = await readPart(zip, 'META-INF/container.xml')
  const files = container ? elementIn(container, 'rootfiles') : undefined
  const path = (files && elementIn(files, 'rootfile')?.attributes.get('full-path')) ?? ''
  const book = path === '' ? null : await readPart(zip, path)
  const manifest = book ? elementIn(book, 'manifest') : undefined
  const spine = book ? elementIn(book, 'spine') : undefined
  if (!book || !manifest || !spine) {
    throw new Failure('unreadable', 'This e-book is damaged: the list of its chapters is missing.')
  }
  const folder = posix.dirname(path)
  const items = new Map(
    elementsIn(manifest, 'item').map(({ attributes }) => [
      attributes.get('id') ?? '',
      {
        file: placeOf(attributes.get('href') ?? '', folder),
        mediaType: attributes.get('media-type') ?? '',
        isContents: (attributes.get('properties') ?? '').split(/\s+/).includes('nav'),
      },
    ]),
  )
  // A book may name each of its parts once.
  const chapters = [
    ...new Set(
      elementsIn(spine, 'itemref').map(({ attributes }) => {
        const id = attributes.get('idref') ?? ''
        if (!items.has(id)) items.set(id, missing())
        return items.get(id)!
      }),
    ),
  ]
  await refuseLocked(zip, chapters)
  const metadata = elementIn(book, 'metadata')
  const inner = metadata && elementIn(metadata, 'dc-metadata')
  const all = (name: string) =>
    [metadata, inner]
      .flatMap((each) => (each ? elementsIn(each, name) : []))
      .map((each) => textIn(each).trim())
      .filter((words) => words !== '')
  return { chapters, all, said: (name) => all(name)[0] ?? '' }
}

const missing = (): Chapter => ({ file: '', mediaType: 'application/xhtml+xml', isContents: false })

async function readPart(zip: ZipArchive, name: string): Promise<XmlElement | null> {
  return zip.has(name) ? parseXml(await zip.read(name), { prefixes, called: name }) : null
}

/** Without what follows `#`; the rest is written as an address. */
function placeOf(href: string, folder: string): string {
  const path = href.split('#', 1)[0]!
  return posix.join('/', folder, decoded(path)).slice(1)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Fonts may be scrambled in any book; scrambled chapters are a lock. */
async function refuseLocked(zip: ZipArchive, chapters: readonly Chapter[]): Promise<void> {
  const encryption = await readPart(zip, 'META-INF/encryption.xml')
  if (!encryption) return
  const locked = new Set(
    elementsIn(encryption, 'enc:EncryptedData').flatMap((data) => {
      const cipher = elementIn(data, 'enc:CipherData')
      const reference = cipher && elementIn(cipher, 'enc:CipherReference')
      return placeOf(reference?.attributes.get('URI') ?? '', '')
    }),
  )
  if (chapters.some(({ file }) => locked.has(file))) {
    throw new Failure(
      'unreadable',
      'This e-book is locked by the shop it comes from: get it without copy protection.',
    )
  }
}

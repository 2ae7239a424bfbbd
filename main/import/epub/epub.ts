import { parse } from 'parse5'
import type { Metadata } from '../../../preload/contract/document.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import { encodingOfXml } from '../../xml/decode-xml.ts'
import { openZip } from '../../zip/zip-archive.ts'
import { decode } from '../decode.ts'
import { HtmlWalk } from '../html-walk.ts'
import { joinTexts } from '../joined-text.ts'
import { type Losses, lossNotes } from '../loss-notes.ts'
import type { ParsedText } from '../parsed-document.ts'
import { isoDateOf, languageOf, linkTargetOf } from '../stated-facts.ts'
import { Tally } from '../tally.ts'
import { longestStatedTitle, oneLine, shorten, titleOfName } from '../title.ts'
import { type BookPackage, readPackage } from './package.ts'

/** An e-book, its chapters in the order they are read, each a section. Fails with `unreadable`. */
export async function parseEpub(bytes: Uint8Array, name: string): Promise<ParsedText> {
  const zip = await openZip(bytes)
  const book = await readPackage(zip)
  const losses: Losses = { leftOut: new Tally(), struckOut: 0, renumbered: [] }
  const texts: StructuredText[] = []
  for (const { file, mediaType, isContents } of book.chapters) {
    if (isContents) losses.leftOut.add('table of contents', 'tables of contents')
    else if (!/html/.test(mediaType)) losses.leftOut.add('page that is a picture', 'pages that are pictures')
    else if (!zip.has(file))
      losses.leftOut.add('chapter that is missing in the file', 'chapters that are missing in the file')
    else texts.push(chapterOf(await zip.read(file), losses))
  }
  const text = joinTexts(texts)
  const heading = text.blocks.find(({ kind, start, end }) => kind === 'heading' && end > start)
  const headline = heading ? oneLine(text.text.slice(heading.start, heading.end)) : ''
  const title = shorten(oneLine(book.said('dc:title')) || headline, longestStatedTitle)
  return { ...text, title: title || titleOfName(name), metadata: factsOf(book), notes: lossNotes(losses) }
}

function chapterOf(bytes: Uint8Array, losses: Losses): StructuredText {
  const { text } = decode(bytes, { chosen: null, declared: encodingOfXml(bytes) })
  const walk = new HtmlWalk(parse(closed(text)), undefined)
  losses.leftOut.addAll(walk.leftOut)
  losses.struckOut += walk.struckOut
  losses.renumbered.push(...walk.renumbered)
  return walk.finish()
}

/** Chapters are XML, where `<a id="x"/>` is complete; in HTML it would go on to the end of the chapter. */
function closed(text: string): string {
  return text.replace(/<([a-z][a-z\d:-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, rest: string) =>
    voidElements.has(name.toLowerCase()) ? whole : `<${name}${rest}></${name}>`,
  )
}

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

function factsOf(book: BookPackage): Metadata {
  const metadata: Metadata = {}
  const authors = book.all('dc:creator').map(oneLine)
  const date = book
    .all('dc:date')
    .map(isoDateOf)
    .find((each) => each !== null)
  const language = book.said('dc:language') === '' ? null : languageOf(book.said('dc:language'))
  const url = [...book.all('dc:source'), ...book.all('dc:identifier')]
    .map((each) => linkTargetOf(each))
    .find(Boolean)
  if (authors.length > 0) metadata.author = [...new Set(authors)].join(', ')
  if (book.said('dc:publisher') !== '') metadata.outlet = oneLine(book.said('dc:publisher'))
  if (date) metadata.date = date
  if (language !== null) metadata.language = language
  if (url) metadata.url = url
  return metadata
}

import { basename } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import type { Span, StructuredText } from '../../../preload/contract/text.ts'
import { decode } from '../../import/decode.ts'
import { formatByName, textFormats, withoutEnding } from '../../import/formats.ts'
import { parseHtml } from '../../import/html.ts'
import { declaredEncoding } from '../../import/html-encoding.ts'
import { codePointsOf } from '../code-points.ts'
import type { Incoming, IncomingAnnotation, PutsAway, SourceFiles } from '../formats/annotation-format.ts'
import { plainText } from '../formats/plain-text.ts'

type Document = Incoming['documents'][number]

/** More texts than these are known by their names only; in bytes together. */
const mostTexts = 50
const mostBytes = 50_000_000

/**
 * Gives documents that came without a text the one that lies beside them: of their name, else the only one in which
 * the words stand that are said of them, which is told. `used` are the files that were taken.
 */
export async function withTextsBeside(
  incoming: Incoming,
  source: SourceFiles,
  away: PutsAway | undefined,
): Promise<{ incoming: Incoming; used: string[] }> {
  const lacking = incoming.documents.filter(({ text }) => text === null)
  const free = new Set(source.paths.filter((path) => isText(path)))
  if (lacking.length === 0 || free.size === 0) return { incoming, used: [] }
  const quotes = quotesByDocument(incoming.annotations)
  const files = new Map<Document, string>()
  const give = (document: Document, fitting: readonly string[]): void => {
    const [only, ...others] = fitting
    if (only === undefined || others.length > 0) return
    files.set(document, only)
    free.delete(only)
  }
  for (const document of lacking) give(document, namedAs(document, free))
  const unnamed = lacking.filter((document) => !files.has(document) && quotes.has(document.id))
  const size = [...free].reduce((sum, path) => sum + source.sizeOf(path), 0)
  if (unnamed.length > 0 && free.size <= mostTexts && size <= mostBytes) {
    const texts = new Map<string, string>()
    for (const path of free) {
      const read = await textIn(source, path)
      if (read) texts.set(path, inOneLine(read.text.text))
    }
    for (const document of unnamed) {
      const own = quotes.get(document.id)!
      const fitting = [...texts].filter(([path, text]) => free.has(path) && holds(text, own))
      give(
        document,
        fitting.map(([path]) => path),
      )
    }
  }
  const doubts = unnamed.flatMap((document) => {
    const path = files.get(document)
    return path === undefined ? [] : [{ where: document.title, what: takenFor(path || source.name) }]
  })
  return given({ ...incoming, doubts: [...incoming.doubts, ...doubts] }, source, files, away)
}

const takenFor = (path: string): string =>
  `No text of this name is here: “${basename(path)}” was taken for it, since the marked words stand there.`

async function given(
  incoming: Incoming,
  source: SourceFiles,
  files: ReadonlyMap<Document, string>,
  away: PutsAway | undefined,
): Promise<{ incoming: Incoming; used: string[] }> {
  const used: string[] = []
  const texts = new Map<string, string>()
  const documents: Document[] = []
  for (const document of incoming.documents) {
    const path = files.get(document)
    const read = path === undefined ? undefined : await textIn(source, path)
    if (path === undefined || !read) {
      documents.push(document)
      continue
    }
    used.push(path)
    texts.set(document.id, read.text.text)
    const original = { name: basename(path || source.name), mediaType: read.mediaType, bytes: read.bytes }
    documents.push({
      ...document,
      text: away?.text(read.text) ?? read.text,
      source: away?.source(original) ?? original,
    })
  }
  const annotations = incoming.annotations.map((annotation) => {
    const text = texts.get(annotation.document)
    return text === undefined ? annotation : countedIn(text, annotation)
  })
  return { incoming: { ...incoming, documents, annotations }, used }
}

const isText = (path: string): boolean => ['txt', 'html'].includes(formatByName(basename(path)) ?? '')

const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

function namedAs({ knownAs }: Document, paths: ReadonlySet<string>): string[] {
  const names = new Set(knownAs.map(plainName))
  const whole = [...paths].filter((path) => names.has(plainName(basename(path))))
  if (whole.length > 0) return whole
  const bare = new Set(knownAs.map((name) => plainName(withoutEnding(name))))
  return [...paths].filter((path) => bare.has(plainName(withoutEnding(basename(path)))))
}

function quotesByDocument(annotations: readonly IncomingAnnotation[]): Map<string, string[]> {
  const quotes = new Map<string, string[]>()
  for (const { document, quote } of annotations) {
    if (quote === null) continue
    const own = quotes.get(document) ?? []
    if (own.length < 200) own.push(...quote)
    quotes.set(document, own)
  }
  return quotes
}

/** A few words may be written otherwise than in the text of which they are. */
const holds = (text: string, quotes: readonly string[]): boolean =>
  quotes.filter((quote) => !text.includes(inOneLine(quote))).length * 10 <= quotes.length

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ')

/** Undefined for what cannot be read. */
async function textIn(
  source: SourceFiles,
  path: string,
): Promise<{ text: StructuredText; bytes: Uint8Array; mediaType: string } | undefined> {
  const isPage = formatByName(basename(path)) === 'html'
  const { mediaType } = textFormats[isPage ? 'html' : 'txt']
  try {
    const bytes = await source.read(path)
    const { text: words } = decode(bytes, { chosen: null, declared: isPage ? declaredEncoding(bytes) : null })
    if (!isPage) return { text: plainText(words.replace(/\r\n?/g, '\n')), bytes, mediaType }
    const { text, blocks, marks, breaks } = parseHtml(words, basename(path))
    return { text: { text, blocks, marks, breaks }, bytes, mediaType }
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Where the words stand only if the file has counted characters, it has: the specification of W3C wants that. */
function countedIn(text: string, annotation: IncomingAnnotation): IncomingAnnotation {
  const { spans, quote } = annotation
  const saysIt = (places: readonly (Span | undefined)[]): boolean =>
    places.every((span, at) => span !== undefined && text.slice(span.start, span.end) === quote?.[at])
  if (spans === null || quote === null || saysIt(spans)) return annotation
  const points = codePointsOf(text)
  const counted = spans.map(({ start, end }): Span | undefined => {
    const [from, to] = [points.toUtf16(start), points.toUtf16(end)]
    return from === undefined || to === undefined ? undefined : { start: from, end: to }
  })
  return saysIt(counted) ? { ...annotation, spans: counted as Span[] } : annotation
}

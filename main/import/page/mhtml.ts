import { Failure } from '../../../preload/contract/failure.ts'
import { linkTargetOf } from '../stated-facts.ts'

/** The page in a web archive: its bytes and what the archive says of them. */
export interface ArchivedPage {
  bytes: Uint8Array
  /** As it is written; null where nothing is. */
  charset: string | null
  /** Where it was saved from. */
  address: string | undefined
}

/** A part of a MIME message; `body` holds a byte in each character. */
interface MimePart {
  headers: ReadonlyMap<string, string>
  type: string
  body: string
}

/** Mails wrap their page twice or three times. */
const deepest = 5
const mostParts = 10_000

/**
 * The page of an MHTML file (RFC 2557): the part that `start` names, else the first that is a page. Pictures, style
 * sheets and the pages of frames beside it are not read. Fails with `unreadable`.
 */
export function pageInMhtml(bytes: Uint8Array): ArchivedPage {
  const message = mimePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const page = pageIn(message, deepest)
  if (!page) throw new Failure('unreadable', 'There is no page in this web archive: save the page again.')
  const address = [
    message.headers.get('snapshot-content-location'),
    page.headers.get('content-location'),
    message.headers.get('content-location'),
  ]
    .map((written) => linkTargetOf(written ?? ''))
    .find((url) => url?.startsWith('http'))
  return { bytes: bytesOf(page), charset: parameterOf(page, 'charset'), address: address ?? undefined }
}

/** Headers to the first empty line, those that go on in the next line joined. */
function mimePart(message: string): MimePart {
  const gap = /\r?\n\r?\n/.exec(message)
  const head = gap ? message.slice(0, gap.index) : message
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
  return { headers, type, body: gap ? message.slice(gap.index + gap[0].length) : '' }
}

function pageIn(part: MimePart, depth: number): MimePart | null {
  if (part.type === 'text/html' || part.type === 'application/xhtml+xml') return part
  if (!part.type.startsWith('multipart/') || depth === 0) return null
  const parts = partsOf(part)
  const start = parameterOf(part, 'start')
  const named = start === null ? undefined : parts.find(({ headers }) => headers.get('content-id') === start)
  for (const each of named ? [named, ...parts] : parts) {
    const page = pageIn(each, depth - 1)
    if (page) return page
  }
  return null
}

/** What stands between the lines of the boundary; the last may lack its end where a file was cut off. */
function partsOf(part: MimePart): MimePart[] {
  const boundary = parameterOf(part, 'boundary')
  if (boundary === null || boundary === '') return []
  const mark = `--${boundary}`
  const parts: MimePart[] = []
  let at = markAt(part.body, mark, 0)
  while (at >= 0 && parts.length < mostParts) {
    const from = part.body.indexOf('\n', at) + 1
    const closes = part.body.startsWith('--', at + mark.length)
    if (from === 0 || closes) break
    const next = markAt(part.body, mark, from)
    parts.push(mimePart(part.body.slice(from, next < 0 ? undefined : next).replace(/\r?\n$/, '')))
    at = next
  }
  return parts
}

/** Only at the beginning of a line. */
function markAt(body: string, mark: string, from: number): number {
  let at = body.indexOf(mark, from)
  while (at > 0 && body[at - 1] !== '\n') at = body.indexOf(mark, at + 1)
  return at
}

function parameterOf({ headers }: MimePart, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  )
  return found ? (found[1] ?? found[2] ?? null) : null
}

function bytesOf({ headers, body }: MimePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? ''
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return Buffer.from(unquoted(body), 'latin1')
  return Buffer.from(body, 'latin1')
}

/** `=` at the end of a line joins it to the next; `=E4` is a byte; any other `=` stands for itself. */
const unquoted = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

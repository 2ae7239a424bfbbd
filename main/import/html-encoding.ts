import { webEncodingOf } from './encodings.ts'

/** Browsers stop at 1,024 and start again when they meet a declaration later on; this looks further at once. */
const lookedAt = 16_384

/**
 * The encoding that a page declares near its beginning, or null: HTML Standard, 13.2.3.2, “prescan a byte stream to
 * determine its encoding”, and the XML declaration before it. An encoding the page cannot be in, since its ASCII
 * was just read byte by byte (UTF-16), means UTF-8 there.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, lookedAt)).toString('latin1')
  const label = xmlDeclaration.exec(head)?.[1] ?? metaDeclaration(head)
  if (label === null || label === undefined) return null
  const encoding = webEncodingOf(label)
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

const xmlDeclaration = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/
const charsetInContent = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r ;"']+))/i

function metaDeclaration(head: string): string | null {
  let at = 0
  while (at < head.length) {
    if (head.startsWith('<!--', at)) {
      // “<!-->” is a whole comment: its dashes may be those that opened it.
      const end = head.indexOf('-->', at + 2)
      at = end < 0 ? head.length : end + 3
    } else if (/^<meta[\t\n\f\r /]/i.test(head.slice(at, at + 6))) {
      const { attributes, end } = readAttributes(head, at + 5)
      const label = labelOf(attributes)
      if (end < head.length && label !== null && webEncodingOf(label) !== null) return label
      at = end + 1
    } else if (/^<\/?[a-z]/i.test(head.slice(at, at + 3))) {
      const name = /[\t\n\f\r >]/.exec(head.slice(at))
      at = name ? readAttributes(head, at + name.index).end + 1 : head.length
    } else if (/^<[!/?]/.test(head.slice(at, at + 2))) {
      const end = head.indexOf('>', at)
      at = end < 0 ? head.length : end + 1
    } else {
      at++
    }
  }
  return null
}

function labelOf(attributes: Map<string, string>): string | null {
  const charset = attributes.get('charset')
  if (charset !== undefined) return charset
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null
  const found = charsetInContent.exec(attributes.get('content') ?? '')
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null
}

/** The attributes from `from` on, the first of each name, and where the tag’s `>` stands. */
function readAttributes(head: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  const attribute =
    /[\t\n\f\r /]*(?:(>)|([^\t\n\f\r />=][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)?))?)/y
  attribute.lastIndex = from
  for (;;) {
    const start = attribute.lastIndex
    const found = attribute.exec(head)
    if (!found || attribute.lastIndex === start) return { attributes, end: head.length }
    if (found[1]) return { attributes, end: attribute.lastIndex - 1 }
    const name = found[2]!.toLowerCase()
    if (!attributes.has(name)) attributes.set(name, found[3] ?? found[4] ?? found[5] ?? '')
  }
}

import iconv from 'iconv-lite'

// iconv-lite also knows these; they are transfer encodings or, as UTF-7, a way to hide markup.
const notEncodings = new Set(['hex', 'base64', 'binary', 'internal', 'utf7', 'utf7imap', 'unicode11utf7'])

/** The encoding a label means on the web (Encoding Standard: `latin1` is windows-1252), or null. */
export function webEncodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** The encoding a label means on the web or else to iconv-lite, or null when this program knows none of that name. */
export function encodingOf(label: string): string | null {
  const plain = label.trim().toLowerCase()
  const key = plain.replace(/[^a-z0-9]/g, '')
  const known = key !== '' && !notEncodings.has(key) && iconv.encodingExists(plain)
  return webEncodingOf(plain) ?? (known ? plain : null)
}

/**
 * The bytes as text, U+FFFD where they do not decode. iconv-lite comes before the TextDecoder of the runtime,
 * whose tables differ from one version of Node and Electron to the next. A byte order mark stays.
 */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding === 'utf-8' || !iconv.encodingExists(encoding)) {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return iconv.decode(buffer, encoding, { stripBOM: false }).toWellFormed()
}

/** The bytes as text, or null where some of them stand for nothing in this encoding. */
export function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  if (encoding === 'utf-8') {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  }
  if (encoding.startsWith('utf-16') && bytes.length % 2 !== 0) return null
  if (encoding.startsWith('utf-32') && bytes.length % 4 !== 0) return null
  const text = decodeAs(encoding, bytes)
  // A damaged text that somebody saved as Unicode holds U+FFFD in earnest; in other encodings it has no place.
  return text.includes('\ufffd') && !holdsReplacement(encoding, bytes) ? null : text
}

const replacementBytes: Record<string, number[]> = {
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
  'utf-32le': [0xfd, 0xff, 0, 0],
  'utf-32be': [0, 0, 0xff, 0xfd],
}

/** Whether every U+FFFD of the decoded text was written as such. */
function holdsReplacement(encoding: string, bytes: Uint8Array): boolean {
  const written = replacementBytes[encoding]
  if (!written) return false
  const text = decodeAs(encoding, bytes)
  const width = written.length
  let inBytes = 0
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (written.every((byte, i) => bytes[at + i] === byte)) inBytes++
  }
  return inBytes === text.split('\ufffd').length - 1
}

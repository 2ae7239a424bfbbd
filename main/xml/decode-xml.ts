import { Failure } from '../../preload/contract/failure.ts'
import { byteOrderMarkOf } from '../import/decode.ts'
import { decodeStrictly, encodingOf } from '../import/encodings.ts'

/** How far a declaration is looked for, in bytes. */
export const declarationLength = 1024

/**
 * The encoding of an XML file by its first bytes: byte order mark, then the pattern of `<?xml`, then what its
 * declaration says, else UTF-8. Fails with `unreadable` for a name this program does not know.
 */
export function encodingOfXml(head: Uint8Array, called = ''): string {
  const marked = byteOrderMarkOf(head)
  if (marked !== null) return marked
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const start = Buffer.from(head.subarray(0, declarationLength)).toString('latin1')
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
  if (declared === undefined) return 'utf-8'
  const encoding = encodingOf(declared)
  if (encoding === null) {
    throw new Failure('unreadable', `${prefixed(called)}the encoding “${declared}” it declares is not known.`)
  }
  // Had it been UTF-16, its declaration could not have been read.
  return encoding.startsWith('utf-16') ? 'utf-8' : encoding
}

/** The whole of an XML file as text. Fails with `unreadable` where its bytes are not of its encoding. */
export function decodeXml(bytes: Uint8Array, called = ''): string {
  const encoding = encodingOfXml(bytes, called)
  const text = decodeStrictly(encoding, bytes)
  if (text === null) throw undecodable(encoding, called)
  return text
}

export function undecodable(encoding: string, called: string): Failure {
  return new Failure('unreadable', `${prefixed(called)}its bytes are not ${encoding}, which it says it is.`)
}

const prefixed = (called: string) =>
  called === '' ? 'This XML cannot be read: ' : `${called} cannot be read: `

import { declarationLength, encodingOfXml, undecodable } from './decode-xml.ts'
import { type XmlHandler, type XmlOptions, XmlReader } from './xml-reader.ts'

/**
 * Bytes decoded at a time: what is cut out of the words keeps all that came with it in memory, and strings of a megabyte
 * lie outside of what the collector hurries for.
 */
const atOnce = 1 << 15

/**
 * Reads an XML file that may be too large to be held at once. Fails with `unreadable`, with the line; also for the few
 * encodings that cannot be decoded piece by piece.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  options: XmlOptions = {},
): Promise<void> {
  const reader = new XmlReader(handler, options)
  let head: Uint8Array[] = []
  let headLength = 0
  let decode: ((piece: Uint8Array | null) => string) | null = null
  for await (const piece of pieces) {
    if (decode) {
      for (const part of partsOf(piece)) reader.write(decode(part))
      continue
    }
    head.push(new Uint8Array(piece))
    headLength += piece.length
    if (headLength < declarationLength) continue
    const begun = Buffer.concat(head)
    decode = decoderOf(begun, options.called)
    for (const part of partsOf(begun)) reader.write(decode(part))
    head = []
  }
  decode ??= decoderOf(Buffer.concat(head), options.called)
  reader.write(decode(Buffer.concat(head)))
  reader.write(decode(null))
  reader.end()
}

function* partsOf(piece: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < piece.length; at += atOnce) yield piece.subarray(at, at + atOnce)
}

/** Decodes piece after piece, and at last null. */
function decoderOf(head: Uint8Array, called = ''): (piece: Uint8Array | null) => string {
  const encoding = encodingOfXml(head, called)
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    return (piece) => {
      try {
        return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
      } catch {
        throw undecodable(encoding, called)
      }
    }
  } catch {
    throw undecodable(encoding, called)
  }
}

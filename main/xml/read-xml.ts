import { declarationLength, encodingOfXml, undecodable } from './decode-xml.ts'
import { type XmlHandler, type XmlOptions, XmlReader } from './xml-reader.ts'

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
      reader.write(decode(piece))
      continue
    }
    head.push(new Uint8Array(piece))
    headLength += piece.length
    if (headLength < declarationLength) continue
    decode = decoderOf(Buffer.concat(head), options.called)
    reader.write(decode(Buffer.concat(head)))
    head = []
  }
  decode ??= decoderOf(Buffer.concat(head), options.called)
  reader.write(decode(Buffer.concat(head)))
  reader.write(decode(null))
  reader.end()
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

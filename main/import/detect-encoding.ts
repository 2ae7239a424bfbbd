import { chardet } from 'jschardet'
import { decodeStrictly, encodingOf } from './encodings.ts'

export interface Detected {
  encoding: string
  text: string
}

/** Below this the detector’s own order is chance (measured on words of four to thirty letters). */
const leastConfidence = 0.05

/** More bytes beyond ASCII than this are enough for the detector to tell. */
const mostInLatin = 8

/** How much the detector looks at; it takes no more than this itself. */
const sampleLength = 200_000

/** Bytes of ASCII kept on either side of a place beyond it. */
const around = 40

/**
 * The likeliest encoding in which every byte stands for a character, with the text in it; null when none is
 * likely. A reading with control characters of the C1 range or for private use is not believed.
 */
export function detectEncoding(bytes: Uint8Array): Detected | null {
  const { ALL, MAINFRAME } = chardet.EncodingEra
  const guesses = chardet.detectAll(sampleOf(bytes), { encodingEra: (ALL & ~MAINFRAME) as typeof ALL })
  const tried = new Set<string>()
  for (const { encoding: label, confidence } of guesses) {
    const encoding = label === null ? null : encodingOf(plainName(label))
    if (encoding === null || confidence < leastConfidence || tried.has(encoding)) continue
    tried.add(encoding)
    const text = decodeStrictly(encoding, bytes)
    if (text !== null && !unlikely.test(text)) return { encoding, text }
  }
  return fewInLatin(bytes)
}

const unlikely = /[\u0080-\u0084\u0086-\u009f\p{Co}]/u

/** Between ASCII, a few letters that no detector can tell are most likely those of Western Europe. */
function fewInLatin(bytes: Uint8Array): Detected | null {
  let beyond = 0
  for (const byte of bytes) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) return null
    if (byte >= 0x80) beyond++
  }
  if (beyond === 0 || beyond > mostInLatin || beyond * 3 > bytes.length) return null
  const text = decodeStrictly('windows-1252', bytes)
  return text === null || unlikely.test(text) ? null : { encoding: 'windows-1252', text }
}

/**
 * What the detector is shown: the places with bytes beyond ASCII, each with the letters around it, so that long
 * stretches of English between them do not outweigh them. All of it where NULs or escapes are part of the encoding.
 */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0) || bytes.includes(0x1b)) return bytes.subarray(0, sampleLength)
  const sample = new Uint8Array(Math.min(bytes.length, sampleLength))
  let length = 0
  let from = 0
  for (let at = 0; at < bytes.length && length < sample.length; at++) {
    if (bytes[at]! < 0x80) continue
    let end = at + 1
    for (let quiet = 0; end < bytes.length && quiet < around; end++)
      quiet = bytes[end]! < 0x80 ? quiet + 1 : 0
    const piece = bytes.subarray(Math.max(from, at - around), Math.min(end, at + sampleLength))
    sample.set(piece.subarray(0, sample.length - length), length)
    length += Math.min(piece.length, sample.length - length)
    from = end
    at = end
  }
  return sample.subarray(0, length)
}

/** The detector’s names where they differ from those everybody uses. */
function plainName(label: string): string {
  return label
    .toLowerCase()
    .replace(/^utf-(16|32)-(le|be)$/, 'utf-$1$2')
    .replace(/^iso(8859-\d+)$/, 'iso-$1')
    .replace(/^cp874$/, 'windows-874')
    .replace(/^cp949$/, 'euc-kr')
}

import { Failure } from '../../preload/contract/failure.ts'
import { detectEncoding } from './detect-encoding.ts'
import { decodeAs, decodeStrictly, encodingOf } from './encodings.ts'
import { counted } from './tally.ts'

/** The text of a file: well-formed Unicode, `\n` for line ends, no byte order mark, no C0 control but tab, VT, FF. */
export interface Decoded {
  text: string
  encoding: string
  /** The encoding follows from nothing but what the letters are likely to be. */
  isGuessed: boolean
  /** Sentences on what was guessed or changed. */
  notes: string[]
}

export interface EncodingChoice {
  /** A person’s choice: it wins, whatever the bytes say. */
  chosen: string | null
  /** What the file says of itself inside; believed after a byte order mark and where the bytes agree. */
  declared: string | null
}

/** So many letters beyond ASCII that are well-formed UTF-8 are so by no chance. */
const fewestLetters = 5

const byteOrderMarks: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  // Before UTF-16, whose mark it begins with.
  ['utf-32le', 0xff, 0xfe, 0, 0],
  ['utf-32be', 0, 0, 0xfe, 0xff],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
]

/** The encoding that the file’s first bytes announce. */
export function byteOrderMarkOf(bytes: Uint8Array): string | null {
  const found = byteOrderMarks.find(([, ...mark]) => mark.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? null
}

/**
 * Bytes to text: a person’s choice, else the byte order mark, what the file declares, strict UTF-8, a guess.
 * Fails with `unreadable` where bytes stand for no character, and with `bad-input` when the choice is no encoding.
 */
export function decode(bytes: Uint8Array, { chosen, declared }: EncodingChoice): Decoded {
  const read = chosen === null ? readByContent(bytes, declared) : readAsChosen(bytes, chosen)
  const { text, notes } = normalise(read.text)
  return { ...read, text, notes: [...read.notes, ...notes] }
}

function readAsChosen(bytes: Uint8Array, chosen: string): Decoded {
  const meant = encodingOf(chosen)
  // “UTF-16” leaves the order of the bytes open; the mark tells it.
  const marked = byteOrderMarkOf(bytes)
  const encoding = marked !== null && meant?.slice(0, 6) === marked.slice(0, 6) ? marked : meant
  if (encoding === null) {
    throw new Failure(
      'bad-input',
      `“${chosen}” is not an encoding this program knows: try utf-8, utf-16le, windows-1252 or another one.`,
    )
  }
  const text = decodeStrictly(encoding, bytes)
  if (text !== null) return { text, encoding, isGuessed: false, notes: [] }

  const patched = decodeAs(encoding, bytes)
  const missing = counted(patched.split('\ufffd').length - 1, 'place')
  return {
    text: patched,
    encoding,
    isGuessed: false,
    notes: [`${missing} did not decode as ${encoding} and became “\ufffd”.`],
  }
}

function readByContent(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = byteOrderMarkOf(bytes)
  if (marked !== null) {
    const text = decodeStrictly(marked, bytes)
    if (text === null)
      throw undecodable(`It begins as ${marked} does, but some of its bytes are not ${marked}`)
    return {
      text,
      encoding: marked,
      isGuessed: false,
      notes: marked === 'utf-8' ? [] : [`Read as ${marked}.`],
    }
  }

  const notes: string[] = []
  if (declared !== null) {
    const text = isUtf8AllTheSame(bytes, declared) ? null : decodeStrictly(declared, bytes)
    const told = declared === 'utf-8' ? [] : [`Read as ${declared}, as the file says.`]
    if (text !== null) return { text, encoding: declared, isGuessed: false, notes: told }
    notes.push(`The file says it is ${declared}, but it is not.`)
  }

  // ISO-2022 escapes and UTF-16 are valid UTF-8 too, full of control characters.
  if (!bytes.includes(0) && !hasIso2022Escape(bytes)) {
    const text = decodeStrictly('utf-8', bytes)
    if (text !== null) return { text, encoding: 'utf-8', isGuessed: false, notes }
  }
  const detected = detectEncoding(bytes)
  if (detected) {
    notes.push(
      `Read as ${detected.encoding}, which is a guess: if letters look wrong, import it again with another encoding.`,
    )
    return { ...detected, isGuessed: true, notes }
  }
  const text = decodeStrictly('utf-8', bytes)
  if (text !== null) return { text, encoding: 'utf-8', isGuessed: false, notes }
  throw undecodable('Some of its bytes stand for no letter in UTF-8, and no other encoding is likely')
}

/**
 * Pages are kept in UTF-8 by programs that leave in them what they once said of themselves. Text of another encoding that
 * is UTF-8 as well has but a few such letters.
 */
function isUtf8AllTheSame(bytes: Uint8Array, declared: string): boolean {
  if (declared === 'utf-8' || bytes.includes(0)) return false
  const text = decodeStrictly('utf-8', bytes)
  if (text === null) return false
  const beyondAscii = /[\u0080-\u{10ffff}]/gu
  for (let letters = 0; letters < fewestLetters; letters++) if (!beyondAscii.test(text)) return false
  return true
}

function undecodable(reason: string): Failure {
  return new Failure('unreadable', `${reason}. Choose its encoding and import it again.`)
}

function hasIso2022Escape(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\x1b$')
}

/** Line ends, byte order mark and controls; nothing else is touched. */
function normalise(raw: string): { text: string; notes: string[] } {
  const notes: string[] = []
  let text = raw
  if (text.startsWith('\ufeff')) {
    text = text.slice(1)
    notes.push('The byte order mark at its beginning was removed.')
  }
  if (text.includes('\r')) {
    const windows = text.includes('\r\n')
    const withoutWindows = windows ? text.replaceAll('\r\n', '\n') : text
    const lone = withoutWindows.includes('\r')
    text = lone ? withoutWindows.replaceAll('\r', '\n') : withoutWindows
    const found = [windows && 'Windows line ends (CR LF)', lone && 'line ends of old Macs (CR)'].filter(
      Boolean,
    )
    notes.push(`Has ${found.join(' and ')}; here every line ends with LF.`)
  }
  let controls = 0
  text = text.replace(forbiddenControls, () => {
    controls++
    return '\ufffd'
  })
  if (controls > 0) notes.push(`${counted(controls, 'control character')} became “\ufffd”.`)
  return { text, notes }
}

/** C0 controls but tab, LF, VT and FF. CR is one of them: where this is used, line ends are LF already. */
export const forbiddenControls = /(?![\t\n\v\f\u007f-\u009f])\p{Cc}/gu

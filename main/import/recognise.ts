import { Failure } from '../../preload/contract/failure.ts'
import { mayBeginWith } from '../xml/xml-root.ts'
import { byteOrderMarkOf } from './decode.ts'
import { decodeAs, encodingOf } from './encodings.ts'
import { foreignKindOf } from './foreign-kinds.ts'
import { foreignXmlKind } from './foreign-xml.ts'
import { endingOf, formatByName, type ImportFormat } from './formats.ts'
import { isPacked, packedFormatOf } from './packed-formats.ts'
import { foreignCaptions, foreignTranscript } from './spoken/foreign-transcripts.ts'
import { areOtherCaptions } from './spoken/other-captions.ts'

/**
 * The format of a file by its first bytes, and by its name only where they leave it open. Fails with `unreadable`,
 * in a sentence that says what the file is, when it is none that can be imported. An `encoding` that a person has
 * chosen tells that it is a text.
 */
export function recognise(bytes: Uint8Array, name: string, encoding: string | null = null): ImportFormat {
  const packed = packedFormatOf(bytes, name)
  if (packed !== null) return packed
  refuseForeign(bytes, name, encoding)
  const head = asAscii(bytes, encoding)
  const start = head.trimStart()
  if (isExchangeFile(start)) return 'rejoinder-jsonl'
  if (isPage(start)) return 'html'
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt'
  if (/^(?:\d+\s*\r?\n)?\d{1,2}:\d{2}:\d{2}[.,]\d{1,3}\s*-->/.test(start)) return 'srt'
  if (areOtherCaptions(start)) return 'srt'
  const captions = foreignCaptions(start)
  if (captions) throw refusal(captions.what, captions.advice)
  if (isFlatOdt(start)) return 'odt'
  if (
    /^<(?:\?xml|!DOCTYPE\s+TEI|TEI|TEI\.2)[\s>.[]/i.test(start) ||
    ['xml', 'tei', 'qdc'].includes(endingOf(name))
  ) {
    if (/<(?:\w+:)?CodeBook[\s>]/.test(start)) {
      throw new Failure('unreadable', 'This is a codebook: open the Codebook and choose Import there.')
    }
    if (mayBeginWith(start, 'TEI', 'TEI.2')) return 'tei-text'
    throw foreignXml(start)
  }
  if (/^(?:# [^\n]*\n)?#id=\d+\r?\n#text=/.test(start)) {
    throw refusal(
      'a table of WebAnno as it was before version 3 (TSV 1 or 2)',
      'import it into INCEpTION, and export it as WebAnno TSV 3 or UIMA XMI',
    )
  }
  if (/^(?:#begin document|# global\.columns)\b/.test(start)) {
    throw refusal(
      'a file of rows with a word each and its analysis (CoNLL)',
      'names that stand in a column of their own, such as “(PERSON*” or “B-PER”, come in as annotations; for the rest save its text as a text file first',
    )
  }
  if (endingOf(name) === 'conllu') {
    throw new Failure(
      'unreadable',
      'This is not CoNLL-U, though it is called so: a row of that has ten columns with tabs between. If it is a plain text, give it the ending .txt.',
    )
  }
  if (isWebArchive(head, name)) return 'mhtml'
  const named = formatByName(name)
  if (['json', 'jsonl', 'ndjson'].includes(endingOf(name)) || (named === null && isJson(start))) {
    const transcript = foreignTranscript(start)
    if (transcript) throw refusal(transcript.what, transcript.advice)
    throw refusal(
      'a data file of another program (JSON)',
      'save its texts as a table (CSV), of which each row becomes a text, or as text files first',
    )
  }
  if (isEncodedMail(start, name)) {
    throw refusal('a message whose words are encoded', 'save it as text or HTML in your mail program first')
  }

  if (named === 'html' && !/<[a-z!/]/i.test(head)) return 'txt'
  return named ?? 'txt'
}

/**
 * The format that its letters are of when somebody chooses their encoding, whether they can be read without or not;
 * '' for what is no text in any encoding.
 */
export function formatInLetters(bytes: Uint8Array, name: string): ImportFormat | '' {
  if (packedFormatOf(bytes, name) !== null) return ''
  try {
    return recognise(bytes, name, 'latin1')
  } catch (error) {
    if (error instanceof Failure) return ''
    throw error
  }
}

/** Whether it is XML that nothing here reads; in a folder that is no failure. */
export function isForeignXml(bytes: Uint8Array, name: string): boolean {
  if (endingOf(name) !== 'xml') return false
  try {
    recognise(bytes, name)
    return false
  } catch (error) {
    return error instanceof Failure && error.message === foreignXml(asAscii(bytes, null).trimStart()).message
  }
}

/** Refuses what cannot be of the format that a person has chosen. */
export function refuseOther(
  format: ImportFormat,
  bytes: Uint8Array,
  name: string,
  encoding: string | null = null,
): void {
  const packed = packedFormatOf(bytes, name)
  if (packed === format) return
  refuseForeign(bytes, name, encoding)
  if (packed !== null || isPacked(format)) {
    throw new Failure(
      'unreadable',
      'This file is not of the format that was chosen: import it without choosing one.',
    )
  }
}

function refuseForeign(bytes: Uint8Array, name: string, encoding: string | null): void {
  const refused = foreignKindOf(bytes, name)
  if (refused !== null) throw new Failure('unreadable', refused)
  if (encoding === null && isBinary(bytes)) {
    throw new Failure(
      'unreadable',
      'This is not a text: its bytes are those of a program or a picture. If it is one after all, choose its encoding.',
    )
  }
}

const foreignXml = (start: string): Failure => {
  const { what, advice } = foreignXmlKind(start)
  return refusal(what, advice)
}

function refusal(what: string, advice: string): Failure {
  return new Failure('unreadable', `This is ${what}, which cannot be imported: ${advice}.`)
}

/** The text as far as ASCII shows it, in whatever encoding. */
function asAscii(bytes: Uint8Array, chosen: string | null): string {
  const encoding = byteOrderMarkOf(bytes) ?? (chosen === null ? null : encodingOf(chosen))
  const text = encoding === null ? Buffer.from(bytes).toString('latin1') : decodeAs(encoding, bytes)
  // UTF-16 and UTF-32 without a mark show as ASCII between NULs.
  return text.replaceAll('\0', '').replace(/^\ufeff/, '')
}

/** Its first line says so itself (model.md: the line of type `project` comes first). */
function isExchangeFile(start: string): boolean {
  const line = start.slice(0, 4096).split('\n', 1)[0]!
  return line.startsWith('{') && /"format"\s*:\s*"rejoinder-jsonl"/.test(line)
}

/** A message with a page in it; a browser’s says so at once, others are believed by their name. */
function isWebArchive(head: string, name: string): boolean {
  const start = head.slice(0, 4096)
  const isMessage = /^MIME-Version:/im.test(start) && /^Content-Type:\s*multipart\/related/im.test(start)
  return isMessage || (formatByName(name) === 'mhtml' && /^Content-Type:/im.test(start))
}

/** A member of an object, as no text begins. */
const isJson = (start: string): boolean => /^[[{]\s*(?:[[{]\s*)?"[^"\n]{1,80}"\s*:/.test(start)

/** Its letters beyond ASCII, or all of it, are written as others; with several parts it is no text either. */
const isEncodedMail = (start: string, name: string): boolean => {
  const head = start.slice(0, 16_384).split(/\r?\n\r?\n/, 1)[0]!
  const isMail =
    endingOf(name) === 'eml' ||
    (/^(?:From|Received|Return-Path):/m.test(head) && /^MIME-Version:/im.test(head))
  return (
    isMail &&
    /^(?:Content-Transfer-Encoding:\s*(?:quoted-printable|base64)|Content-Type:\s*multipart\/)/im.test(head)
  )
}

/** An OpenDocument text that is one XML file. */
const isFlatOdt = (start: string) =>
  start.startsWith('<') && /<office:document\s[^>]*opendocument\.text/.test(start.slice(0, 16_384))

/** A page begins with its doctype or its root, after comments and an XML declaration. */
function isPage(start: string): boolean {
  const content = start.replace(/^(?:<!--[\s\S]*?-->|<\?xml[^>]*>|\s+)*/i, '')
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(content)
}

/**
 * Bytes that no text has: control characters in more than one place of twenty, counted after the NULs that UTF-16
 * and UTF-32 put beside every ASCII letter.
 */
function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMarkOf(bytes) !== null || looksWide(bytes)) return false
  let controls = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x20 && !isTextControl(byte)) controls++
  }
  return controls * 20 > bytes.length
}

/** Tab, LF, VT, FF, CR and the escape of ISO-2022. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b
}

/**
 * NULs in every second or fourth place and hardly anywhere else, as ASCII has them in UTF-16 and UTF-32. Letters such
 * as 𐀀 bring a few in other places.
 */
function looksWide(bytes: Uint8Array): boolean {
  const nulls = [0, 0, 0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) nulls[at % 4]!++
  const [a, b, c, d] = nulls as [number, number, number, number]
  if (a + b + c + d < bytes.length / 100) return false
  const utf16 = Math.min(a + c, b + d) * 16 < Math.max(a + c, b + d)
  const few = bytes.length / 40
  const utf32 = a <= few || d <= few
  return utf16 || (utf32 && a + b + c + d > bytes.length / 2)
}

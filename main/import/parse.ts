import { Failure } from '../../preload/contract/failure.ts'
import { type FileChoices, type FileReading, plainReading } from '../../preload/contract/file-reading.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { decode } from './decode.ts'
import { parseDocx } from './docx/docx.ts'
import { webEncodingOf } from './encodings.ts'
import { parseEpub } from './epub/epub.ts'
import { type TextFormat, textFormats } from './formats.ts'
import { parseHtml } from './html.ts'
import { declaredEncoding } from './html-encoding.ts'
import { lostLettersIn } from './lost-letters.ts'
import { parseMd } from './md.ts'
import { parseOdt } from './odt/odt.ts'
import { pageInMhtml } from './page/mhtml.ts'
import type { ParsedDocument, ParsedFile, ParsedText } from './parsed-document.ts'
import { parsePdf } from './pdf/pdf.ts'
import type { CharacterMaps } from './pdf/pdf-library.ts'
import { parseRtf } from './rtf/rtf.ts'
import { parseSubtitles } from './spoken/subtitles.ts'
import { readTranscript } from './spoken/transcript.ts'
import { readCsv, separatorOf } from './table/csv.ts'
import { tableOfTexts } from './table/table-of-texts.ts'
import { readWorkbook } from './table/xlsx/workbook.ts'
import { parseTei } from './tei/tei.ts'
import { titleOfName, titleOfText } from './title.ts'
import { parseTxt } from './txt.ts'

/** A file to parse: its bytes and name, and what has been decided about it. */
export interface ParseTask extends FileChoices {
  bytes: Uint8Array
  name: string
  format: TextFormat
}

/** What a parser may ask for that is not in the file. */
export interface ParseSurroundings {
  characterMaps: CharacterMaps
}

type Parser = (task: ParseTask, surroundings: ParseSurroundings) => ParsedText | Promise<ParsedText>

const parsers: Readonly<Record<Exclude<TextFormat, 'csv-texts' | 'xlsx-texts'>, Parser>> = {
  txt: (task) => decoded(task, null, (text) => plainText(text, task)),
  srt: (task) => decoded(task, null, (text) => parseSubtitles(text, task.name)),
  vtt: (task) => decoded(task, null, (text) => parseSubtitles(text, task.name)),
  md: (task) => decoded(task, null, (text) => parseMd(text, task.name)),
  html: (task) => decoded(task, declaredEncoding(task.bytes), (text) => parseHtml(text, task.name, task)),
  mhtml: (task) => archivedPage(task),
  docx: ({ bytes, name }) => parseDocx(bytes, name),
  odt: ({ bytes, name }) => parseOdt(bytes, name),
  rtf: ({ bytes, name }) => parseRtf(bytes, name),
  'tei-text': ({ bytes, name }) => parseTei(bytes, name),
  epub: ({ bytes, name }) => parseEpub(bytes, name),
  pdf: ({ bytes, name }, { characterMaps }) => parsePdf(bytes, name, characterMaps),
}

/** Fails with `unreadable` when the bytes do not decode or when there is no text in the file. */
export async function parse(task: ParseTask, surroundings: ParseSurroundings): Promise<ParsedFile> {
  if (task.format === 'csv-texts') return tableFrom(task)
  if (task.format === 'xlsx-texts') return workbookFrom(task)
  const { reading, ...document } = await parsers[task.format](task, surroundings)
  if (document.text.trim() === '') throw new Failure('unreadable', 'There is no text in this file.')
  return {
    documents: [
      {
        ...document,
        mediaType: textFormats[task.format].mediaType,
        notes: [...document.notes, ...replacementNotes(document.text, document.notes)],
      },
    ],
    reading: { ...plainReading, ...reading },
  }
}

/** `declared` is the encoding that the file says it has. */
function decoded(task: ParseTask, declared: string | null, read: (text: string) => ParsedText): ParsedText {
  const { text, notes, encoding, isGuessed } = decode(task.bytes, { chosen: task.encoding, declared })
  const { reading, ...document } = read(text)
  const told: Partial<FileReading> = { ...reading, encoding, isEncodingGuessed: isGuessed }
  return { ...document, notes: [...notes, ...document.notes], reading: told }
}

function archivedPage(task: ParseTask): ParsedText {
  const { bytes, charset, address } = pageInMhtml(task.bytes)
  return decoded({ ...task, bytes }, webEncodingOf(charset ?? '') ?? declaredEncoding(bytes), (text) =>
    parseHtml(text, task.name, { page: task.page, address }),
  )
}

/** Lines that say who speaks become turns where nothing else is likely; else the text stays as it is until a person says so. */
function plainText(text: string, { name, turns }: ParseTask): ParsedText {
  const transcript = readTranscript(text, turns === true)
  const facts = { title: titleOfText(text, name), metadata: {} }
  if (!transcript) return { ...parseTxt(text), ...facts, notes: [] }
  const isTaken = turns ?? !transcript.isDoubtful
  const reading = { turns: isTaken, areTurnsGuessed: turns === null && transcript.isDoubtful }
  return isTaken
    ? {
        ...transcript.structured,
        ...facts,
        title: titleOfTurns(transcript.structured, facts.title, name),
        notes: transcript.notes,
        reading,
      }
    : { ...parseTxt(text), ...facts, notes: [], reading }
}

/** What somebody says first is no headline. */
function titleOfTurns({ blocks }: StructuredText, title: string, name: string): string {
  return blocks[0]?.kind === 'speaker-turn' ? titleOfName(name) : title
}

function tableFrom({ bytes, name, encoding: chosen, table, format }: ParseTask): ParsedFile {
  const { text, notes, encoding, isGuessed } = decode(bytes, { chosen, declared: null })
  const separator = table?.separator ?? separatorOf(text)
  const { mediaType } = textFormats[format]
  const from = { separator, sheets: [], sheet: '' }
  const read = tableOfTexts(readCsv(text, separator), { choice: table, name, mediaType, from })
  return {
    documents: withNotes(read.documents, notes),
    reading: { ...read.reading, encoding, isEncodingGuessed: isGuessed },
  }
}

async function workbookFrom({ bytes, name, table, format }: ParseTask): Promise<ParsedFile> {
  const { rows, sheets, sheet, notes } = await readWorkbook(bytes, table?.sheet ?? null)
  const { mediaType } = textFormats[format]
  const from = { separator: '', sheets, sheet }
  const read = tableOfTexts(rows, { choice: table, name, mediaType, from })
  return { ...read, documents: withNotes(read.documents, notes) }
}

/** What is said of a whole table stands with its first document. */
function withNotes([first, ...rest]: readonly ParsedDocument[], notes: readonly string[]): ParsedDocument[] {
  return first ? [{ ...first, notes: [...notes, ...first.notes] }, ...rest] : []
}

/** Unless it is told already what became U+FFFD here. */
function replacementNotes(text: string, told: readonly string[]): string[] {
  return told.some((note) => note.includes('\ufffd')) ? [] : [lostLettersIn(text)].filter(Boolean)
}

import { countWords } from '../../db/count-words.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { type FileChoices, type FileReading, plainReading } from '../../preload/contract/file-reading.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { decode } from './decode.ts'
import { textKey } from './desk/same-text.ts'
import { webEncodingOf } from './encodings.ts'
import { type TextFormat, textFormats } from './formats.ts'
import { declaredEncoding } from './html-encoding.ts'
import { lostLettersIn } from './lost-letters.ts'
import type { ParsedDocument, ParsedFile, ParsedText, ReadFile } from './parsed-document.ts'
import type { CharacterMaps } from './pdf/pdf-library.ts'
import { parseSubtitles } from './spoken/subtitles.ts'
import { readTranscript } from './spoken/transcript.ts'
import { readCsv, separatorOf, statedSeparator } from './table/csv.ts'
import { tableOfTexts } from './table/table-of-texts.ts'
import { titleOfName, titleOfText } from './title.ts'
import { parseTxt } from './txt.ts'

/** A file to parse: its bytes and name, and what has been decided about it. */
export interface ParseTask extends FileChoices {
  bytes: Uint8Array
  name: string
  format: TextFormat
  /** Whether what the text says is to be compared with others. */
  wantsTextKey?: boolean
}

/** What a parser may ask for that is not in the file. */
export interface ParseSurroundings {
  characterMaps: CharacterMaps
}

type Parser = (task: ParseTask, surroundings: ParseSurroundings) => ParsedText | Promise<ParsedText>

// Each brings a library of its own, and most imports are of one kind: it is loaded when the first such file comes.
const parsers: Readonly<Record<Exclude<TextFormat, 'csv-texts' | 'xlsx-texts'>, Parser>> = {
  txt: (task) => decoded(task, null, (text) => plainText(text, task)),
  srt: (task) => decoded(task, null, (text) => parseSubtitles(text, task.name)),
  vtt: (task) => decoded(task, null, (text) => parseSubtitles(text, task.name)),
  md: async (task) => {
    const { parseMd } = await import('./md.ts')
    return decoded(task, null, (text) => parseMd(text, task.name))
  },
  html: async (task) => {
    const { parseHtml } = await import('./html.ts')
    return decoded(task, declaredEncoding(task.bytes), (text) => parseHtml(text, task.name, task))
  },
  mhtml: (task) => archivedPage(task),
  docx: async ({ bytes, name }) => (await import('./docx/docx.ts')).parseDocx(bytes, name),
  odt: async ({ bytes, name }) => (await import('./odt/odt.ts')).parseOdt(bytes, name),
  rtf: async ({ bytes, name }) => (await import('./rtf/rtf.ts')).parseRtf(bytes, name),
  'tei-text': async ({ bytes, name }) => (await import('./tei/tei.ts')).parseTei(bytes, name),
  epub: async ({ bytes, name }) => (await import('./epub/epub.ts')).parseEpub(bytes, name),
  pdf: async ({ bytes, name }, { characterMaps }) =>
    (await import('./pdf/pdf.ts')).parsePdf(bytes, name, characterMaps),
}

/** Fails with `unreadable` when the bytes do not decode or when there is no text in the file. */
export async function parse(task: ParseTask, surroundings: ParseSurroundings): Promise<ParsedFile> {
  const { documents, ...rest } = await read(task, surroundings)
  // Of several in one file none is looked for among others.
  const wantsTextKey = task.wantsTextKey && documents.length === 1
  const measured = documents.map((document) => ({
    ...document,
    words: countWords(document.text),
    textKey: wantsTextKey ? textKey(document.text) : null,
  }))
  return { ...rest, documents: measured }
}

async function read(task: ParseTask, surroundings: ParseSurroundings): Promise<ReadFile> {
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

async function archivedPage(task: ParseTask): Promise<ParsedText> {
  const { pageInMhtml } = await import('./page/mhtml.ts')
  const { parseHtml } = await import('./html.ts')
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

function tableFrom({ bytes, name, encoding: chosen, table, format }: ParseTask): ReadFile {
  const { text: written, notes, encoding, isGuessed } = decode(bytes, { chosen, declared: null })
  const stated = statedSeparator(written)
  const text = stated?.table ?? written
  const separator = table?.separator ?? stated?.separator ?? separatorOf(text)
  const { mediaType } = textFormats[format]
  const from = { separator, sheets: [], sheet: '' }
  const read = tableOfTexts(readCsv(text, separator), { choice: table, name, mediaType, from })
  return {
    documents: withNotes(read.documents, notes),
    reading: { ...read.reading, encoding, isEncodingGuessed: isGuessed },
  }
}

async function workbookFrom({ bytes, name, table, format }: ParseTask): Promise<ReadFile> {
  const { readWorkbook } = await import('./table/xlsx/workbook.ts')
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

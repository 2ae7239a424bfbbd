import { Failure } from '../../preload/contract/failure.ts'
import { type FileChoices, plainReading } from '../../preload/contract/file-reading.ts'
import { decode } from './decode.ts'
import { type TextFormat, textFormats } from './formats.ts'
import { parseHtml } from './html.ts'
import { declaredEncoding } from './html-encoding.ts'
import { parseMd } from './md.ts'
import type { ParsedFile, ParsedText } from './parsed-document.ts'
import { counted } from './tally.ts'
import { titleOfText } from './title.ts'
import { parseTxt } from './txt.ts'

/** A file to parse: its bytes and name, and what has been decided about it. */
export interface ParseTask extends FileChoices {
  bytes: Uint8Array
  name: string
  format: TextFormat
}

/** Fails with `unreadable` when the bytes do not decode or when there is no text in the file. */
export function parse(task: ParseTask): ParsedFile {
  const { bytes, format } = task
  const declared = format === 'html' ? declaredEncoding(bytes) : null
  const { text, notes, encoding, isGuessed } = decode(bytes, { chosen: task.encoding, declared })
  const { reading, ...document } = parseText(text, task)
  if (document.text.trim() === '') throw new Failure('unreadable', 'There is no text in this file.')
  return {
    documents: [
      {
        ...document,
        mediaType: textFormats[format].mediaType,
        notes: [...notes, ...document.notes, ...replacementNotes(document.text, notes)],
      },
    ],
    reading: { ...plainReading, ...reading, encoding, isEncodingGuessed: isGuessed },
  }
}

function parseText(text: string, { name, format }: ParseTask): ParsedText {
  if (format === 'html') return parseHtml(text, name)
  if (format === 'md') return parseMd(text, name)
  return { ...parseTxt(text), title: titleOfText(text, name), metadata: {}, notes: [] }
}

/** U+FFFD that was there before us is told as well: letters were lost on the text’s way here. */
function replacementNotes(text: string, told: readonly string[]): string[] {
  if (!text.includes('\ufffd') || told.some((note) => note.includes('\ufffd'))) return []
  const count = text.split('\ufffd').length - 1
  return [
    `${counted(count, 'place')} of the text ${count === 1 ? 'reads' : 'read'} “\ufffd”: letters were lost before it came here.`,
  ]
}

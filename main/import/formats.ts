import { Failure } from '../../preload/contract/failure.ts'

/** A format whose files become documents: one each, or of a table one of each row. */
export type TextFormat =
  | 'txt'
  | 'md'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'pdf'
  | 'tei-text'
  | 'srt'
  | 'vtt'
  | 'csv-texts'
  | 'xlsx-texts'
/** Every format that an import knows. */
export type ImportFormat = TextFormat | 'rejoinder-jsonl'

interface FormatDescription {
  title: string
  mediaType: string
  /** File endings without the dot. */
  endings: readonly string[]
}

/** The formats of texts, as people meet them. */
export const textFormats: Readonly<Record<TextFormat, FormatDescription>> = {
  txt: { title: 'Plain text', mediaType: 'text/plain', endings: ['txt', 'text'] },
  md: {
    title: 'Markdown',
    mediaType: 'text/markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'qmd', 'rmd'],
  },
  html: { title: 'Web page (HTML)', mediaType: 'text/html', endings: ['html', 'htm', 'xhtml'] },
  mhtml: { title: 'Saved web page (MHTML)', mediaType: 'multipart/related', endings: ['mhtml', 'mht'] },
  docx: {
    title: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx', 'docm', 'dotx', 'dotm'],
  },
  odt: {
    title: 'OpenDocument text',
    mediaType: 'application/vnd.oasis.opendocument.text',
    endings: ['odt', 'ott', 'fodt'],
  },
  rtf: { title: 'Rich Text (RTF)', mediaType: 'application/rtf', endings: ['rtf'] },
  epub: { title: 'E-book (EPUB)', mediaType: 'application/epub+zip', endings: ['epub'] },
  pdf: { title: 'PDF (its text layer)', mediaType: 'application/pdf', endings: ['pdf'] },
  'tei-text': { title: 'TEI text (XML)', mediaType: 'application/tei+xml', endings: ['tei', 'xml'] },
  srt: { title: 'Subtitles (SubRip)', mediaType: 'application/x-subrip', endings: ['srt', 'sbv'] },
  vtt: { title: 'Subtitles (WebVTT)', mediaType: 'text/vtt', endings: ['vtt'] },
  'csv-texts': { title: 'Table of texts (CSV)', mediaType: 'text/csv', endings: ['csv', 'tsv', 'tab'] },
  'xlsx-texts': {
    title: 'Table of texts (Excel)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  },
}

/** Endings of the project’s own exchange file. */
export const exchangeEndings: readonly string[] = ['jsonl']

/** The part of a name after its last dot, in lower case; '' where there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** The name without its ending. */
export function withoutEnding(name: string): string {
  const ending = endingOf(name)
  return ending === '' ? name : name.slice(0, -ending.length - 1)
}

/** The text format a file’s name stands for. */
export function formatByName(name: string): TextFormat | null {
  const ending = endingOf(name)
  const formats = Object.keys(textFormats) as TextFormat[]
  return formats.find((format) => textFormats[format].endings.includes(ending)) ?? null
}

/** The text format whose files are of a media type. */
export function formatOfMediaType(mediaType: string): FormatDescription | null {
  return Object.values(textFormats).find((format) => format.mediaType === mediaType) ?? null
}

/** Fails with `bad-input` for a name that no import format has. */
export function importFormatOf(name: string): ImportFormat {
  if (name === 'rejoinder-jsonl' || Object.hasOwn(textFormats, name)) return name as ImportFormat
  const known = [...Object.keys(textFormats), 'rejoinder-jsonl'].join(', ')
  throw new Failure('bad-input', `“${name}” is not a format that can be imported; these are: ${known}.`)
}

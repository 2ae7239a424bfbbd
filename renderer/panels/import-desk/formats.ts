/** Formats as short as a cell is; one that has no name here yet is called by its own. */
const titles: Readonly<Record<string, string>> = {
  txt: 'Plain text',
  md: 'Markdown',
  html: 'Web page',
  mhtml: 'Web archive',
  docx: 'Word',
  odt: 'OpenDocument',
  rtf: 'RTF',
  pdf: 'PDF',
  epub: 'E-book',
  'tei-text': 'TEI',
  srt: 'Subtitles (SRT)',
  vtt: 'Subtitles (VTT)',
  'csv-texts': 'Table (CSV)',
  'xlsx-texts': 'Table (Excel)',
  'rejoinder-jsonl': 'Exchange file',
}

export const formatTitle = (format: string): string => titles[format] ?? format

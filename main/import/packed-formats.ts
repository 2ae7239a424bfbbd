import { endingOf, type ImportFormat } from './formats.ts'

const signatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Zips that are documents, by an entry near their beginning or by their ending; any other zip is a folder of files. */
const documents: readonly { format: ImportFormat; entry: RegExp; endings: readonly string[] }[] = [
  { format: 'docx', entry: /word\/document/, endings: ['docx', 'docm', 'dotx', 'dotm'] },
  { format: 'epub', entry: /mimetypeapplication\/epub\+zip/, endings: ['epub'] },
  { format: 'odt', entry: /mimetypeapplication\/vnd\.oasis\.opendocument\.text/, endings: ['odt', 'ott'] },
  {
    format: 'xlsx-texts',
    // Some programs write the sheets first and the workbook last.
    entry: /xl\/(?:workbook|sharedStrings|worksheets\/[^/]{1,60})\.xml/i,
    endings: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  },
]

/** Entries of documents that are something else than a text. */
const otherDocuments = ['xl/workbook.bin', 'ppt/presentation', 'mimetypeapplication/vnd.oasis.opendocument']

/** How much of a file its format is looked for in, in bytes. */
const headLength = 65_536

/** The format of a file whose first bytes are no letters although a text is in it; null for all others. */
export function packedFormatOf(bytes: Uint8Array, name: string): ImportFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString(
    'latin1',
  )
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (isPdf(head)) return 'pdf'
  if (!isZip(head)) return null
  const byEntry = documents.find(({ entry }) => entry.test(head))
  if (byEntry) return byEntry.format
  if (otherDocuments.some((entry) => head.includes(entry))) return null
  return documents.find(({ endings }) => endings.includes(endingOf(name)))?.format ?? null
}

/** Whether files of this format are told by their first bytes alone. */
export const isPacked = (format: ImportFormat): boolean =>
  format === 'rtf' || format === 'pdf' || documents.some((document) => document.format === format)

/** Some have letters of a printer or of a mail before their first line. */
const isPdf = (head: string): boolean => /%PDF-\d/.test(head.slice(0, 1024))

const isZip = (head: string): boolean => signatures.some((start) => head.startsWith(start))

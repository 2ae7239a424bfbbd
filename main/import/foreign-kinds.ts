import { endingOf } from './formats.ts'

interface ForeignKind {
  /** As in “This is …”. */
  what: string
  /** What to do about it, as the rest of the sentence. */
  advice: string
  is(file: { head: string; name: string }): boolean
}

const asText = 'save it as text or HTML first'
const magic =
  (...starts: string[]) =>
  ({ head }: { head: string }) =>
    starts.some((start) => head.startsWith(start))

const zip = magic('PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08')
/** A zip with such an entry near its beginning, or with such an ending. */
const zipWith =
  (entry: string, ...endings: string[]) =>
  (file: { head: string; name: string }) =>
    zip(file) && (file.head.includes(entry) || endings.includes(endingOf(file.name)))

const ole = magic('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const oleEnding = (endings: string[]) => (file: { head: string; name: string }) =>
  ole(file) && endings.includes(endingOf(file.name))

/** The part that Office puts an encrypted document into, its name in UTF-16. */
const encrypted = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('')

/** Files that hold no text as such, by their first bytes; the first that fits names the file. */
const foreignKinds: readonly ForeignKind[] = [
  {
    what: 'a binary workbook of Excel (.xlsb)',
    advice: 'save it as .xlsx first',
    is: zipWith('xl/workbook.bin', 'xlsb'),
  },
  { what: 'a presentation', advice: asText, is: zipWith('ppt/presentation', 'pptx') },
  {
    what: 'an OpenDocument spreadsheet',
    advice: 'save it as .xlsx or CSV first',
    is: zipWith('opendocument.spreadsheet', 'ods'),
  },
  {
    what: 'an OpenDocument file that is no text',
    advice: asText,
    is: zipWith('application/vnd.oasis.opendocument', 'odp', 'odg'),
  },
  {
    what: 'a zip archive inside another one or under another name',
    advice: 'unpack it first',
    is: zip,
  },
  {
    what: 'a document protected with a password',
    advice: 'open it in the program it comes from, save it without a password, then import it',
    is: (file) =>
      ole(file) &&
      (oleEnding(['docx', 'docm', 'dotx', 'xlsx', 'xlsm', 'pptx'])(file) || file.head.includes(encrypted)),
  },
  { what: 'an old Word document (.doc)', advice: 'save it as .docx first', is: oleEnding(['doc', 'dot']) },
  { what: 'an old Excel workbook (.xls)', advice: 'save it as .xlsx first', is: oleEnding(['xls']) },
  { what: 'an old Office file', advice: asText, is: ole },
  {
    what: 'a project or another SQLite database',
    advice: 'a project is opened with File, Open project',
    is: magic('SQLite format 3\0'),
  },
  {
    what: 'a compressed file',
    advice: 'unpack it first',
    is: magic('\x1f\x8b', 'BZh', '\xfd7zXZ\0', '7z\xbc\xaf', 'Rar!'),
  },
  {
    what: 'a picture',
    advice: 'it has no text to read',
    is: magic('\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'),
  },
  { what: 'a sound or video file', advice: 'it has no text to read', is: isSoundOrVideo },
  { what: 'a saved web archive', advice: 'save the page as HTML first', is: magic('bplist00') },
  { what: 'a program', advice: 'it has no text to read', is: magic('\x7fELF', 'MZ\x90') },
]

/** Says what a file is that cannot be imported, and what to do about it; null when its first bytes name no such kind. */
export function foreignKindOf(bytes: Uint8Array, name: string): string | null {
  const head = Buffer.from(bytes).toString('latin1')
  const kind = foreignKinds.find((kind) => kind.is({ head, name }))
  return kind ? `This is ${kind.what}, which cannot be imported: ${kind.advice}.` : null
}

function isSoundOrVideo(file: { head: string }): boolean {
  return file.head.slice(4, 8) === 'ftyp' || hasSoundMagic(file)
}

const hasSoundMagic = magic('ID3', 'OggS', 'RIFF', 'fLaC', '\x1aE\xdf\xa3', '\xff\xfb')

import type { Metadata } from '../../../preload/contract/document.ts'
import { plainReading, undecided } from '../../../preload/contract/file-reading.ts'
import type { DeskFile, Guessed } from '../../../preload/contract/import-desk.ts'
import { guessLanguage } from '../guess-language.ts'
import { likelyDates } from '../likely-dates.ts'
import type { ListedFile } from '../listing.ts'
import type { ParsedDocument, ParsedFile } from '../parsed-document.ts'

export function waitingFile(id: number, { path, name, problem }: ListedFile): DeskFile {
  return {
    id,
    path,
    name,
    state: problem === '' ? 'waiting' : 'failed',
    problem,
    format: '',
    choices: undecided,
    reading: plainReading,
    title: '',
    metadata: {},
    guessed: [],
    dateFrom: null,
    documents: 0,
    words: 0,
    notes: [],
    same: null,
  }
}

type Found = Pick<
  DeskFile,
  | 'state'
  | 'problem'
  | 'reading'
  | 'title'
  | 'metadata'
  | 'guessed'
  | 'dateFrom'
  | 'documents'
  | 'words'
  | 'notes'
>

/** What there is to say of a file once it was read: as it says itself, and where it says nothing, as can be guessed. */
export function deskFileOf({ documents, reading }: ParsedFile, fileName: string): Found {
  const [first] = documents
  const guessed: Guessed[] = []
  if (reading.isEncodingGuessed) guessed.push('encoding')
  if (reading.areTurnsGuessed) guessed.push('turns')
  if (reading.table?.isGuessed || reading.table?.isSheetGuessed) guessed.push('table')
  const isTable = reading.table !== null
  const facts = isTable || !first ? { metadata: {}, guessed: [], dateFrom: null } : factsOf(first, fileName)
  return {
    state: 'read',
    problem: '',
    reading,
    title: isTable ? fileName : (first?.title ?? fileName),
    metadata: facts.metadata,
    guessed: [...guessed, ...facts.guessed],
    dateFrom: facts.dateFrom,
    documents: documents.length,
    words: documents.reduce((sum, { words }) => sum + words, 0),
    notes: [...new Set(documents.flatMap(({ notes }) => notes))],
  }
}

/** A document’s metadata with the date and the language it is likely to have where it does not say them. */
function factsOf(
  { text, metadata }: ParsedDocument,
  fileName: string,
): Pick<DeskFile, 'metadata' | 'guessed' | 'dateFrom'> {
  const guesses: Metadata = {}
  const date = metadata.date ? undefined : likelyDates(fileName, text)[0]
  const language = metadata.language ? null : guessLanguage(text)
  if (date !== undefined) guesses.date = date.date
  if (language !== null) guesses.language = language
  return {
    metadata: { ...metadata, ...guesses },
    guessed: Object.keys(guesses) as Guessed[],
    dateFrom: date?.from ?? null,
  }
}

import type { ImportedFile, Metadata } from '../../../preload/contract/document.ts'
import type { DeskFile, FileToBring, Guessed } from '../../../preload/contract/import-desk.ts'
import type { BroughtSet } from '../annotation-sets/planned-sets.ts'

/** A file on the desk and what the person has made of it. `edits` hold the title under `title`, fields by name. */
export interface DeskRow {
  file: DeskFile
  isIncluded: boolean
  edits: Readonly<Record<string, string>>
}

/** Files laid out before they come in; `left` of them were not looked at yet. */
export interface ImportDesk {
  desk: string
  rows: readonly DeskRow[]
  left: number
  passedOver: readonly string[]
  /** Files with annotations that were chosen with these and could not be read: told of when the desk is left. */
  refused: readonly ImportedFile[]
  /** Sets of annotations that were chosen with these and came in before them. */
  sets: readonly BroughtSet[]
}

export const newRow = (file: DeskFile): DeskRow => ({ file, isIncluded: comesIn(file), edits: {} })

/** What cannot be read stays out, and the very same file twice unless it is wanted. */
const comesIn = (file: DeskFile): boolean => canComeIn(file) && file.same?.by !== 'file'

export const canComeIn = ({ state }: DeskFile): boolean => state === 'read' || state === 'exchange'

/** Takes in what was found out about files; what the person has written stays. */
export function withFiles(rows: readonly DeskRow[], files: readonly DeskFile[]): DeskRow[] {
  const next = [...rows]
  for (const file of files) {
    const before = next[file.id]
    if (!before) continue
    const wasIn =
      before.file.state === 'waiting' || !canComeIn(before.file) ? comesIn(file) : before.isIncluded
    next[file.id] = { ...before, file, isIncluded: wasIn && canComeIn(file) }
  }
  return next
}

/** The title for `title`, else a field of the metadata; '' for none. */
export function valueIn({ file, edits }: DeskRow, field: string): string {
  return edits[field] ?? (field === 'title' ? file.title : (file.metadata[field] ?? ''))
}

/** Whether what stands there is a guess that nobody has looked at. */
export function isGuess({ file, edits }: DeskRow, field: string): boolean {
  return edits[field] === undefined && file.guessed.includes(field as Guessed) && canComeIn(file)
}

/** Whether a person should look at how it was read. */
export function isDoubtful({ file }: DeskRow): boolean {
  return file.guessed.some((one) => one === 'encoding' || one === 'turns' || one === 'table')
}

/** Whether a person may want the whole page instead of the article that was found in it. */
export const isArticle = ({ file }: DeskRow): boolean => file.reading.page === 'article'

/**
 * What can be read and is worth a look before one goes on. Guessed languages are not: in long lists nearly every row
 * has one.
 */
export function needsLook(row: DeskRow): boolean {
  return canComeIn(row.file) && (row.file.same !== null || isDoubtful(row) || isGuess(row, 'date'))
}

/** Whether it is told of after the import: it comes in, cannot be read, or is a text that is there already. */
export const isToldOf = ({ file, isIncluded }: DeskRow): boolean =>
  isIncluded || file.state === 'failed' || file.same?.where === 'project' || file.same?.by === 'file'

/** Whether its title and facts are its own to correct: a table has them from its columns, a dataset brings them. */
export const hasOwnTitle = ({ state, reading }: DeskFile): boolean =>
  state === 'read' && reading.table === null

/** As it comes in: fields that were emptied are gone. */
export function toBring(row: DeskRow): FileToBring {
  const { title: _, ...fields } = row.edits
  const metadata: Metadata = { ...row.file.metadata, ...fields }
  return { id: row.file.id, title: valueIn(row, 'title').trim() || row.file.name, metadata }
}

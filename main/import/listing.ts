import { basename } from 'node:path'
import { endingOf, exchangeEndings, textFormats } from './formats.ts'

/** A file to import. */
export interface ListedFile {
  path: string
  /** As a person knows it: with the folders below the one that was chosen. */
  name: string
  /** Why it cannot come in although it was found; '' otherwise. */
  problem: string
}

/** A chosen folder in which files were passed over, with the endings and the names of the first. */
export interface PassedOver {
  path: string
  name: string
  count: number
  endings: string[]
  names: string[]
}

export interface Listing {
  files: ListedFile[]
  passedOver: PassedOver[]
}

/** Endings of what may be a text: the formats that can be read, and those whose refusal is worth a sentence. */
const textEndings: ReadonlySet<string> = new Set([
  ...Object.values(textFormats).flatMap((format) => format.endings),
  ...exchangeEndings,
  ...['', 'asc', 'csv', 'doc', 'docx', 'epub', 'log', 'me', 'odt', 'pdf', 'rtf', 'srt', 'tsv', 'vtt', 'zip'],
])

const collator = new Intl.Collator('en', { numeric: true })

/** By name, numbers in their order. */
export const inNameOrder = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1)

/** Whether a file with this ending is worth a try, or a sentence in the report. */
export const mayBeText = (ending: string): boolean => textEndings.has(ending)

/** Endings of whole projects of other programs, which are offered with their annotations wherever they lie. */
export const projectEndings: ReadonlySet<string> = new Set(['qdpx', 'sqlite3', 'sqlite', 'db'])

const mostNamed = 10

/** Counts a file that is not even tried, by its place in the folder; `kind` is told in place of its ending. */
export function passOver(passedOver: PassedOver, name: string, kind = `.${endingOf(basename(name))}`): void {
  if (projectEndings.has(endingOf(basename(name)))) return
  passedOver.count++
  if (passedOver.names.length < mostNamed) passedOver.names.push(name)
  if (passedOver.endings.length < 5 && !passedOver.endings.includes(kind)) passedOver.endings.push(kind)
}

const missing = 'There is no such file: see whether it was moved or renamed.'
export const linkInFolder =
  'This is a link to another place, and links in a folder are not followed: choose the file itself.'

export function problemOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return missing
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return 'This may not be read: change its permissions first.'
  if (error.code === 'EBUSY') return 'Another program has this file locked: close it there first.'
  return `This could not be read (${error.code ?? error.message}).`
}

import { basename } from 'node:path'
import { endingOf, textFormats } from '../../import/formats.ts'
import { readHead } from '../../import/read-source.ts'
import { annotationFormats } from '../formats/index.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { isExchangeFile } from './own-file.ts'

const annotationEndings: ReadonlySet<string> = new Set([
  ...annotationFormats.flatMap((format) => (format.reader ? format.endings : [])),
  'zip',
])

/** Endings that do not say what is in a file: programs give `.txt` to whatever they save, and any table is a `.csv`. */
const plainEndings: ReadonlySet<string> = new Set(['', ...textFormats.txt.endings, 'csv'])
const endingsOfTexts: ReadonlySet<string> = new Set(
  Object.values(textFormats)
    .flatMap(({ endings }) => endings)
    .filter((ending) => !plainEndings.has(ending)),
)

/** How a file begins that is no running text: a zip, a database, JSON, XML, or rows that say so. */
const signs =
  /^(?:PK|SQLite format 3|\{\s*"|\[\s*\{|<\?xml\s|<[A-Za-z][\w:.]*[\s>]|-DOCSTART-|#begin document|# (?:global\.columns|newdoc|newpar|sent_id|text =)|\d+(?:-\d+)?(?:\t[^\t\n]+){9}\r?\n|"?UUID"?[,;]|id,document,tag,content\r?\n)/

const label = /[\t ](?:O|[BIESLU]-\S+)(?=[\t\r ]|$)/
const begun = /[\t ][BSU]-\S+(?=[\t\r ]|$)/m
/** Where a stretch that goes on is the only kind there is, as in the oldest shared tasks: one with “O” beside it. */
const inside = /[\t ]I-\S+(?=[\t\r ]|$)/m
const outside = /[\t ]O(?=[\t\r ]|$)/m

/** A word and the name of a label, where nothing says at which word one begins; a point or a comma has none. */
const plainlyLabelled = /^\S+\t(?:O|[A-Za-z][^\s]+)\r?$/
const point = /^[.,;:!?]\tO\r?$/m

/** Words with labels, a row each, of which some are not “O”; the last line may be cut. */
function isInRows(beginning: string): boolean {
  const rows = beginning.split('\n').filter((line) => line.trim() !== '')
  if (rows.length > 1 && beginning.length >= headLength) rows.pop()
  if (rows.length > 1 && point.test(beginning) && rows.every((row) => plainlyLabelled.test(row))) return true
  return (
    rows.length > 1 &&
    rows.every((row) => label.test(row) || row.startsWith('-DOCSTART-')) &&
    (begun.test(beginning) || (inside.test(beginning) && outside.test(beginning)))
  )
}

/** How much of a file is looked into, in bytes. */
const headLength = 4096

/**
 * Whether a thread should look at this at all: something has an ending of these formats, or one that says nothing and
 * contents that may be of them, and it is not our own exchange file. Most imports are texts, and should not wait for a
 * thread to begin. `refused` are not opened.
 */
export async function isPromising(path: string, refused: readonly string[]): Promise<boolean> {
  const { sizes } = await filesOnDisk(path, refused).catch(() => ({ sizes: new Map<string, number>() }))
  if (!sizes.has('')) return [...sizes.keys()].some((file) => annotationEndings.has(endingOf(basename(file))))
  const ending = endingOf(basename(path))
  if (annotationEndings.has(ending) && !plainEndings.has(ending))
    return !(await isExchangeFile(path, refused))
  if (endingsOfTexts.has(ending)) return false
  const head = await readHead(path, refused).catch(() => Buffer.alloc(0))
  const beginning = head.toString('latin1', 0, headLength).replace(/^\xef\xbb\xbf/, '')
  if (isInRows(beginning)) return true
  return signs.test(beginning.trimStart()) && !(await isExchangeFile(path, refused))
}

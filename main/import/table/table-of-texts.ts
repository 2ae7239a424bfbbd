import { Failure } from '../../../preload/contract/failure.ts'
import {
  type ColumnUse,
  type FileReading,
  plainReading,
  type TableChoice,
} from '../../../preload/contract/file-reading.ts'
import { withUse } from '../../../preload/contract/table-columns.ts'
import { forbiddenControls } from '../decode.ts'
import { datesIn } from '../likely-dates.ts'
import type { ParsedDocument, ReadFile } from '../parsed-document.ts'
import { isoDateOf, languageOf } from '../stated-facts.ts'
import { counted } from '../tally.ts'
import { oneLine, shorten, titleOfName } from '../title.ts'
import { parseTxt } from '../txt.ts'
import { noteOnCodedPassages } from './coded-passages.ts'
import { guessUses, looksLikeHead } from './guess-columns.ts'

/** Rows and the letters of a cell that a person is shown to choose by. */
const sampleRows = 5
const sampleLength = 160

/** Of the rows that say how many columns there are, and of the columns themselves. */
const rowsForWidth = 1000
const mostColumns = 1000

/** A title made of the first words of a text. */
const longestTitle = 80

const marksOfHtml =
  /<\/?(?:br|p|b|i|em|strong|a|div|span)(?:\s[^<>]*)?\/?>|&(?:amp|lt|gt|quot|nbsp|#\d{2,5});/i

type Table = NonNullable<FileReading['table']>

/** One document of each row that has a text. Fails with `unreadable` where no row has one. */
export function tableOfTexts(
  rows: readonly (readonly string[])[],
  {
    choice,
    name,
    mediaType,
    from,
  }: {
    choice: TableChoice | null
    name: string
    mediaType: string
    /** Where the rows come from; what does not apply is empty. */
    from: Pick<Table, 'separator' | 'sheets' | 'sheet'>
  },
): ReadFile {
  const hasHead = choice?.hasHead ?? looksLikeHead(rows)
  const body = hasHead ? rows.slice(1) : rows
  const widest = rows.slice(0, rowsForWidth).reduce((most, row) => Math.max(most, row.length), 0)
  const width = Math.min(widest, mostColumns)
  const names = Array.from(
    { length: width },
    (_, at) => (hasHead && rows[0]?.[at]?.trim()) || `Column ${at + 1}`,
  )
  const guess = guessUses(names, body, hasHead)
  const isChosen = choice?.uses?.length === width
  const uses = isChosen
    ? choice.uses!
    : withNamed(guess.uses, { names, hasHead, named: choice?.named ?? null })
  const textAt = uses.findIndex(({ as }) => as === 'text')
  if (textAt < 0) throw new Failure('unreadable', 'No column is the text: choose one.')

  const documents: ParsedDocument[] = []
  for (const row of body) {
    const text = plainLines(row[textAt] ?? '')
    if (text.trim() === '') continue
    documents.push({ ...parseTxt(text), ...factsOf(row, uses, { text, name }), mediaType, notes: [] })
  }
  if (hasHead && body.length === 0)
    throw new Failure('unreadable', 'This table has names of columns and no row below them.')
  if (documents.length === 0)
    throw new Failure('unreadable', `There is no text in the column “${names[textAt]}”.`)
  const empty = body.length - documents.length
  const beyond = rows.reduce((sum, row) => sum + row.slice(width).filter((cell) => cell !== '').length, 0)
  const withMarks = documents.filter(({ text }) => marksOfHtml.test(text)).length
  const onPassages = noteOnCodedPassages(names)
  const isGuessed = guess.isGuessed && !isChosen && !choice?.named?.text
  const isSheetGuessed = from.sheets.length > 1 && !choice?.sheet
  documents[0]!.notes = [
    ...(isSheetGuessed ? [`The sheet “${from.sheet}” was taken, of ${from.sheets.length}: a guess.`] : []),
    ...(isGuessed && width > 1 ? [`The column “${names[textAt]}” was taken as the text: a guess.`] : []),
    ...(onPassages === null ? [] : [onPassages]),
    ...(empty > 0 ? [`${counted(empty, 'row')} without a text left out.`] : []),
    ...(withMarks > 0
      ? [
          `${counted(withMarks, 'text has', 'texts have')} marks of HTML inside (as <br> or &amp;), which stay as they are.`,
        ]
      : []),
    ...(!isChosen && guess.unused > 0
      ? [
          `There are too many rows for all columns to become fields; ${counted(guess.unused, 'column')} did not: choose those you want.`,
        ]
      : []),
    ...(beyond > 0 ? [`${counted(beyond, 'cell')} beyond the last column left out.`] : []),
  ]
  const reading: FileReading = {
    ...plainReading,
    table: {
      ...from,
      isSheetGuessed,
      hasHead,
      names,
      uses,
      sample: body
        .slice(0, sampleRows)
        .map((row) => row.map((cell) => oneLine(cell.slice(0, 1000)).slice(0, sampleLength))),
      rows: body.length,
      isGuessed,
    },
  }
  return { documents, reading }
}

/** Columns that were named become what was said; whatever was the text or had the field before gives way. */
function withNamed(
  guessed: readonly ColumnUse[],
  { names, hasHead, named }: { names: readonly string[]; hasHead: boolean; named: TableChoice['named'] },
): ColumnUse[] {
  let uses = [...guessed]
  if (!named) return uses
  const give = (name: string, use: ColumnUse) => {
    const at = names.indexOf(name)
    if (at < 0) {
      throw new Failure(
        'unreadable',
        `This table has no column “${name}”; it has: ${names.slice(0, 20).join(', ')}.`,
      )
    }
    uses = withUse(uses, { at, use, names, hasHead })
  }
  for (const [name, field] of Object.entries(named.fields))
    give(name, field === 'title' ? { as: 'title' } : { as: 'field', field })
  if (named.text !== null) give(named.text, { as: 'text' })
  return uses
}

/** A byte order mark at the head of a cell was that of a file that became the cell. */
const plainLines = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(forbiddenControls, '\ufffd')

function factsOf(
  row: readonly string[],
  uses: readonly ColumnUse[],
  { text, name }: { text: string; name: string },
): Pick<ParsedDocument, 'title' | 'metadata'> {
  const metadata = new Map<string, string>()
  let title = ''
  uses.forEach((use, at) => {
    const value = oneLine(row[at] ?? '')
    if (value === '') return
    if (use.as === 'title') title = value
    if (use.as === 'field') metadata.set(use.field, stated(use.field, value))
  })
  const words = shorten(oneLine(text.slice(0, 1000)), longestTitle)
  return { title: shorten(title, 300) || words || titleOfName(name), metadata: Object.fromEntries(metadata) }
}

/** A date as the project keeps dates where it can be read in one way, a language as its tag; else as it is written. */
function stated(field: string, value: string): string {
  if (field === 'date') return isoDateOf(value) ?? datesIn(value)[0] ?? value
  if (field === 'language') return languageOf(value) ?? value
  return value
}

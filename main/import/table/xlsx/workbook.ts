import { Failure } from '../../../../preload/contract/failure.ts'
import { elementIn, elementsIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { openZip } from '../../../zip/zip-archive.ts'
import { OfficeParts, type Relation } from '../../office-parts.ts'
import { counted } from '../../tally.ts'
import { looksOf } from './number-formats.ts'
import { sharedStringsInto } from './rich-text.ts'
import { type SheetFacts, SheetRows, type SheetSurroundings } from './sheet-rows.ts'

export interface WorkbookTable {
  rows: string[][]
  /** The names of all sheets that hold cells, in their order. */
  sheets: string[]
  /** The one that was read. */
  sheet: string
  /** Sentences on what is hidden, left out or strange in it. */
  notes: string[]
}

interface Sheet {
  name: string
  part: string
  isHidden: boolean
}

/**
 * A sheet of an Excel workbook: the one of that name, else the first that is shown and has a filled cell. Nothing is
 * computed. Fails with `unreadable`, also for a name that no sheet has.
 */
export async function readWorkbook(bytes: Uint8Array, wanted: string | null): Promise<WorkbookTable> {
  const parts = new OfficeParts(await openZip(bytes))
  const main = await parts.main('xl/workbook.xml')
  const relations = await parts.relationsOf(main)
  const workbook = await parts.read(main)
  const sheets = workbook ? sheetsOf(workbook, relations) : []
  const names = sheets.map(({ name }) => name)
  if (sheets.length === 0) throw new Failure('unreadable', 'There is no sheet with cells in this workbook.')

  const surroundings: SheetSurroundings = {
    strings: await sharedStrings(parts, relations),
    looks: looksOf(await parts.read(partOf(relations, 'styles') ?? '')),
    startsIn1904: workbook !== null && isFrom1904(workbook),
  }
  for (const { name, part } of candidates(sheets, wanted)) {
    const read = new SheetRows(surroundings)
    if (!(await parts.readPiecewise(part, read))) {
      throw new Failure('unreadable', `This workbook is damaged: its sheet “${name}” is missing.`)
    }
    if (read.rows.length === 0) continue
    const notes = [
      ...hiddenSheets(sheets, name),
      ...inWords(read.facts),
      ...(await besidesCells(parts, part)),
    ]
    return { rows: read.rows, sheets: names, sheet: name, notes }
  }
  throw new Failure(
    'unreadable',
    wanted === null
      ? 'No sheet of this workbook has anything in its cells.'
      : `There is nothing in the cells of the sheet “${wanted}”: choose another.`,
  )
}

/** Sheets that are charts or macros have no cells. */
function sheetsOf(workbook: XmlElement, relations: readonly Relation[]): Sheet[] {
  const list = elementIn(workbook, 'sheets')
  return (list ? elementsIn(list, 'sheet') : []).flatMap(({ attributes }) => {
    const relation = relations.find(({ id }) => id === attributes.get('r:id'))
    if (relation?.type !== 'worksheet' || relation.isExternal) return []
    const isHidden = (attributes.get('state') ?? 'visible') !== 'visible'
    return [{ name: attributes.get('name') ?? '', part: relation.target, isHidden }]
  })
}

function candidates(sheets: readonly Sheet[], wanted: string | null): Sheet[] {
  if (wanted === null)
    return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter((one) => one.isHidden)]
  const found = sheets.filter(({ name }) => name === wanted)
  if (found.length > 0) return found.slice(0, 1)
  const names = sheets.slice(0, 20).map(({ name }) => name)
  throw new Failure('unreadable', `This workbook has no sheet “${wanted}”; it has: ${names.join(', ')}.`)
}

async function sharedStrings(parts: OfficeParts, relations: readonly Relation[]): Promise<string[]> {
  const strings: string[] = []
  const part = partOf(relations, 'sharedStrings')
  if (part !== undefined) await parts.readPiecewise(part, sharedStringsInto(strings))
  return strings
}

const partOf = (relations: readonly Relation[], type: string) =>
  relations.find((relation) => relation.type === type && !relation.isExternal)?.target

function isFrom1904(workbook: XmlElement): boolean {
  const said = elementIn(workbook, 'workbookPr')?.attributes.get('date1904')
  return said === '1' || said === 'true'
}

function hiddenSheets(sheets: readonly Sheet[], read: string): string[] {
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => `“${name}”`)
  const own = sheets.some(({ name, isHidden }) => name === read && isHidden)
    ? ['The sheet that was read is hidden in the workbook.']
    : []
  return hidden.length === 0 ? own : [...own, `Hidden in the workbook: ${hidden.slice(0, 5).join(', ')}.`]
}

function inWords(facts: SheetFacts): string[] {
  const { formulas, formulasWithoutValue, errors, merged, hiddenRows, hiddenColumns, lostStrings } = facts
  const hidden = [
    ...(hiddenRows > 0 ? [counted(hiddenRows, 'hidden row')] : []),
    ...(hiddenColumns > 0 ? [counted(hiddenColumns, 'hidden column')] : []),
  ]
  return [
    merged > 0 &&
      `${counted(merged, 'merged cell')}: the words stand in the first row and column of each alone.`,
    hidden.length > 0 && `${hidden.join(' and ')}, read like all others.`,
    formulas > formulasWithoutValue &&
      `${counted(formulas - formulasWithoutValue, 'formula')} read as what the file says they last gave.`,
    formulasWithoutValue > 0 &&
      `${counted(formulasWithoutValue, 'formula')} without a value left empty: open the file in a spreadsheet program and save it.`,
    errors > 0 && `${counted(errors, 'cell')} with an error (such as #N/A) left empty.`,
    lostStrings > 0 &&
      `${counted(lostStrings, 'cell')} left empty: the words they refer to are missing in the file.`,
  ].filter((sentence) => sentence !== false)
}

/** Notes and pictures that hang on a sheet. */
async function besidesCells(parts: OfficeParts, sheet: string): Promise<string[]> {
  let comments = 0
  let drawings = 0
  for (const { type, target, isExternal } of await parts.relationsOf(sheet)) {
    if (isExternal) continue
    if (type === 'drawing') drawings++
    if (type !== 'comments') continue
    const list = elementIn((await parts.read(target)) ?? emptyElement, 'commentList')
    comments += list ? elementsIn(list, 'comment').length : 0
  }
  const left = [
    ...(comments > 0 ? [counted(comments, 'comment')] : []),
    ...(drawings > 0 ? ['pictures or charts'] : []),
  ]
  return left.length === 0 ? [] : [`Left out: ${left.join(', ')}.`]
}

const emptyElement: XmlElement = { name: '', attributes: new Map(), line: 0, children: [] }

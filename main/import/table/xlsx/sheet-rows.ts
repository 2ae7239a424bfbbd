import { Failure } from '../../../../preload/contract/failure.ts'
import type { XmlHandler, XmlTag } from '../../../xml/xml-reader.ts'
import { mostRows } from '../csv.ts'
import { isoOfSerial, type NumberLook, plainNumber } from './number-formats.ts'
import { RichText, withEscapes } from './rich-text.ts'

/** More cannot be chosen from; sheets have 16,384, nearly all of them empty. */
const mostColumns = 1000

/** What the cells of a sheet refer to. */
export interface SheetSurroundings {
  strings: readonly string[]
  looks: readonly NumberLook[]
  startsIn1904: boolean
}

/** What is strange about a sheet, counted. */
export interface SheetFacts {
  formulas: number
  formulasWithoutValue: number
  errors: number
  merged: number
  hiddenRows: number
  hiddenColumns: number
  lostStrings: number
}

/**
 * Takes the rows of a worksheet as they come (ECMA-376, part 1: 18.3). Cells are words: dates in ISO 8601, numbers as
 * they are stored and not as they are shown, of formulas the value they had last. Rows without any cell filled are left
 * out. Fails with `unreadable` where there are more rows or columns than can be documents and fields.
 */
export class SheetRows implements XmlHandler {
  readonly rows: string[][] = []
  readonly facts: SheetFacts = {
    formulas: 0,
    formulasWithoutValue: 0,
    errors: 0,
    merged: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    lostStrings: 0,
  }
  readonly #has: SheetSurroundings
  readonly #rich = new RichText()
  #row: string[] = []
  #isFilled = false
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #hasFormula = false
  #isInValue = false

  constructor(surroundings: SheetSurroundings) {
    this.#has = surroundings
  }

  enter({ name, attributes }: XmlTag): void {
    switch (name) {
      case 'row':
        this.#row = []
        this.#isFilled = false
        this.#column = -1
        if (isOn(attributes.get('hidden'))) this.facts.hiddenRows++
        break
      case 'c':
        this.#column = columnOf(attributes.get('r')) ?? this.#column + 1
        this.#type = attributes.get('t') ?? 'n'
        this.#style = Number(attributes.get('s') ?? 0)
        this.#value = ''
        this.#hasFormula = false
        this.#rich.clear()
        break
      case 'v':
        this.#isInValue = true
        break
      case 'f':
        this.#hasFormula = true
        break
      case 'mergeCell':
        this.facts.merged++
        break
      case 'col':
        if (isOn(attributes.get('hidden')))
          this.facts.hiddenColumns += Math.min(columnsIn(attributes), mostColumns)
        break
      default:
        this.#rich.enter(name)
    }
  }

  leave({ name }: XmlTag): void {
    if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
    else if (name === 'v') this.#isInValue = false
    else this.#rich.leave(name)
  }

  text(words: string): void {
    if (this.#isInValue) this.#value += words
    else this.#rich.text(words)
  }

  #endCell(): void {
    if (this.#hasFormula) {
      this.facts.formulas++
      if (this.#value === '' && this.#type !== 'str') this.facts.formulasWithoutValue++
    }
    const words = this.#words()
    if (words === '') return
    if (this.#column >= mostColumns) {
      throw new Failure(
        'unreadable',
        `This sheet has words beyond its ${mostColumns.toLocaleString('en')}th column: take away the columns that are not needed.`,
      )
    }
    while (this.#row.length < this.#column) this.#row.push('')
    this.#row[this.#column] = words
    this.#isFilled = true
  }

  #words(): string {
    switch (this.#type) {
      case 's': {
        const words = this.#has.strings[Number(this.#value)]
        if (words === undefined && this.#value !== '') this.facts.lostStrings++
        return words ?? ''
      }
      case 'inlineStr':
        return this.#rich.words
      case 'str':
        return withEscapes(this.#value)
      case 'b':
        return this.#value.trim() === '1' ? 'TRUE' : this.#value === '' ? '' : 'FALSE'
      case 'e':
        this.facts.errors++
        return ''
      case 'd':
        return this.#value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '')
      default:
        return this.#number()
    }
  }

  #number(): string {
    const written = this.#value.trim()
    const value = Number(written)
    if (written === '' || !Number.isFinite(value)) return written
    const look = this.#has.looks[this.#style] ?? { as: 'number' }
    if (look.as === 'date') return isoOfSerial(value, this.#has.startsIn1904) ?? plainNumber(value)
    const plain = plainNumber(value)
    return look.as === 'digits' && /^\d+$/.test(plain) ? plain.padStart(look.length, '0') : plain
  }

  #endRow(): void {
    if (!this.#isFilled) return
    this.rows.push(this.#row)
    if (this.rows.length > mostRows) {
      throw new Failure(
        'unreadable',
        `This sheet has more than ${mostRows.toLocaleString('en')} rows: split it into several files.`,
      )
    }
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

const columnsIn = (attributes: ReadonlyMap<string, string>) =>
  Math.max(1, Number(attributes.get('max')) - Number(attributes.get('min')) + 1 || 1)

/** The column of a cell’s name (`B7` is in 1), counted from 0; null where it has no such name. */
function columnOf(name: string | undefined): number | null {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d/.exec(name ?? '')?.[1]
  if (!letters) return null
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

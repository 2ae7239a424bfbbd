import { detached } from '../../detached.ts'
import type { CasStructure } from '../uima-cas/cas.ts'
import { splitAt, unescapeValue } from './escaping.ts'
import {
  chainRelation,
  chainType,
  firstLink,
  nextLink,
  source,
  type TsvColumn,
  type TsvLayer,
  target,
} from './tsv-document.ts'

export interface Row {
  /** In the file, from 1. */
  line: number
  /** Such as `1-2`, and `1-2.1` for a part of it. */
  unit: string
  begin: number
  end: number
  cells: readonly string[]
}

/** Where a row is, without what it says: what comes later is held until the end. */
type Place = Omit<Row, 'cells'>

/** A value without the number in brackets that tells it from others. */
interface Value {
  words: string
  number: string | null
}

const tokenType = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'
/** Its column says that it joins parts of speech, but it joins tokens. */
const dependencyType = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency'

/** Puts together what stands in the rows, one after the other, as INCEpTION reads them. */
export class Cells {
  readonly #layers: readonly TsvLayer[]
  readonly #fail: (what: string, line?: number) => never
  readonly #structures = new Map<string, CasStructure>()
  readonly #numbered = new Map<string, string>()
  /** What lies on a row, by unit and type. */
  readonly #stacks = new Map<string, string[]>()
  readonly #homes = new Map<string, string>()
  /** Links of chains, by chain and place. */
  readonly #chains = new Map<string, { type: string; links: Map<number, string> }>()
  /** Where the slots of an annotation point, by its id and their feature. */
  readonly #targets = new Map<string, { cell: string; type: string }>()
  /** What refers to rows that may come later. */
  readonly #later: (() => void)[] = []
  /** Whether anything may refer to a row. */
  readonly #areReferredTo: boolean

  constructor(layers: readonly TsvLayer[], fail: (what: string, line?: number) => never) {
    this.#layers = layers
    this.#fail = fail
    this.#areReferredTo = layers.some(({ columns }) =>
      columns.some(({ kind }) => kind === 'source' || kind === 'targets'),
    )
  }

  take(row: Row): void {
    let at = 0
    for (const layer of this.#layers) {
      const cells = row.cells.slice(at, at + layer.columns.length)
      at += layer.columns.length
      if (cells.every((cell) => cell === '_')) continue
      const stacks = cells.map((cell) => (cell === '_' ? null : splitAt(cell, '|')))
      const height = stacks.reduce((most, stack) => Math.max(most, stack?.length ?? 0), 0)
      for (let level = 0; level < height; level++) {
        this.#takeOne(
          row,
          layer,
          stacks.map(
            (stack) =>
              (stack === null ? '_' : stack[level]) ??
              this.#fail(`the columns of ${layer.type} are not equally full`),
          ),
        )
      }
    }
  }

  finish(): Map<string, CasStructure> {
    for (const resolve of this.#later) resolve()
    for (const [number, { type, links }] of this.#chains) {
      const inOrder = [...links].sort(([a], [b]) => a - b).map(([, id]) => id)
      inOrder.slice(1).forEach((id, index) => {
        refer(this.#structures.get(inOrder[index]!)!, nextLink, [id])
      })
      const head = this.#add(`chain ${number}`, type.replace(/Link$/, 'Chain'))
      refer(head, firstLink, [inOrder[0]!])
    }
    return this.#structures
  }

  #takeOne(row: Row, layer: TsvLayer, cells: readonly string[]): void {
    const values = layer.columns.map((column, index) => valueIn(cells[index]!, column))
    const { structure, isNew } = this.#structureOf(row, layer, values)
    if (this.#areReferredTo) this.#stack(structure.id, `${row.unit} ${layer.type}`)
    if (!isNew) {
      structure.values.set('end', row.end)
      return
    }
    const place: Place = { line: row.line, unit: detached(row.unit), begin: row.begin, end: row.end }
    if (this.#areReferredTo) this.#homes.set(structure.id, place.unit)
    for (const [index, column] of layer.columns.entries()) {
      this.#fill(structure, place, column, cells[index]!, values[index]!)
    }
  }

  #stack(id: string, key: string): void {
    const stack = this.#stacks.get(key)
    if (!stack) this.#stacks.set(key, [id])
    else if (!stack.includes(id)) stack.push(id)
  }

  #structureOf(
    row: Row,
    layer: TsvLayer,
    values: readonly Value[],
  ): { structure: CasStructure; isNew: boolean } {
    if (layer.kind === 'chain') return this.#chainLinkOf(row, layer, values)
    const number = layer.kind === 'span' ? values.find(({ number }) => number !== null)?.number : null
    const known = number == null ? undefined : this.#structures.get(this.#numbered.get(number) ?? '')
    if (known?.type === layer.type) return { structure: known, isNew: false }
    if (known) this.#fail(`the number ${number} is that of an annotation of another layer`)
    const structure = this.#add(String(this.#structures.size + 1), layer.type, row)
    if (number != null) this.#numbered.set(detached(number), structure.id)
    return { structure, isNew: true }
  }

  #chainLinkOf(row: Row, layer: TsvLayer, values: readonly Value[]) {
    const link = values[layer.columns.findIndex(({ kind }) => kind === 'chain-link')]?.number
    const [chain, place] = link?.split('-') ?? []
    if (place === undefined) this.#fail(`a link of ${layer.type} must say where it stands, such as “->1-2”`)
    const { links } =
      this.#chains.get(chain!) ??
      this.#chains.set(chain!, { type: layer.type, links: new Map() }).get(chain!)!
    const known = links.get(Number(place))
    if (known !== undefined) return { structure: this.#structures.get(known)!, isNew: false }
    const structure = this.#add(String(this.#structures.size + 1), layer.type, row)
    links.set(Number(place), structure.id)
    return { structure, isNew: true }
  }

  #fill(
    structure: CasStructure,
    row: Place,
    column: TsvColumn,
    cell: string,
    { words, number }: Value,
  ): void {
    switch (column.kind) {
      case 'placeholder':
        break
      case 'targets':
        this.#targets.set(`${structure.id} ${column.feature}`, {
          cell: detached(cell),
          type: column.targetType,
        })
        break
      case 'value':
        setWords(structure, column.feature, words)
        break
      case 'chain-type':
        setWords(structure, chainType, words)
        break
      case 'chain-link':
        setWords(structure, chainRelation, words)
        break
      case 'source':
        this.#refer(structure, row, column.baseType, detached(words), number && detached(number))
        break
      case 'roles': {
        const roles = words === '_' ? [] : splitAt(words, ';')
        const links = roles.map((role, index) => {
          const link = this.#add(`${structure.id} ${column.feature} ${index + 1}`, column.linkType)
          setWords(link, 'role', role)
          return link
        })
        refer(
          structure,
          column.feature,
          links.map(({ id }) => id),
        )
        this.#later.push(() => this.#fillSlots(structure, row, column.feature, links))
        break
      }
    }
  }

  /** In a function of its own, so that what is held until the end does not hold the row. */
  #refer(relation: CasStructure, row: Place, baseType: string, from: string, number: string | null): void {
    this.#later.push(() => this.#join(relation, row, baseType, from, number))
  }

  #fillSlots(host: CasStructure, row: Place, feature: string, links: readonly CasStructure[]): void {
    const { cell, type } = this.#targets.get(`${host.id} ${feature}`) ?? {}
    if (cell === undefined || links.length === 0) return
    const targets = splitAt(cell, ';')
    if (targets.length !== links.length) {
      this.#fail(`the annotation has ${links.length} roles and ${targets.length} slots`, row.line)
    }
    links.forEach((link, index) => {
      const { words, number } = numbered(targets[index]!)
      refer(link, 'target', [this.#find(type!, words, number, row.line)])
    })
  }

  #join(relation: CasStructure, row: Place, baseType: string, from: string, number: string | null): void {
    const type = relation.type === dependencyType ? tokenType : baseType
    const [sourceNumber = null, targetNumber = null] = number?.split('_') ?? []
    const end = this.#find(type, row.unit, targetNumber, row.line)
    // INCEpTION writes a relation also where its target ends inside of a token; it is no second one.
    if ((this.#homes.get(end) ?? end) !== row.unit) {
      this.#structures.delete(relation.id)
      return
    }
    refer(relation, source, [this.#find(type, from, sourceNumber, row.line)])
    refer(relation, target, [end])
    const place = this.#structures.get(end)?.values
    relation.values.set('begin', place?.get('begin') ?? row.begin)
    relation.values.set('end', place?.get('end') ?? row.end)
  }

  #find(type: string, unit: string, number: string | null, line: number): string {
    if (number !== null && number !== '0') {
      return (
        this.#numbered.get(number) ?? this.#fail(`nothing has the number ${number} that is referred to`, line)
      )
    }
    if (type === tokenType) return unit
    return this.#stacks.get(`${unit} ${type}`)?.[0] ?? this.#fail(`there is no ${type} at ${unit}`, line)
  }

  #add(id: string, type: string, row?: Row): CasStructure {
    const values = new Map<string, string | number | boolean>(
      row && [
        ['begin', row.begin],
        ['end', row.end],
      ],
    )
    const structure: CasStructure = { id, type, values, references: nothing, elements: null }
    this.#structures.set(id, structure)
    return structure
  }
}

/** Of what refers to nothing, as most do: one for all. */
const nothing: CasStructure['references'] = new Map()

function refer(structure: CasStructure, feature: string, ids: string[]): void {
  if (structure.references === nothing) structure.references = new Map()
  structure.references.set(feature, ids)
}

/** Nothing said of a feature is an asterisk, with some writers the underscore of an empty column. */
function setWords({ values }: CasStructure, feature: string, written: string): void {
  if (written !== '*' && written !== '_') values.set(feature, detached(unescapeValue(written)))
}

function valueIn(cell: string, { kind }: TsvColumn): Value {
  if (kind === 'targets') return { words: cell, number: null }
  const chained = kind === 'chain-link' ? /^(.*)->(\d+-\d+)$/s.exec(cell) : null
  return chained ? { words: chained[1]!, number: chained[2]! } : numbered(cell)
}

function numbered(cell: string): Value {
  const found = /^((?:[^\\[]|\\.)*)\[(\d+(?:_\d+)?)\]$/s.exec(cell)
  return found ? { words: found[1]!, number: found[2]! } : { words: cell, number: null }
}

import type { CasStructure } from '../uima-cas/cas.ts'
import { escapeText, escapeValue } from './escaping.ts'
import {
  anyAnnotation,
  chainRelation,
  chainType,
  firstLink,
  nextLink,
  source,
  type TsvColumn,
  type TsvDocument,
  type TsvLayer,
  target,
} from './tsv-document.ts'
import { type Unit, Units } from './units.ts'

export const firstLine = '#FORMAT=WebAnno TSV 3.3'

/** A file byte for byte as INCEpTION writes it, a sentence a piece. Layers without annotations have no columns. */
export function* tsvPieces(document: TsvDocument): Generator<string> {
  yield* new Writing(document).pieces()
}

class Writing {
  readonly #document: TsvDocument
  readonly #units: Units
  readonly #layers: TsvLayer[] = []
  readonly #cells = new Map<string, string[]>()
  readonly #chains = new Map<string, { chain: number; place: number }>()
  /** Of each token the sentence from 0 and its place there from 1. */
  #numbers: { sentences: Int32Array; places: Int32Array }

  constructor(document: TsvDocument) {
    this.#document = document
    this.#units = new Units(document.segments)
    this.#numbers = numbersOf(document)
    this.#findChains()
    const byType = Map.groupBy(document.structures.values(), ({ type }) => type)
    for (const layer of document.layers) {
      const placed = this.#placeAll(layer, byType.get(layer.type) ?? [])
      if (placed > 0) this.#layers.push(layer)
    }
    for (const layer of this.#layers) {
      this.#distinguishTargets(layer, byType.get(layer.type)!)
      this.#distinguishLateParts(layer, byType.get(layer.type)!)
    }
  }

  *pieces(): Generator<string> {
    yield `${firstLine}\n${this.#layers.map((layer) => `${headerOf(layer)}\n`).join('')}\n`
    const { sentences, tokens } = this.#document.segments
    let token = 0
    for (let sentence = 0; sentence * 2 < sentences.length; sentence++) {
      const [begin, end] = [sentences[sentence * 2]!, sentences[sentence * 2 + 1]!]
      const id = this.#document.sentenceIds.get(sentence)
      let piece = id === undefined ? '\n' : `\n#Sentence.id=${escapeText(id)}\n`
      for (const line of this.#document.text.slice(begin, end).split('\n')) {
        piece += `#Text=${escapeText(line)}\n`
      }
      for (; token * 2 < tokens.length && tokens[token * 2]! < end; token++) {
        const rows = this.#units.rowsOf(token)
        piece += this.#row(rows?.whole ?? bareUnit(tokens, token))
        for (const part of rows?.parts ?? []) piece += this.#row(part)
      }
      yield piece
    }
  }

  #placeAll(layer: TsvLayer, structures: readonly CasStructure[]): number {
    const index = this.#layers.length
    const placed = structures
      .map((structure) => ({ id: structure.id, ...this.#extentOf(layer, structure) }))
      .sort((a, b) => a.begin - b.begin || b.end - a.end)
    let count = 0
    for (const { id, begin, end } of placed) {
      if (this.#units.place(index, id, begin, end, layer.kind)) count++
    }
    return count
  }

  /** A relation lies where its target lies. */
  #extentOf({ kind }: TsvLayer, structure: CasStructure): { begin: number; end: number } {
    const end = kind === 'relation' ? structure.references.get(target)?.[0] : undefined
    if (end === undefined) return extentIn(structure)
    const found = this.#document.structures.get(end)
    if (found) return extentIn(found)
    const token = this.#tokenNumbered(end)
    const { tokens } = this.#document.segments
    return { begin: tokens[token * 2]!, end: tokens[token * 2 + 1]! }
  }

  /** Slots that may hold anything must say which one on the row they mean. */
  #distinguishTargets(layer: TsvLayer, structures: readonly CasStructure[]): void {
    for (const column of layer.columns) {
      if (column.kind !== 'targets' || column.targetType !== anyAnnotation) continue
      for (const structure of structures) {
        for (const link of this.#linksOf(structure, column.feature)) {
          this.#units.distinguish(link.references.get('target')![0]!)
        }
      }
    }
  }

  /**
   * INCEpTION finds a row by its unit up to the ninth part of a word only (`PATTERN_UNIT_ID` of its TsvDocument): what
   * lies on a later one is found by its number.
   */
  #distinguishLateParts(layer: TsvLayer, structures: readonly CasStructure[]): void {
    const slots = layer.columns.flatMap((column) => (column.kind === 'targets' ? [column.feature] : []))
    const endsOf = (structure: CasStructure): string[] =>
      layer.kind === 'relation'
        ? [source, target].map((name) => structure.references.get(name)![0]!)
        : slots.flatMap((feature) =>
            this.#linksOf(structure, feature).map((link) => link.references.get('target')![0]!),
          )
    for (const end of structures.flatMap(endsOf)) {
      if ((this.#units.homeOf(end)?.part ?? 0) > 9) this.#units.distinguish(end)
    }
  }

  #linksOf(structure: CasStructure, feature: string): CasStructure[] {
    const ids = structure.references.get(feature) ?? []
    const { structures } = this.#document
    return ids
      .flatMap((id) => structures.get(id)?.elements ?? [id])
      .flatMap((id) => {
        const link = structures.get(id)
        return link?.references.get('target')?.[0] === undefined ? [] : [link]
      })
  }

  #findChains(): void {
    let chain = 0
    for (const head of this.#document.structures.values()) {
      let link = head.references.get(firstLink)?.[0]
      if (link === undefined) continue
      chain++
      for (let place = 1; link !== undefined && !this.#chains.has(link); place++) {
        this.#chains.set(link, { chain, place })
        link = this.#document.structures.get(link)?.references.get(nextLink)?.[0]
      }
    }
  }

  #row(unit: Unit): string {
    let row = `${this.#unitId(unit)}\t${unit.begin}-${unit.end}\t${this.#document.text.slice(unit.begin, unit.end)}\t`
    for (const [index, layer] of this.#layers.entries()) {
      const stack = unit.stacks.get(index)
      if (!stack) row += '_\t'.repeat(layer.columns.length)
      else if (stack.length === 1) row += `${this.#cellsOf(stack[0]!, layer).join('\t')}\t`
      else {
        const stacked = stack.map((id) => this.#cellsOf(id, layer))
        for (const column of layer.columns.keys()) {
          row += `${stacked.map((cells) => cells[column]).join('|')}\t`
        }
      }
    }
    return `${row}\n`
  }

  /** Which are the same on every row that an annotation has. */
  #cellsOf(id: string, { columns }: TsvLayer): string[] {
    const known = this.#cells.get(id)
    if (known) return known
    const structure = this.#document.structures.get(id)!
    const cells = columns.map((column) => this.#cell(column, structure))
    this.#cells.set(id, cells)
    return cells
  }

  #cell(column: TsvColumn, structure: CasStructure): string {
    switch (column.kind) {
      case 'placeholder':
        return `*${this.#suffix(structure.id)}`
      case 'value':
        return wordsOf(structure, column.feature) + this.#suffix(structure.id)
      case 'roles': {
        const roles = this.#linksOf(structure, column.feature).map((link) => wordsOf(link, 'role'))
        return (roles.length > 0 ? roles.join(';') : '_') + this.#suffix(structure.id)
      }
      case 'targets': {
        const targets = this.#linksOf(structure, column.feature).map((link) => {
          const id = link.references.get('target')![0]!
          return this.#referenceTo(id) + this.#suffix(id)
        })
        return targets.length > 0 ? targets.join(';') : '*'
      }
      case 'source': {
        const [from, to] = [source, target].map((name) => structure.references.get(name)![0]!)
        const numbers = [from!, to!].map((id) => this.#units.numberOf(id))
        const suffix = numbers.every((number) => number === undefined)
          ? ''
          : `[${numbers.map((number) => number ?? 0).join('_')}]`
        return this.#referenceTo(from!) + suffix
      }
      case 'chain-type':
        return `${wordsOf(structure, chainType)}[${this.#chains.get(structure.id)!.chain}]`
      case 'chain-link': {
        const { chain, place } = this.#chains.get(structure.id)!
        return `${wordsOf(structure, chainRelation)}->${chain}-${place}`
      }
    }
  }

  #suffix(id: string): string {
    const number = this.#units.numberOf(id)
    return number === undefined ? '' : `[${number}]`
  }

  #referenceTo(id: string): string {
    const home = this.#units.homeOf(id)
    return home ? this.#unitId(home) : id
  }

  #unitId({ token, part }: Unit): string {
    const { sentences, places } = this.#numbers
    const id = `${sentences[token]! + 1}-${places[token]!}`
    return part === 0 ? id : `${id}.${part}`
  }

  #tokenNumbered(id: string): number {
    const [sentence, place] = id.split('-').map(Number)
    return this.#numbers.sentences.indexOf(sentence! - 1) + place! - 1
  }
}

function numbersOf({ segments: { sentences, tokens } }: TsvDocument) {
  const count = tokens.length / 2
  const numbers = { sentences: new Int32Array(count), places: new Int32Array(count) }
  let token = 0
  for (let sentence = 0; sentence * 2 < sentences.length; sentence++) {
    for (let place = 1; token < count && tokens[token * 2]! < sentences[sentence * 2 + 1]!; place++) {
      numbers.sentences[token] = sentence
      numbers.places[token] = place
      token++
    }
  }
  return numbers
}

const bareUnit = (tokens: readonly number[], token: number): Unit => ({
  ...{ token, part: 0, begin: tokens[token * 2]!, end: tokens[token * 2 + 1]!, stacks: new Map() },
})

const extentIn = ({ values }: CasStructure) => ({
  begin: values.get('begin') as number,
  end: values.get('end') as number,
})

function wordsOf({ values }: CasStructure, feature: string): string {
  const value = values.get(feature)
  return value === undefined ? '*' : escapeValue(String(value))
}

function headerOf({ kind, type, columns }: TsvLayer): string {
  const described = columns.map((column) => nameOf(column, type))
  return `#T_${{ span: 'SP', relation: 'RL', chain: 'CH' }[kind]}=${[type, ...described].join('|')}`
}

function nameOf(column: TsvColumn, type: string): string {
  switch (column.kind) {
    case 'placeholder':
      return ''
    case 'value':
      return column.feature
    case 'roles':
      return `ROLE_${type}:${column.feature}_${column.linkType}`
    case 'targets':
      return column.targetType
    case 'source':
      return `BT_${column.baseType}`
    case 'chain-type':
      return chainType
    case 'chain-link':
      return chainRelation
  }
}

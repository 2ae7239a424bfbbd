import { Failure } from '../../../../preload/contract/failure.ts'
import { readXml } from '../../../xml/read-xml.ts'
import type { XmlTag } from '../../../xml/xml-reader.ts'
import { elementIn, elementsIn, parseXml, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { detached } from '../../detached.ts'
import { type Cas, type CasStructure, featuresOf, isPrimitive } from './cas.ts'
import { CasGathering, type Keeping, keepingOf } from './gather-cas.ts'
import { longestText, longestValue, tooLong, tooLongText } from './longest.ts'
import type { TypeDescription } from './types.ts'

/** Features that hold on to other structures by their names, where no type system says so. */
const likelyReferences = new Set(['Governor', 'Dependent', 'target', 'next'])

/**
 * Reads XMI piece by piece. The type system lies beside it; without one features are words. What programs made is not
 * held, unless `keeping` says otherwise.
 */
export async function readXmi(
  pieces: AsyncIterable<Uint8Array>,
  types: ReadonlyMap<string, TypeDescription>,
  called: string,
  keeping = keepingOf,
): Promise<Cas> {
  const taking = new XmiTaking(types, called, keeping)
  const prefixes = { 'http://www.omg.org/XMI': 'xmi', 'http:///uima/cas.ecore': 'cas' }
  await readXml(pieces, taking, { called, prefixes, longest })
  return taking.finish()
}

/** As `XmlOptions` has it. What is in a view is said by its structures as well. */
function longest(attribute: string, element: string | undefined): number {
  if (element === 'cas:View' && attribute === 'members') return 0
  // References are longer than what they stand for.
  return element === 'cas:Sofa' && attribute === 'sofaString' ? 1.5 * longestText : longestValue
}

/** What an element of a name stands for. */
interface Entry {
  type: string
  keeping: Keeping
  ranges: ReadonlyMap<string, string>
}

class XmiTaking {
  readonly #gathering: CasGathering
  readonly #called: string
  readonly #keeping: typeof keepingOf
  readonly #entries = new Map<string, Entry>()
  #depth = 0
  #current: CasStructure | null = null
  #words: string | null = null

  constructor(types: ReadonlyMap<string, TypeDescription>, called: string, keeping: typeof keepingOf) {
    this.#gathering = new CasGathering(types)
    this.#called = called
    this.#keeping = keeping
  }

  finish(): Cas {
    return this.#gathering.finish(referToSlots)
  }

  enter(tag: XmlTag): void {
    this.#depth++
    if (this.#depth === 1 && tag.name !== 'xmi:XMI') {
      throw new Failure('unreadable', `${this.#called} is no XMI: it begins with <${tag.name}>.`)
    }
    if (this.#depth === 2) this.#current = this.#take(tag)
    if (this.#depth === 3) this.#words = ''
  }

  leave(tag: XmlTag): void {
    this.#depth--
    // Arrays of words stand as elements inside, one for each.
    if (this.#depth !== 2 || !this.#current || this.#words === null) return
    const known = this.#current.values.get(tag.name)
    this.#current.values.set(tag.name, known === undefined ? this.#words : `${known}, ${this.#words}`)
    this.#words = null
  }

  text(piece: string): void {
    if (this.#words === null || this.#current === null) return
    this.#words += piece
    if (this.#words.length > longestValue) throw tooLong(this.#called)
  }

  #take({ name, attributes, line }: XmlTag): CasStructure | null {
    if (name === 'cas:Sofa') {
      const text = attributes.get('sofaString') ?? null
      if (text !== null && text.length > longestText) throw tooLongText(`${this.#called}, line ${line}`)
      this.#gathering.view(attributes.get('xmi:id') ?? '', text)
    }
    if (name === 'cas:Sofa' || name === 'cas:View' || name === 'cas:NULL') return null
    const id = attributes.get('xmi:id')
    if (id === undefined)
      throw new Failure('unreadable', `${this.#called}, line ${line}: an entry has no xmi:id.`)
    if (!this.#gathering.isNew(id)) {
      throw new Failure('unreadable', `${this.#called}, line ${line}: the xmi:id ${id} is there twice.`)
    }
    const { type, keeping, ranges } = this.#entry(name)
    const view = attributes.get('sofa')
    if (keeping !== 'held') {
      if (keeping === 'counted') this.#gathering.count(view)
      return null
    }
    const structure: CasStructure = { id, type, values: new Map(), references: new Map(), elements: null }
    for (const [feature, value] of attributes) {
      if (feature.startsWith('xmi:') || feature === 'sofa') continue
      if (name === 'cas:FSArray' && feature === 'elements') structure.elements = idsIn(value)
      else if (refers(feature, value, ranges)) structure.references.set(feature, idsIn(value))
      else structure.values.set(feature, asValue(feature, value, ranges))
    }
    this.#gathering.hold(structure, view)
    return structure
  }

  #entry(name: string): Entry {
    const known = this.#entries.get(name)
    if (known) return known
    const type = typeNameOf(name)
    const described = featuresOf(this.#gathering.cas.types, type)
    const entry = {
      type,
      keeping: this.#keeping(type),
      ranges: new Map(described.map(({ name, range }) => [name, range])),
    }
    this.#entries.set(name, entry)
    return entry
  }
}

/**
 * Where no type system says so, a feature holds on to slots when all that its type has in it are ids of structures
 * that point at another one and lie nowhere in the text themselves.
 */
function referToSlots({ structures, types }: Cas): void {
  const isSlot = (id: string): boolean => {
    const slot = structures.get(id)
    return slot?.references.has('target') === true && !slot.values.has('begin')
  }
  const namesSlots = (value: unknown): value is string =>
    typeof value === 'string' && /^\d+(?: +\d+)*$/.test(value) && value.split(/ +/).every(isSlot)
  for (const [type, all] of Map.groupBy(structures.values(), ({ type }) => type)) {
    if (featuresOf(types, type).length > 0) continue
    const held = all.flatMap(({ values, references }) =>
      [...values].map(([feature, value]) => ({ feature, value, values, references })),
    )
    for (const [feature, holders] of Map.groupBy(held, ({ feature }) => feature)) {
      if (!holders.every(({ value }) => namesSlots(value))) continue
      for (const { value, values, references } of holders) {
        references.set(feature, idsIn(String(value)))
        values.delete(feature)
      }
    }
  }
}

function refers(feature: string, value: string, ranges: ReadonlyMap<string, string>): boolean {
  const range = ranges.get(feature)
  if (range === undefined) return likelyReferences.has(feature) && /^[\d\s]*$/.test(value)
  return !isPrimitive(range) && !/^uima\.cas\.(?!FS)[A-Za-z]+(Array|List)$/.test(range)
}

function asValue(
  feature: string,
  value: string,
  ranges: ReadonlyMap<string, string>,
): string | number | boolean {
  if (feature === 'begin' || feature === 'end') return /^\d{1,10}$/.test(value) ? Number(value) : value
  const range = ranges.get(feature)
  if (range === 'uima.cas.Boolean') return value === 'true'
  if (range !== undefined && numbers.test(range)) return value.trim().replace(/\s+/g, ', ')
  if (range === undefined || range === 'uima.cas.String' || !isPrimitive(range)) return detached(value)
  const number = Number(value)
  return Number.isFinite(number) && value !== '' ? number : value
}

/** Several numbers, or several of yes and no, which stand in one attribute with spaces between. */
const numbers = /^uima\.cas\.(?!FS|String|Byte)[A-Z][a-z]+(?:Array|List)$/

/** `{http:///webanno/custom.ecore}Span` is `webanno.custom.Span`. */
function typeNameOf(name: string): string {
  const found = /^\{http:\/\/\/(.*)\.ecore\}(.*)$/.exec(name)
  if (!found) return name.startsWith('cas:') ? `uima.cas.${name.slice(4)}` : name
  const [, path, local] = found
  return path === 'uima/noNamespace' ? local! : `${path!.replaceAll('/', '.')}.${local}`
}

const idsIn = (value: string): string[] => value.split(/\s+/).filter((id) => id !== '' && id !== '0')

const descriptors = 'http://uima.apache.org/resourceSpecifier'

/** The types of a `TypeSystem.xml`. */
export function readTypeSystem(bytes: Uint8Array, called: string): Map<string, TypeDescription> {
  const root = parseXml(bytes, { called, prefixes: { [descriptors]: '' } })
  if (root.name !== 'typeSystemDescription') {
    throw new Failure('unreadable', `${called} is no type system: it begins with <${root.name}>.`)
  }
  const described = elementsIn(root, 'types').flatMap((types) => elementsIn(types, 'typeDescription'))
  return new Map(
    described.map((type) => {
      const name = wordsOf(type, 'name').trim()
      const features = elementsIn(type, 'features')
        .flatMap((all) => elementsIn(all, 'featureDescription'))
        .map((feature) => ({
          name: wordsOf(feature, 'name').trim(),
          description: wordsOf(feature, 'description'),
          range: wordsOf(feature, 'rangeTypeName').trim(),
        }))
      const supertype = wordsOf(type, 'supertypeName').trim()
      return [name, { name, description: wordsOf(type, 'description'), supertype, features }]
    }),
  )
}

function wordsOf(element: XmlElement, name: string): string {
  const found = elementIn(element, name)
  return found ? textIn(found) : ''
}

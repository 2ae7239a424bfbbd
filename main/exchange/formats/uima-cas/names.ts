import type * as Data from '../../dataset.ts'
import { byCodePoint } from '../../dataset-order.ts'
import { attributePrefix, type FeatureDescription } from './types.ts'

/**
 * The words by which a CAS calls things that have no place of their own in it: no two of a kind are called alike. Read
 * and written again, each is called the same.
 */
export class Names {
  readonly attributes: readonly AttributeFeature[]
  #annotators: ReadonlyMap<string, string>
  #tags: ReadonlyMap<string, string>
  #claims: ReadonlyMap<string, string>
  #speakers: ReadonlyMap<string, string>
  #linkTypes: ReadonlyMap<string, string>
  #linkTypesById: ReadonlyMap<string, Data.LinkType>
  #attributes: ReadonlyMap<string, AttributeFeature>
  readonly asWritten: (words: string) => string

  constructor(dataset: Data.Dataset, asWritten: (words: string) => string) {
    const calling = <T extends { id: string }>(things: readonly T[], wordsOf: (thing: T) => string) =>
      distinctNames(things, (thing) => asWritten(wordsOf(thing)))
    this.#annotators = calling(dataset.annotators, ({ name }) => name)
    this.#tags = calling(dataset.tags, ({ name }) => name)
    this.#claims = calling(dataset.claims, ({ statement }) => statement)
    this.#speakers = calling(dataset.speakers, ({ name }) => name)
    this.#linkTypes = calling(dataset.linkTypes, ({ name }) => name)
    this.#linkTypesById = new Map(dataset.linkTypes.map((type) => [type.id, type]))
    this.asWritten = asWritten
    this.attributes = attributesOf(dataset, asWritten)
    this.#attributes = new Map(this.attributes.map((attribute) => [attribute.name, attribute]))
  }

  annotator = (id: string): string => this.#annotators.get(id)!
  tag = (id: string): string => this.#tags.get(id)!
  claim = (id: string): string => this.#claims.get(id)!
  speaker = (id: string): string => this.#speakers.get(id)!
  kindOf = (attribute: string): Kind => this.#attributes.get(this.asWritten(attribute))!.kind
  /** What an annotation says, by feature. */
  attributesOf(attributes: Data.AttributeMap): [feature: string, value: string][] {
    // Names that differ only in what cannot be written are one.
    const written = new Map([...attributes].map(([name, value]) => [this.asWritten(name), value]))
    return [...written].map(([name, value]) => [this.#attributes.get(name)!.feature, String(value)])
  }
  fieldsOf({ metadata }: Data.Document): ReadonlyMap<string, string> {
    return new Map([...metadata].map(([name, value]) => [this.asWritten(name), value]))
  }
  linkType = (id: string): { name: string; symmetric: boolean } => ({
    name: this.#linkTypes.get(id)!,
    symmetric: this.#linkTypesById.get(id)!.symmetric,
  })
}

type Kind = 'text' | 'number' | 'yes-no'

export interface AttributeFeature {
  name: string
  feature: string
  kind: Kind
}

/** A feature of a name that Java takes, for each attribute that any annotation has. */
function attributesOf(
  { annotations }: Data.Dataset,
  asWritten: (words: string) => string,
): AttributeFeature[] {
  const kinds = new Map<string, Set<Kind>>()
  for (const { attributes } of annotations) {
    for (const [given, value] of attributes) {
      const name = asWritten(given)
      const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes-no' : 'text'
      const known = kinds.get(name)
      if (known) known.add(kind)
      else kinds.set(name, new Set([kind]))
    }
  }
  return [...kinds.keys()].sort(byCodePoint).map((name) => {
    const [kind, ...others] = kinds.get(name)!
    return { name, feature: featureNameOf(name), kind: others.length > 0 ? 'text' : kind! }
  })
}

/** Letters and digits of ASCII, others as their number, so that names that differ stay apart. */
const featureNameOf = (name: string): string =>
  attributePrefix +
  name.replace(/[^A-Za-z0-9]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)

/** The name that a feature stands for, where nothing describes it. */
export const attributeNameOf = (feature: string): string =>
  feature
    .slice(attributePrefix.length)
    .replace(/_([0-9a-f]{1,5}|10[0-9a-f]{4})_/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))

export const attributeDescription = ({ name, kind }: AttributeFeature): string => `${name} (${kind})`

/** The name and kind that a description tells. */
export function describedAttribute(description: string): Omit<AttributeFeature, 'feature'> | undefined {
  const found = /^([\s\S]*) \((text|number|yes-no)\)$/.exec(description)
  return found ? { name: found[1]!, kind: found[2] as Kind } : undefined
}

export const attributeFeature = (attribute: AttributeFeature): FeatureDescription => ({
  name: attribute.feature,
  description: attributeDescription(attribute),
  range: 'uima.cas.String',
})

/** What each is called, with a number where another one is called so already; never nothing. */
function distinctNames<T extends { id: string }>(
  things: readonly T[],
  wordsOf: (thing: T) => string,
): Map<string, string> {
  const wanted = things.map((thing) => wordsOf(thing) || 'unnamed')
  const taken = new Set(wanted)
  const used = new Set<string>()
  const next = new Map<string, number>()
  return new Map(
    things.map(({ id }, index) => {
      const words = wanted[index]!
      let name = words
      for (let number = next.get(words) ?? 2; used.has(name); number++) {
        const numbered = `${words} (${number})`
        next.set(words, number + 1)
        if (!taken.has(numbered)) name = numbered
      }
      used.add(name)
      return [id, name]
    }),
  )
}

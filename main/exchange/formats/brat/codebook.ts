import type * as Data from '../../dataset.ts'
import { byCodePoint } from '../../dataset-order.ts'
import { type Typed, toLabel, toValue, typesFor } from './types.ts'

/** The codebook as brat’s configuration has it. */
export interface BratCodebook {
  /** Each after its parent, siblings as they follow each other. */
  tags: { tag: Data.Tag; depth: number; typed: Typed }[]
  linkTypes: { linkType: Data.LinkType; typed: Typed }[]
  /** By type. */
  attributes: BratAttribute[]
  tagById: ReadonlyMap<string, Data.Tag>
  typeOfTag: ReadonlyMap<string, string>
  typeOfLinkType: ReadonlyMap<string, string>
  typeOfAttribute: ReadonlyMap<string, string>
}

export interface BratAttribute {
  typed: Typed
  /** Types of the tags that have it. */
  of: string[]
  /** None for one that an annotation has or has not. */
  values: string[]
}

export function bratCodebook(dataset: Data.Dataset): BratCodebook {
  const tags = inTreeOrder(dataset.tags)
  const { kinds, uses } = attributesOf(dataset)
  const names = [...uses.keys()].sort((a, b) => byCodePoint(toLabel(a), toLabel(b)) || byCodePoint(a, b))
  const [tagTypes, linkTypes, attributeTypes] = typesFor(
    { names: tags.map(({ tag }) => tag.name), otherwise: 'Tag' },
    { names: dataset.linkTypes.map(({ name }) => name), otherwise: 'Link' },
    { names, otherwise: 'Attribute' },
  ) as [Typed[], Typed[], Typed[]]
  const typeOfTag = new Map(tags.map(({ tag }, index) => [tag.id, tagTypes[index]!.type]))
  return {
    tags: tags.map((entry, index) => ({ ...entry, typed: tagTypes[index]! })),
    linkTypes: dataset.linkTypes.map((linkType, index) => ({ linkType, typed: linkTypes[index]! })),
    attributes: names
      .map((name, index) => ({
        typed: attributeTypes[index]!,
        of: tags.filter(({ tag }) => kinds.get(tag.id)!.has(name)).map(({ tag }) => typeOfTag.get(tag.id)!),
        values: [...uses.get(name)!],
      }))
      .sort((a, b) => byCodePoint(a.typed.type, b.typed.type)),
    tagById: new Map(dataset.tags.map((tag) => [tag.id, tag])),
    typeOfTag,
    typeOfLinkType: new Map(dataset.linkTypes.map(({ id }, index) => [id, linkTypes[index]!.type])),
    typeOfAttribute: new Map(names.map((name, index) => [name, attributeTypes[index]!.type])),
  }
}

/** What an attribute line says of a value; undefined for what none can hold: numbers, free text, a plain no. */
export function heldValue(
  tag: Data.Tag,
  name: string,
  value: string | number | boolean,
): true | string | undefined {
  const kind = tag.attributes.find((attribute) => attribute.name === name)?.kind
  if (kind === 'number' || kind === 'text' || name === '') return undefined
  if (typeof value === 'string') return toValue(value) || undefined
  return value === true ? true : undefined
}

/** Which tags have which attributes, by definition or by use, and which values each attribute has. */
function attributesOf({ tags, annotations }: Data.Dataset) {
  const kinds = new Map(tags.map(({ id }) => [id, new Set<string>()]))
  const uses = new Map<string, Set<string>>()
  const meet = (tag: string, name: string): Set<string> => {
    kinds.get(tag)!.add(name)
    const values = uses.get(name)
    if (values) return values
    uses.set(name, new Set())
    return uses.get(name)!
  }
  for (const { tag } of inTreeOrder(tags)) {
    for (const { name, kind, values } of tag.attributes) {
      if (kind !== 'choice' && kind !== 'yes-no') continue
      const known = meet(tag.id, name)
      if (kind === 'choice') for (const value of values.map(toValue)) if (value !== '') known.add(value)
    }
  }
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const used = new Map<string, Set<string>>()
  for (const { tag, attributes } of annotations) {
    for (const [name, value] of attributes) {
      const held = heldValue(byId.get(tag)!, name, value)
      if (held === undefined) continue
      meet(tag, name)
      if (held === true) continue
      const values = used.get(name)
      if (values) values.add(held)
      else used.set(name, new Set([held]))
    }
  }
  for (const [name, values] of used) {
    for (const value of [...values].sort(byCodePoint)) uses.get(name)!.add(value)
  }
  return { kinds, uses }
}

function inTreeOrder(tags: readonly Data.Tag[]): { tag: Data.Tag; depth: number }[] {
  const children = Map.groupBy(tags, ({ parent }) => parent)
  const ordered: { tag: Data.Tag; depth: number }[] = []
  const waiting = (children.get(null) ?? []).map((tag) => ({ tag, depth: 0 })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next)
    const { tag, depth } = next
    const below = (children.get(tag.id) ?? []).map((child) => ({ tag: child, depth: depth + 1 }))
    waiting.push(...below.reverse())
  }
  return ordered
}

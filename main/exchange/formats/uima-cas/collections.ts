import { type Cas, type CasStructure, featuresOf, wordsOf } from './cas.ts'

/** What a feature holds several of: words, as one line of them, or other structures by their ids. */
type Several = string | string[]

/**
 * Puts into features what they refer to where that is an array of words or numbers, or a list. A file has these as
 * structures of their own where several features may share them (`multipleReferencesAllowed`), and JSON CAS always;
 * a list is a chain of structures with a `head` and a `tail`. Arrays of structures stay as they are.
 */
export function gatherCollections({ structures, types }: Cas): void {
  const collections = [...structures.values()].filter(({ type }) => isCollection(type))
  if (collections.length === 0) return
  const held = new Map<string, Several | undefined>()
  const heldBy = (id: string): Several | undefined => {
    if (!held.has(id)) held.set(id, severalIn(structures, id))
    return held.get(id)
  }
  const sharing = new Map<string, ReadonlySet<string>>()
  const mayShare = (type: string): ReadonlySet<string> => {
    const known = sharing.get(type)
    if (known) return known
    const features = featuresOf(types, type).filter(({ range }) => isCollection(range))
    sharing.set(type, new Set(features.map(({ name }) => name)))
    return sharing.get(type)!
  }
  for (const holder of structures.values()) {
    if (isCollection(holder.type)) continue
    for (const [feature, ids] of holder.references) {
      if (ids.length === 1) put(holder, feature, heldBy(ids[0]!))
    }
    // XMI has an id and a number written alike.
    for (const feature of mayShare(holder.type)) {
      if (holder.values.has(feature)) put(holder, feature, heldBy(wordsOf(holder, feature)))
    }
  }
  for (const { id } of collections) structures.delete(id)
}

function put({ values, references }: CasStructure, feature: string, several: Several | undefined): void {
  if (several === undefined) return
  values.delete(feature)
  references.delete(feature)
  if (typeof several !== 'string') references.set(feature, several)
  else if (several !== '') values.set(feature, several)
}

const isCollection = (type: string): boolean =>
  type.startsWith('uima.cas.') && /^uima\.cas\.(?:[A-Za-z]+List|(?!FS|Byte)[A-Z][a-z]+Array)$/.test(type)

function severalIn(structures: Cas['structures'], id: string): Several | undefined {
  const first = structures.get(id)
  if (!first || !isCollection(first.type)) return undefined
  if (first.type.endsWith('Array')) return wordsOf(first, 'elements')
  const heads: string[] = []
  const seen = new Set<CasStructure>()
  for (let link: CasStructure | undefined = first; link && !seen.has(link); ) {
    seen.add(link)
    const head = idOrWords(link, 'head')
    if (head !== '') heads.push(head)
    link = structures.get(idOrWords(link, 'tail'))
  }
  return first.type.endsWith('FSList') ? heads : heads.join(', ')
}

const idOrWords = (structure: CasStructure, feature: string): string =>
  structure.references.get(feature)?.[0] ?? wordsOf(structure, feature)

import type { TypeDescription } from './types.ts'

/** A CAS as it was read, whatever it was written in. Offsets are UTF-16 code units of the text. */
export interface Cas {
  /** Of the first view that has one; null where none has. */
  text: string | null
  /** Types that the file describes itself. */
  types: ReadonlyMap<string, TypeDescription>
  /** Those of the view that the text is of, and those of no view; nothing that programs made and nobody reads. */
  structures: Map<string, CasStructure>
  /** How many of those that programs made say more than where words and sentences are. */
  ofPrograms: number
  /** How many that people made are of another view, and so not here. */
  ofOtherViews: number
  /** How many other views have another text. */
  otherTexts: number
}

export interface CasStructure {
  id: string
  type: string
  values: Map<string, string | number | boolean>
  /** Features that refer to other structures: their ids, in order. */
  references: Map<string, string[]>
  /** Of an array. */
  elements: string[] | null
}

const primitives = new Set(
  ['Boolean', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double', 'String'].map(
    (name) => `uima.cas.${name}`,
  ),
)

export const isPrimitive = (range: string): boolean => primitives.has(range)

/** The features of a type and of those it is made from. */
export function featuresOf(
  types: ReadonlyMap<string, TypeDescription>,
  type: string,
): TypeDescription['features'] {
  const all: TypeDescription['features'] = []
  const seen = new Set<string>()
  for (let name = type; !seen.has(name); ) {
    seen.add(name)
    const description = types.get(name)
    if (!description) break
    all.push(...description.features)
    name = description.supertype
  }
  return all
}

/** What a feature says; '' where it is not there. */
export function wordsOf(structure: CasStructure | undefined, feature: string): string {
  const value = structure?.values.get(feature)
  return value === undefined ? '' : String(value)
}

import { type Cas, type CasStructure, featuresOf, isPrimitive } from './cas.ts'

/** What a type of structures is to us. */
export type Layer =
  | { kind: 'span'; name: string; label: string | null }
  | { kind: 'relation'; name: string; label: string | null }
  | { kind: 'other' }

/** Made by programs: sentences, words, parts of speech, the markup of a file; and what INCEpTION notes for itself. */
const ofPrograms =
  /^(?:de\.tudarmstadt\.ukp\.(?:dkpro\.core\.api|clarin\.webanno\.api\.type)|org\.dkpro\.core\.api|org\.apache\.ctakes\.typesystem\.type\.(?:syntax|textspan|structured))\./
/** The layers that INCEpTION has for people to begin with: names, coreference, predicates and their arguments. */
const ofPeople =
  /^de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:ner\.type\.|coref\.type\.|semantics\.type\.Sem(?:Pred|Arg))/
/** Those that every such file has; nobody misses them. */
const everywhere = /\.(Sentence|Token|DocumentMetaData|CASMetadata|LayerDefinition|FeatureDefinition)$/

/** Features that are likely to say what a passage is, in this order. */
const likelyLabels = ['tag', 'label', 'value', 'type', 'category', 'class', 'kind', 'name', 'referenceType']

export const isOfPrograms = (type: string): boolean =>
  type === 'uima.tcas.DocumentAnnotation' || (ofPrograms.test(type) && !ofPeople.test(type))

export const isEverywhere = (type: string): boolean =>
  type === 'uima.tcas.DocumentAnnotation' || everywhere.test(type)

/** What each type in a CAS is, judged by the features it has there. */
export function layersOf({ types, structures }: Cas): ReadonlyMap<string, Layer> {
  const samples = new Map<string, CasStructure[]>()
  for (const structure of structures.values()) {
    const known = samples.get(structure.type)
    if (!known) samples.set(structure.type, [structure])
    else if (known.length < 50) known.push(structure)
  }
  return new Map([...samples].map(([type, some]) => [type, layerOf(type, some, types)]))
}

function layerOf(type: string, samples: readonly CasStructure[], types: Cas['types']): Layer {
  const isRelation = samples.some(
    ({ references }) => references.get('Governor')?.length && references.get('Dependent')?.length,
  )
  const isSpan = samples.some(({ values }) => values.has('begin') && values.has('end'))
  if (!isRelation && !isSpan) return { kind: 'other' }
  const described = featuresOf(types, type)
  const words = described.length > 0 ? described.filter(saysWords).map(({ name }) => name) : namesIn(samples)
  const likely = likelyLabels.find((name) => words.includes(name))
  const only = words.length === 1 && !isCounted(samples, words[0]!) ? words[0]! : null
  const label = likely ?? only
  return { kind: isRelation ? 'relation' : 'span', name: type.slice(type.lastIndexOf('.') + 1), label }
}

/** Strings, and sets of words that are types of their own. */
const saysWords = ({ range }: { range: string }): boolean =>
  range === 'uima.cas.String' || (!isPrimitive(range) && /tagset|String$/i.test(range))

/** Where no types are described, the number of a word or a sentence is a string too. */
const isCounted = (samples: readonly CasStructure[], name: string): boolean =>
  samples.every(({ values }) => /^-?\d*$/.test(String(values.get(name) ?? '')))

function namesIn(samples: readonly CasStructure[]): string[] {
  const names = samples.flatMap(({ values }) =>
    [...values].filter(([, value]) => typeof value === 'string').map(([name]) => name),
  )
  return [...new Set(names)]
}

import type { CasStructure } from '../uima-cas/cas.ts'
import type { FeatureStructure } from '../uima-cas/feature-structures.ts'
import type { Segments } from '../uima-cas/segments.ts'
import { linkLayer, passageLayer, type TypeSystem } from '../uima-cas/types.ts'
import type { Serialization } from '../uima-cas/write.ts'
import { source, type TsvLayer, target } from './tsv-document.ts'
import { tsvPieces } from './write-tsv.ts'

/** The same layers as in the other writings of a CAS; what has no place in the text has none here either. */
export const tsv: Serialization = {
  ending: 'tsv',
  asWritten: asTsvHasIt,
  beside: () => new Map(),
  pieces(types, { text, segments }, structures) {
    const kept = new Map<string, CasStructure>()
    for (const structure of structures) {
      if (structure.type !== passageLayer && structure.type !== linkLayer) continue
      kept.set(String(structure.id), asStructure(structure))
    }
    return tsvPieces({
      text,
      segments: withGaps(text, segments),
      sentenceIds: new Map(),
      layers: layersOf(types),
      structures: kept,
    })
  },
}

/** A carriage return in a value would end its row. */
function asTsvHasIt(words: string): string {
  return words.includes('\r') ? words.replace(/\r\n?/g, '\n') : words
}

/** Columns stand in the order of their names. */
function layersOf(types: TypeSystem): TsvLayer[] {
  const columnsOf = (layer: string) =>
    types
      .get(layer)!
      .features.map(({ name }) => name)
      .filter((name) => name !== source && name !== target)
      .sort()
      .map((feature) => ({ kind: 'value' as const, feature }))
  return [
    { kind: 'span', type: passageLayer, columns: columnsOf(passageLayer) },
    {
      kind: 'relation',
      type: linkLayer,
      columns: [...columnsOf(linkLayer), { kind: 'source', baseType: passageLayer }],
    },
  ]
}

function asStructure({ id, type, features }: FeatureStructure): CasStructure {
  const structure: CasStructure = {
    ...{ id: String(id), type, values: new Map(), references: new Map(), elements: null },
  }
  for (const [name, value] of features) {
    if (typeof value === 'object') structure.references.set(name, [String(value.to)])
    else structure.values.set(name, typeof value === 'string' ? asTsvHasIt(value) : value)
  }
  return structure
}

/**
 * Sentences as long as needed for the text to be read as it is. What stands between two of them is not written, but
 * taken for a line end and spaces; all else is put at the end of the sentence before.
 */
export function withGaps(text: string, { sentences, tokens }: Segments): Segments {
  const longer = [...sentences]
  for (let at = 1; at < longer.length; at += 2) {
    const [end, next] = [longer[at]!, longer[at + 1] ?? text.length]
    const gap = text.slice(end, next)
    const isLast = at === longer.length - 1
    const rest = isLast ? gap : gap.replace(/\n *$/, '')
    longer[at] = end + rest.length
  }
  return { sentences: longer, tokens }
}

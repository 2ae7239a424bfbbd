import type { CasStructure } from '../uima-cas/cas.ts'
import type { Segments } from '../uima-cas/segments.ts'

/** A TSV file as it is read and written. Offsets are UTF-16 code units of the text, as in the file. */
export interface TsvDocument {
  text: string
  segments: Segments
  /** Names that sentences have, by their number from 0. */
  sentenceIds: ReadonlyMap<number, string>
  layers: readonly TsvLayer[]
  /**
   * What the columns hold, as in the CAS that the file was made from: layers and the links of their slots by type.
   * What refers to a token names it by its unit, such as `1-2`.
   */
  structures: ReadonlyMap<string, CasStructure>
  /** How many cells say something in columns that no layer declares; they are not read. */
  undeclared?: number
}

export interface TsvLayer {
  kind: 'span' | 'relation' | 'chain'
  type: string
  columns: readonly TsvColumn[]
}

export type TsvColumn =
  | { kind: 'placeholder' }
  | { kind: 'value'; feature: string }
  /** The roles of a slot feature; `linkType` is the type of its links. */
  | { kind: 'roles'; feature: string; linkType: string }
  | { kind: 'targets'; feature: string; targetType: string }
  /** Where a relation comes from; it stands in the row where it ends. */
  | { kind: 'source'; baseType: string }
  | { kind: 'chain-type' }
  | { kind: 'chain-link' }

export const anyAnnotation = 'uima.tcas.Annotation'
export const [source, target] = ['Governor', 'Dependent'] as const
export const [chainType, chainRelation, nextLink, firstLink] = [
  'referenceType',
  'referenceRelation',
  'next',
  'first',
] as const

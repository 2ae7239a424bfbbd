import type * as Data from '../../dataset.ts'
import type { Names } from './names.ts'
import { type Segments, segmentsOf } from './segments.ts'
import {
  casMetadata,
  documentMetaData,
  fieldLayer,
  linkLayer,
  passageLayer,
  sentenceType,
  tokenType,
} from './types.ts'

/** An entry of a CAS. The text itself has the id 1; `sofa` entries belong to it. */
export interface FeatureStructure {
  id: number
  type: string
  inText: boolean
  features: (readonly [name: string, value: string | number | boolean | Reference])[]
}

export interface Reference {
  to: number
}

export const textId = 1

/** The work of one annotator on one document; of nobody where there is none. */
export interface CasContent {
  document: Data.Document
  /** Its place in the project, from 1, and what it is called. */
  number: number
  title: string
  annotator: Data.Annotator | null
  annotations: readonly Data.Annotation[]
  links: readonly Data.Link[]
}

/** Sentences and words are found once for all annotators of a document. */
export interface PreparedText {
  text: string
  segments: Segments
}

export const prepared = ({ metadata }: Data.Document, text: string): PreparedText => ({
  text,
  segments: segmentsOf(text, metadata.get('language') ?? ''),
})

/** Everything in one CAS but its text, in the order of its ids. */
export function* featureStructures(
  { document, number, title, annotator, annotations, links }: CasContent,
  { text, segments }: PreparedText,
  project: string,
  names: Names,
): Generator<FeatureStructure> {
  let id = textId
  const spanning = (
    type: string,
    begin: number,
    end: number,
    features: FeatureStructure['features'] = [],
  ) => ({
    id: ++id,
    type,
    inText: true,
    features: [['begin', begin], ['end', end], ...features] as FeatureStructure['features'],
  })
  yield spanning(documentMetaData, 0, text.length, [
    ['language', languageOf(document)],
    ...said([
      ['documentTitle', title],
      ['documentId', document.id],
      ['collectionId', project],
    ]),
    ['isLastSegment', false],
  ])
  yield {
    id: ++id,
    type: casMetadata,
    inText: false,
    features: [
      ...said([['username', annotator ? names.annotator(annotator.id) : '']]),
      ['sourceDocumentId', number],
      ['sourceDocumentName', title],
      ...said([['projectName', project]]),
    ],
  }
  for (const [name, value] of names.fieldsOf(document)) {
    yield {
      id: ++id,
      type: fieldLayer,
      inText: true,
      features: [
        ['name', name],
        ['value', value],
      ],
    }
  }
  for (let at = 0; at < segments.sentences.length; at += 2) {
    yield spanning(sentenceType, segments.sentences[at]!, segments.sentences[at + 1]!)
  }
  for (let at = 0; at < segments.tokens.length; at += 2) {
    yield spanning(tokenType, segments.tokens[at]!, segments.tokens[at + 1]!)
  }
  const places = new Map<string, { id: number; begin: number; end: number }>()
  for (const annotation of annotations) {
    const features = passageFeatures(annotation, names)
    for (const { start, end } of annotation.spans) {
      const passage = spanning(passageLayer, start, end, features)
      // Links hold on to the first part.
      if (!places.has(annotation.id)) places.set(annotation.id, { id: passage.id, begin: start, end })
      yield passage
    }
  }
  for (const link of links) {
    const [source, target] = endsOf(link).map((end) => places.get(end)!)
    // A relation lies where the passage lies that it points to.
    yield spanning(linkLayer, target!.begin, target!.end, [
      ['Governor', { to: source!.id }],
      ['Dependent', { to: target!.id }],
      ...linkFeatures(link, names),
    ])
  }
}

/** The annotations that a link joins. */
export const endsOf = ({ source, target }: Data.Link): string[] =>
  [source, target].flatMap((end) => ('annotation' in end ? [end.annotation] : []))

function passageFeatures(annotation: Data.Annotation, names: Names): FeatureStructure['features'] {
  return [
    ...said([
      ['tag', names.tag(annotation.tag)],
      ['claim', annotation.claim === null ? '' : names.claim(annotation.claim)],
      ['speaker', annotation.speaker === null ? '' : names.speaker(annotation.speaker)],
      ['note', annotation.note],
      ['confidence', annotation.confidence === null ? '' : String(annotation.confidence)],
      ['created', annotation.created],
      ['id', annotation.id],
    ]),
    ...names.attributesOf(annotation.attributes),
  ]
}

function linkFeatures(link: Data.Link, names: Names): FeatureStructure['features'] {
  const { name, symmetric } = names.linkType(link.linkType)
  return [
    ...said([
      ['type', name],
      ['note', link.note],
      ['status', link.status],
      ['strength', link.strength === null ? '' : String(link.strength)],
      ['created', link.created],
      ['id', link.id],
    ]),
    ['symmetric', symmetric],
  ]
}

const said = (features: readonly (readonly [string, string])[]) =>
  features.filter(([, value]) => value !== '')

/** UIMA writes `x-unspecified` where no language is known. */
function languageOf({ metadata }: Data.Document): string {
  const language = metadata.get('language') ?? ''
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : 'x-unspecified'
}

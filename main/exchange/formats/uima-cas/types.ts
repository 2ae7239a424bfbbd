/** A type system: what feature structures of a type can say. */
export type TypeSystem = ReadonlyMap<string, TypeDescription>

export interface TypeDescription {
  name: string
  description: string
  supertype: string
  features: FeatureDescription[]
}

export interface FeatureDescription {
  name: string
  description: string
  /** Such as `uima.cas.String`; of an array `uima.cas.FSArray`. */
  range: string
}

export const documentMetaData = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'
export const sentenceType = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence'
export const tokenType = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'
export const casMetadata = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata'

/** Layers of our own, as INCEpTION names those that people make: of spans, of relations, of fields of a document. */
export const passageLayer = 'webanno.custom.Passage'
export const linkLayer = 'webanno.custom.PassageLink'
export const fieldLayer = 'webanno.custom.DocumentField'

/** What the features of attributes are called, so that they are no other feature’s. */
export const attributePrefix = 'attribute_'

const strings = (...names: string[]): FeatureDescription[] =>
  names.map((name) => ({ name, description: '', range: 'uima.cas.String' }))

/** The types that this program writes, with a feature for each attribute. */
export function ownTypes(attributes: readonly FeatureDescription[]): TypeSystem {
  const types: TypeDescription[] = [
    {
      name: documentMetaData,
      description: '',
      supertype: 'uima.tcas.DocumentAnnotation',
      features: [
        ...strings('documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'),
        { name: 'isLastSegment', description: '', range: 'uima.cas.Boolean' },
      ],
    },
    { name: sentenceType, description: '', supertype: 'uima.tcas.Annotation', features: strings('id') },
    { name: tokenType, description: '', supertype: 'uima.tcas.Annotation', features: strings('id') },
    {
      name: casMetadata,
      description: '',
      supertype: 'uima.cas.TOP',
      features: [
        ...strings('username'),
        { name: 'sourceDocumentId', description: '', range: 'uima.cas.Long' },
        ...strings('sourceDocumentName', 'projectName'),
      ],
    },
    {
      name: fieldLayer,
      description: 'A field of the document’s metadata',
      supertype: 'uima.cas.AnnotationBase',
      features: strings('name', 'value'),
    },
    {
      name: passageLayer,
      description: 'A passage with a tag',
      supertype: 'uima.tcas.Annotation',
      features: [...strings('tag', 'claim', 'speaker', 'note', 'confidence', 'created', 'id'), ...attributes],
    },
    {
      name: linkLayer,
      description: 'A link from one passage to another',
      supertype: 'uima.tcas.Annotation',
      features: [
        { name: 'Governor', description: 'Where it comes from', range: passageLayer },
        { name: 'Dependent', description: 'Where it points to', range: passageLayer },
        ...strings('type', 'note', 'status', 'strength', 'created', 'id'),
        { name: 'symmetric', description: '', range: 'uima.cas.Boolean' },
      ],
    },
  ]
  return new Map(types.map((type) => [type.name, type]))
}

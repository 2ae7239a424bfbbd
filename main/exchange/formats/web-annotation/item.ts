import { unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import { type Said, saidBy, shortName } from './bodies.ts'
import { idIn, lastPartOf } from './iris.ts'
import { type Aim, aimOf, flattened, iriIn, typesOf } from './selectors.ts'

/** One annotation of the model as it stands in a file, whatever it is to become here. */
export interface Item {
  /** As other items refer to it; '' where it has none. */
  iri: string
  creator: { id: string; name: string } | null
  created: string
  isLink: boolean
  said: Said
  aims: Aim[]
}

export function itemOf(object: JsonObject): Item {
  const motivations = textsOf(object.get('motivation') ?? object.get('motivatedBy')).map(shortName)
  const said = saidBy(object, motivations)
  return {
    iri: iriIn(object) ?? '',
    creator: creatorOf(object.get('creator') ?? object.get('dcterms:creator')),
    created: momentOf(object.get('created') ?? object.get('modified')) ?? unknownMoment,
    isLink: motivations.includes('linking') || said.ends.length > 0,
    said,
    aims: flattened(object.get('target') ?? object.get('hasTarget') ?? object.get('on')).map(aimOf),
  }
}

function creatorOf(value: JsonValue | undefined): Item['creator'] {
  const first = listOf(value)[0]
  const object = objectOf(first)
  const iri = iriIn(first)
  const stated = textOf(object?.get('name')) ?? textOf(object?.get('nickname'))
  if (iri === undefined && stated === undefined) return null
  const own = idIn('annotator', iri)
  return { id: own ?? iri ?? stated!, name: stated ?? own ?? lastPartOf(iri!) }
}

/** The annotations in a value, which may be one, a list, a page, a collection, a graph or a manifest of IIIF. */
export function annotationsIn(value: JsonValue): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn)
  const object = objectOf(value)
  if (object === undefined) return []
  const inside = insideOf(object)
  return inside.length === 0 && !holdsOthers(object) ? [object] : inside.flatMap(annotationsIn)
}

/** The list that all annotations in a value stand in, where there is one. */
export function listOfAnnotationsIn(value: JsonValue): JsonValue[] | undefined {
  if (Array.isArray(value)) return value
  const object = objectOf(value)
  const inside = object ? insideOf(object) : []
  return inside.length === 1 ? listOfAnnotationsIn(inside[0]!) : undefined
}

const lists = ['items', '@graph', 'first', 'annotations', 'resources', 'rows']
/** Where IIIF has what belongs to a picture, in version 2. */
const listsOfPictures = ['sequences', 'canvases', 'images', 'otherContent']

/** Nothing where it is an annotation itself. */
function insideOf(object: JsonObject): JsonValue[] {
  const isAnnotation = namesOfTypes(object).includes('Annotation')
  if (isAnnotation || object.has('target') || object.has('on')) return []
  return [...lists, ...listsOfPictures]
    .map((name) => object.get(name))
    .filter((inner) => inner instanceof Map || Array.isArray(inner))
}

const holders = [
  ...['AnnotationCollection', 'AnnotationPage', 'AnnotationList', 'Layer'],
  ...['Collection', 'Manifest', 'Sequence', 'Canvas'],
]

/** Whether it is no annotation, even where nothing stands in it. */
const holdsOthers = (object: JsonObject): boolean =>
  namesOfTypes(object).some((type) => holders.includes(type))

const namesOfTypes = (object: JsonObject): string[] =>
  typesOf(object).map((type) => shortName(type).replace(/^(?:sc|as):/, ''))

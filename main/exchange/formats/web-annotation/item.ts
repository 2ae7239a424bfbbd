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
    aims: flattened(object.get('target') ?? object.get('hasTarget')).map(aimOf),
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

/** The annotations in a value, which may be one, a list, a page, a collection or a graph. */
export function annotationsIn(value: JsonValue): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn)
  const object = objectOf(value)
  if (object === undefined) return []
  const inside = insideOf(object)
  return inside === undefined ? [object] : annotationsIn(inside)
}

/** The list that all annotations in a value stand in, where there is one. */
export function listOfAnnotationsIn(value: JsonValue): JsonValue[] | undefined {
  if (Array.isArray(value)) return value
  const object = objectOf(value)
  const inside = object && insideOf(object)
  return inside === undefined ? undefined : listOfAnnotationsIn(inside)
}

/** Undefined where it is an annotation itself. */
function insideOf(object: JsonObject): JsonValue | undefined {
  const inside = ['items', '@graph', 'first', 'annotations', 'resources', 'rows']
    .map((name) => object.get(name))
    .find((inner) => inner instanceof Map || Array.isArray(inner))
  const isAnnotation = typesOf(object).some((type) => shortName(type) === 'Annotation')
  return isAnnotation || object.has('target') ? undefined : inside
}

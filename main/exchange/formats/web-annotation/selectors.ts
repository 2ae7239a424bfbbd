import { listOf, objectOf, objectsOf, offsetOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import type { JsonObject, JsonValue } from '../../json.ts'

/** A stretch of some resource as selectors describe it, each as far as it does. */
export interface Selected {
  /** The IRI of the resource. */
  source: string
  quote: string | null
  prefix: string
  suffix: string
  position: { start: number; end: number } | null
}

/** What a target or a body is about. */
export interface Aim {
  /** The IRI of a whole resource, or a stretch of one; '' where it has none. */
  source: string
  /** Null for a whole resource. */
  selected: Selected | null
  /** Whether it selects something that is no stretch of text, such as a region of a picture. */
  isForeign: boolean
  /** What the resource is called, where it says so. */
  title: string
}

const sets = new Set(['Choice', 'Composite', 'List', 'Independents', 'oa:Choice', 'oa:Composite', 'oa:List'])

/** Things that stand in a list, or in a set that the model knows. */
export function flattened(value: JsonValue | undefined): JsonValue[] {
  return listOf(value).flatMap((item) => {
    const object = objectOf(item)
    if (object === undefined || !typesOf(object).some((type) => sets.has(type))) return [item]
    return listOf(object.get('items') ?? object.get('item')).flat()
  })
}

export function typesOf(object: JsonObject): string[] {
  const type = object.get('type') ?? object.get('@type')
  return typeof type === 'string' ? [type] : textsOf(type)
}

export function iriIn(value: JsonValue | undefined): string | undefined {
  const object = objectOf(value)
  return textOf(object ? (object.get('id') ?? object.get('@id')) : (value ?? undefined))
}

export function aimOf(value: JsonValue): Aim {
  const object = objectOf(value)
  const stated = object?.get('source') ?? object?.get('hasSource') ?? object?.get('full')
  const source = iriIn(stated) ?? iriIn(value) ?? ''
  const title = textOf(listOf(object?.get('title') ?? object?.get('label'))[0]) ?? ''
  const selectors = object
    ? objectsOf(object.get('selector') ?? object.get('hasSelector')).flatMap(refined)
    : []
  const selected = selectedBy(selectors, source)
  const isForeign = selected === null && (selectors.length > 0 || regionOrTime.test(source))
  return { source, title, selected, isForeign }
}

/** A region of a picture or a stretch of a recording, by the fragment of its IRI. */
const regionOrTime = /#(?:[^#]*&)?(?:xywh|t)=[^#]*$/

const narrowing = ['refinedBy', 'items', 'default', 'item']

/** A selector and those that narrow it; of alternatives each. */
function refined(selector: JsonObject): JsonObject[] {
  const inner = narrowing.flatMap((name) => objectsOf(selector.get(name)))
  return [selector, ...inner.flatMap(refined)]
}

function selectedBy(selectors: readonly JsonObject[], source: string): Selected | null {
  // What narrows comes after what it narrows.
  const quote = selectors.findLast((selector) => textOf(selector.get('exact')) !== undefined)
  const position = positionIn(selectors)
  if (quote === undefined && position === null) return null
  const words = (name: string): string => textOf(quote?.get(name)) ?? ''
  return {
    ...{ source, position, quote: quote ? words('exact') : null },
    // Cut inside a character, they begin or end with half of it.
    ...{ prefix: words('prefix').replace(/^\ufffd/, ''), suffix: words('suffix').replace(/\ufffd$/, '') },
  }
}

function positionIn(selectors: readonly JsonObject[]): Selected['position'] {
  for (const selector of selectors.toReversed()) {
    const isText = typesOf(selector).some((type) => type.endsWith('TextPositionSelector'))
    const [start, end] = isText
      ? [offsetOf(selector.get('start')), offsetOf(selector.get('end'))]
      : charactersIn(textOf(selector.get('value')) ?? '')
    if (start !== undefined && end !== undefined && start < end) return { start, end }
  }
  return null
}

/** A fragment by RFC 5147, such as `char=4,10`. */
function charactersIn(fragment: string): (number | undefined)[] {
  const [, start, end] = /^#?char=(\d{1,15}),(\d{1,15})(?:;|$)/.exec(fragment) ?? []
  return [offsetOf(start), offsetOf(end)]
}

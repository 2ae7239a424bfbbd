import { objectOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import type { JsonObject } from '../../json.ts'
import { idIn, lastPartOf } from './iris.ts'
import { type Aim, aimOf, flattened, iriIn } from './selectors.ts'

interface Name {
  name: string
  /** Where it is one of ours. */
  id: string | undefined
}

/** What an annotation says of its target. */
export interface Said {
  tags: Name[]
  linkTypes: Name[]
  claim: { id: string; statement: string } | null
  speaker: { id: string; name: string } | null
  /** Remarks of any kind. */
  notes: string[]
  /** What the target is linked with. */
  ends: Aim[]
  /** How many bodies could not be taken. */
  leftOut: number
}

const tagging = ['tagging', 'classifying', 'identifying']

export function saidBy(item: JsonObject, motivations: readonly string[]): Said {
  const lists = { tags: [], linkTypes: [], notes: [], ends: [] }
  const said: Said = { ...lists, claim: null, speaker: null, leftOut: 0 }
  const bodyValue = textOf(item.get('bodyValue'))
  if (bodyValue !== undefined) said.notes.push(bodyValue)
  for (const body of flattened(item.get('body') ?? item.get('hasBody') ?? item.get('resource'))) {
    const object = objectOf(body)
    const value = plainWords(textOf(object?.get('value') ?? object?.get('chars') ?? object?.get('cnt:chars')))
    const own = textsOf(object?.get('purpose')).map(shortName)
    const purposes = own.length > 0 ? own : motivations
    if (value !== undefined) takeWords(value, iriIn(body), purposes, said)
    else takeResource(aimOf(body), purposes, said)
  }
  return said
}

/** Recogito Studio keeps remarks as its editor (Quill) does: pieces of words with their looks, as JSON. */
function plainWords(value: string | undefined): string | undefined {
  if (!value?.startsWith('{"ops":[')) return value
  try {
    const { ops } = JSON.parse(value) as { ops: { insert?: unknown }[] }
    return ops
      .map((op) => (typeof op?.insert === 'string' ? op.insert : ''))
      .join('')
      .trim()
  } catch {
    return value
  }
}

/** `oa:tagging`, `http://www.w3.org/ns/oa#tagging` and `tagging` are the same. */
export function shortName(name: string): string {
  return name.replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, '')
}

function takeWords(value: string, iri: string | undefined, purposes: readonly string[], said: Said): void {
  const [claim, speaker, linkType] = [idIn('claim', iri), idIn('speaker', iri), idIn('link-type', iri)]
  const isTag = purposes.some((purpose) => tagging.includes(purpose))
  if (claim !== undefined) said.claim = { id: claim, statement: value }
  else if (speaker !== undefined) said.speaker = { id: speaker, name: value }
  else if (linkType !== undefined) said.linkTypes.push({ name: value, id: linkType })
  else if (isTag) said.tags.push({ name: value, id: idIn('tag', iri) })
  else if (value !== '') said.notes.push(value)
}

function takeResource(aim: Aim, purposes: readonly string[], said: Said): void {
  if (purposes.includes('linking')) said.ends.push(aim)
  else if (aim.source !== '' && purposes.some((purpose) => tagging.includes(purpose))) {
    said.tags.push({ name: aim.title || lastPartOf(aim.source), id: undefined })
  } else said.leftOut += 1
}

import { unknownMoment } from '../../foreign/gathering.ts'
import {
  listOf,
  momentOf,
  objectOf,
  objectsOf,
  offsetOf,
  textOf,
  textsOf,
} from '../../foreign/json-fields.ts'
import { filesWith, headOf, linesOrParts } from '../../foreign/json-files.ts'
import { decodeUtf8, nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import type { FormatReader } from '../annotation-format.ts'
import { ItemGathering } from '../web-annotation/gather-items.ts'
import { lastPartOf } from '../web-annotation/iris.ts'
import type { Item } from '../web-annotation/item.ts'
import { KnownTexts } from '../web-annotation/known-texts.ts'
import type { Aim } from '../web-annotation/selectors.ts'
import { isTable, itemsOfTable } from './table.ts'

const endings = ['json', 'jsonl', 'csv']
const ofServer = /"annotates"\s*:/
const ofLibrary = /"bodies"\s*:/

/**
 * What Recogito keeps inside: annotations of its server (a backup’s `annotations.jsonl`) and of its library
 * text-annotator; and the table of annotations that its server gives. Where either writes web annotations, the reader of those reads them.
 */
export const recogitoReader: FormatReader = {
  sharedEndings: endings,
  leavesTexts: true,

  async recognises(source) {
    for (const path of filesWith(source, ...endings)) {
      const head = await headOf(source, path)
      if (isTable(head)) return true
      if (ofLibrary.test(head) && (ofServer.test(head) || /"selector"\s*:/.test(head))) return true
    }
    return false
  },

  async read(source, options) {
    const descriptions = { documents: new Map(), claims: new Map() }
    const items = new ItemGathering({ descriptions, texts: new KnownTexts(), fallback: source.name })
    let cellsLeft = 0
    await oneByOne(filesWith(source, ...endings), options, async (path) => {
      if (isTable(await headOf(source, path))) {
        const table = itemsOfTable(decodeUtf8(await source.read(path), `“${nameIn(source, path)}”`))
        for (const item of table.items) items.take(item)
        cellsLeft += table.cellsLeft
        return
      }
      for await (const values of linesOrParts(source, path, options, (value) => [value])) {
        for (const value of values) {
          for (const object of objectsOf(value)) for (const item of itemsOf(object)) items.take(item)
        }
      }
    })
    const incoming = items.finish()
    if (cellsLeft > 0) {
      incoming.leftOut.push({
        what: 'cells on where places lie, how sure they are, and groups',
        count: cellsLeft,
      })
    }
    return incoming
  },
}

const nothingSaid = () => ({
  ...{ tags: [], linkTypes: [], claim: null, speaker: null, notes: [], ends: [], leftOut: 0 },
})

function itemsOf(object: JsonObject): Item[] {
  if (object.has('annotates')) return itemsOfServer(object)
  const target = objectOf(object.get('target'))
  const aims = listOf(target?.get('selector')).map((selector) => aimOfLibrary(objectOf(selector), target))
  const creator = creatorOf(target?.get('creator') ?? object.get('creator'))
  const created = momentOf(target?.get('created') ?? object.get('created')) ?? unknownMoment
  const iri = textOf(object.get('id')) ?? ''
  return [{ iri, creator, created, isLink: false, said: saidIn(object), aims }]
}

function aimOfLibrary(selector: JsonObject | undefined, target: JsonObject | undefined): Aim {
  const source = textOf(selector?.get('source')) ?? textOf(target?.get('source')) ?? ''
  const quote = textOf(selector?.get('quote')) ?? null
  const [start, end] = [offsetOf(selector?.get('start')), offsetOf(selector?.get('end'))]
  const position = start !== undefined && end !== undefined && start < end ? { start, end } : null
  const isText = quote !== null || position !== null
  return {
    ...{ source, title: '', isForeign: !isText },
    selected: isText ? { source, quote, position, prefix: '', suffix: '' } : null,
  }
}

function saidIn(object: JsonObject): Item['said'] {
  const said: Item['said'] = nothingSaid()
  for (const body of objectsOf(object.get('bodies'))) {
    const value = textOf(body.get('value'))
    const purpose = textOf(body.get('purpose')) ?? textOf(body.get('type')) ?? ''
    const isTag = /^(?:tagging|classifying|TAG)$/.test(purpose)
    if (purpose === 'QUOTE' || purpose === 'TRANSCRIPTION') continue
    const reference = textOf(objectOf(body.get('reference'))?.get('uri'))
    if (/^(?:PLACE|PERSON|EVENT)$/.test(purpose)) {
      said.tags.push({ name: purpose.slice(0, 1) + purpose.slice(1).toLowerCase(), id: undefined })
      if (reference !== undefined) said.notes.push(reference)
    } else if (value === undefined) said.leftOut += 1
    else if (isTag) said.tags.push({ name: value, id: undefined })
    else said.notes.push(value)
  }
  return said
}

/** The annotation and its relations, each as a link of its own. */
function itemsOfServer(object: JsonObject): Item[] {
  const annotates = objectOf(object.get('annotates'))
  const source = [annotates?.get('document_id'), annotates?.get('filepart_id')].flatMap(
    (id) => textOf(id) ?? [],
  )
  const quote = objectsOf(object.get('bodies'))
    .filter((body) => textOf(body.get('type')) === 'QUOTE')
    .map((body) => textOf(body.get('value')))[0]
  const start = offsetOf(/char-offset:(\d+)/.exec(textOf(object.get('anchor')) ?? '')?.[1])
  const position =
    start === undefined || quote === undefined || quote === '' ? null : { start, end: start + quote.length }
  const iri = textOf(object.get('annotation_id')) ?? ''
  const place = source.join('/')
  const selected = quote === undefined ? null : { source: place, quote, position, prefix: '', suffix: '' }
  const maker = { creator: creatorOf(lastContributor(object)), created: changedAt(object) }
  const passage: Item = {
    ...{ iri, ...maker, isLink: false, said: saidIn(object) },
    aims: [{ source: place, title: '', selected, isForeign: selected === null }],
  }
  const relations = objectsOf(object.get('relations')).map((relation, index): Item => {
    const end = (id: string): Aim => ({ source: id, title: '', selected: null, isForeign: false })
    return {
      ...{ iri: `${iri} relation ${index + 1}`, ...maker, isLink: true },
      said: { ...saidIn(relation), ends: [end(iri)] },
      aims: [end(textOf(relation.get('relates_to')) ?? '')],
    }
  })
  return [passage, ...relations]
}

function changedAt(object: JsonObject): string {
  return momentOf(object.get('last_modified_at')) ?? unknownMoment
}

function lastContributor(object: JsonObject): JsonValue | undefined {
  return object.get('last_modified_by') ?? listOf(object.get('contributors'))[0]
}

function creatorOf(value: JsonValue | undefined): Item['creator'] {
  const object = objectOf(value)
  const id = textOf(object?.get('id') ?? (value instanceof Map ? undefined : value))
  if (id === undefined) return null
  return { id, name: textsOf(object?.get('name'))[0] ?? lastPartOf(id) }
}

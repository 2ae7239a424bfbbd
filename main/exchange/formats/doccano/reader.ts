import { hashOf } from '../../content-hash.ts'
import { type ArrivedText, arrivedText, type OffsetUnit } from '../../foreign/arrived-text.ts'
import { FreeIds } from '../../foreign/free-ids.ts'
import { Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, objectsOf, offsetOf, textOf } from '../../foreign/json-fields.ts'
import { filesWith, headOf, isWithoutLines, readJsonLines } from '../../foreign/json-files.ts'
import { nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonObject } from '../../json.ts'
import type { FormatReader, Incoming, ReadingOptions } from '../annotation-format.ts'
import { entityId, everybody, relationId } from './ids.ts'
import { Members } from './members.ts'

const endings = ['jsonl', 'json']

/** doccano’s exports of all its versions: labels as triples, entities with relations, labels of whole texts. */
export const doccanoReader: FormatReader = {
  sharedEndings: endings,

  async recognises(source) {
    for (const path of filesWith(source, ...endings)) {
      if (isWithoutLines(source, path)) return true
      const head = await headOf(source, path)
      const isLabelled =
        /"(?:start_offset|entities)"\s*:/.test(head) ||
        /"labels?"\s*:\s*\[\s*(?:\[\s*\d|"|\]\s*,\s*")/.test(head) ||
        /"annotations"\s*:\s*\[\s*\{[^{}[\]]*"user"\s*:\s*\d/.test(head)
      const isText = /"(?:text|data)"\s*:\s*"/.test(head)
      if (isText && isLabelled && !/"(?:tokens|answer)"\s*:|"data"\s*:\s*\{/.test(head)) return true
    }
    return false
  },

  async read(source, options) {
    const work = new LineGathering(options)
    await oneByOne(filesWith(source, ...endings), options, async (path) => {
      for await (const { value, line } of readJsonLines(source, path, options)) {
        const object = objectOf(value)
        if (object) work.take(object, line, nameIn(source, path))
      }
    })
    return work.finish()
  },
}

interface Entity {
  /** As relations know it. */
  number: string | undefined
  start: number
  end: number
  label: string
  user: string | undefined
}

class LineGathering {
  readonly gathering: Gathering
  readonly #documents = new FreeIds('~')
  readonly #members = new Members()
  /** What no name stands at, with the file that it is in. */
  readonly #unsigned: { record: { annotator: string }; file: string }[] = []
  #lines = 0

  constructor(options: ReadingOptions) {
    this.gathering = new Gathering(options)
  }

  take(object: JsonObject, line: number, file: string): void {
    const raw = textOf(object.get('text')) ?? textOf(object.get('data'))
    if (raw === undefined) {
      this.gathering.leaveOut('lines without a text')
      return
    }
    this.#lines += 1
    const text = arrivedText(raw)
    this.#members.take(file, hashOf(raw))
    const where = `${file}, line ${line}`
    const document = this.#documentOf(object, text, where)
    const entities = this.#entitiesIn(object)
    const unit = this.#unitOf(entities, raw, where)
    const ids = new Map<string, string>()
    entities.forEach(({ number, start, end, label, user }, index) => {
      const span = text.spanOf(start, end, unit)
      if (span === undefined) {
        this.gathering.leaveOut('labels outside their text')
        return
      }
      const id = entityId(this.#lines, index)
      if (number !== undefined && !ids.has(number)) ids.set(number, id)
      this.#sign(this.gathering.incoming.annotations, file, user, {
        ...{ id, document, annotator: '', tag: this.gathering.tag(label), spans: [span], quote: null },
        ...{ prefix: '', suffix: '', claim: null, speaker: null, attributes: new Map(), confidence: null },
        ...{ note: '', created: unknownMoment },
      })
    })
    objectsOf(object.get('relations')).forEach((relation, index) => {
      const [from, to] = ['from_id', 'to_id'].map((name) => ids.get(textOf(relation.get(name)) ?? ''))
      if (from === undefined || to === undefined) {
        this.gathering.leaveOut('relations whose ends are not there')
        return
      }
      this.#sign(this.gathering.incoming.links, file, undefined, {
        id: relationId(this.#lines, index),
        linkType: this.gathering.linkType(textOf(relation.get('type')) ?? 'linked with'),
        ...{ source: { annotation: from }, target: { annotation: to } },
        annotator: '',
        ...{ strength: null, status: '', note: '', created: unknownMoment },
      })
    })
    listOf(object.get('Comments') ?? object.get('comments')).forEach((comment, index) => {
      const words = textOf(comment) ?? textOf(objectOf(comment)?.get('text'))
      if (words === undefined) return
      this.#sign(this.gathering.incoming.memos, file, undefined, {
        ...{ id: `${document} comment ${index + 1}`, about: { document }, text: words },
        annotator: '',
        created: momentOf(objectOf(comment)?.get('created_at')) ?? unknownMoment,
      })
    })
  }

  finish(): Incoming {
    const people = new Map<string, string>()
    for (const named of this.#members.named()) {
      for (const [file, name] of named) people.set(file, name)
      const files = [...named.keys()]
      this.gathering.doubt(
        files.length > 5 ? `${files.slice(0, 5).join(', ')}, …` : files.join(', '),
        'These files hold the same texts, so each was taken for the work of the person it is named after.',
      )
    }
    for (const { record, file } of this.#unsigned) {
      const name = people.get(file)
      record.annotator =
        name === undefined ? this.gathering.annotator('doccano', everybody) : this.gathering.annotator(name)
    }
    return this.gathering.finish()
  }

  #sign<T extends { annotator: string }>(list: T[], file: string, user: string | undefined, record: T): void {
    list.push(record)
    if (user === undefined) this.#unsigned.push({ record, file })
    else record.annotator = this.gathering.annotator(`doccano ${user}`)
  }

  #documentOf(object: JsonObject, text: ArrivedText, where: string): string {
    const stated = textOf(object.get('document')) || `line ${this.#lines}`
    const id = this.#documents.take(stated)
    const own = textOf(object.get('title'))
    this.gathering.document({
      ...{
        id,
        title: own ?? where,
        metadata: factsIn(object),
        status: 'to-do',
        text: text.text,
        source: null,
      },
      knownAs: own === undefined || own === '' ? [] : [own],
    })
    return id
  }

  #entitiesIn(object: JsonObject): Entity[] {
    const listed = ['entities', 'annotations', 'label', 'labels', 'spans']
      .map((name) => listOf(object.get(name)))
      .find((list) => list.some((item) => typeof item === 'object'))
    return (listed ?? []).flatMap((item) => {
      const [first, second, third] = Array.isArray(item) ? item : []
      const entity = objectOf(item)
      if (entity && !isPlaced(entity)) return []
      const start = offsetOf(entity ? (entity.get('start_offset') ?? entity.get('start')) : first)
      const end = offsetOf(entity ? (entity.get('end_offset') ?? entity.get('end')) : second)
      // Older versions give the number of the label and that of the user, and some say their names too.
      const label = textOf(entity ? (entity.get('label_name') ?? entity.get('label')) : third)
      const user = textOf(entity?.get('user_name') ?? entity?.get('user'))
      if (start === undefined || end === undefined || label === undefined) {
        this.gathering.leaveOut('labels without a place')
        return []
      }
      return [{ number: textOf(entity?.get('id')), start, end, label, user }]
    })
  }

  /** Its Python side counts code points; what its window has counted may run past their number. */
  #unitOf(entities: readonly Entity[], raw: string, where: string): OffsetUnit {
    const last = entities.reduce((most, { end }) => Math.max(most, end), 0)
    if (last <= raw.length && last > [...raw].length) {
      this.gathering.doubt(
        where,
        'Its places only fit when counted as browsers do, so they were read that way.',
      )
      return 'utf16'
    }
    return 'code-points'
  }
}

const isPlaced = (entity: JsonObject): boolean => entity.has('start_offset') || entity.has('start')

/** Of older versions: what the whole text was labelled with, or what was written for it. */
const ofTheWhole = (object: JsonObject): string[] =>
  objectsOf(object.get('annotations')).flatMap((given) =>
    isPlaced(given) ? [] : (textOf(given.get('label_name') ?? given.get('label') ?? given.get('text')) ?? []),
  )

const known = [
  'text',
  'data',
  'document',
  'title',
  'entities',
  'relations',
  'annotations',
  'Comments',
  'comments',
]

/** Whatever else a line says in words or numbers, also under `meta`. */
function factsIn(object: JsonObject): Map<string, string> {
  const facts = new Map<string, string>()
  for (const [name, value] of [...object, ...(objectOf(object.get('meta')) ?? [])]) {
    const words = listOf(value).map(textOf)
    const isWords = words.length > 0 && words.every((word) => word !== undefined)
    // To a text that came from us doccano adds a number of its own.
    const isNumbered = name === 'id' && object.has('document')
    if (isWords && !isNumbered && !known.includes(name)) facts.set(name, words.join(', '))
  }
  const labels = ofTheWhole(object)
  if (labels.length > 0) facts.set('label', labels.join(', '))
  return facts
}

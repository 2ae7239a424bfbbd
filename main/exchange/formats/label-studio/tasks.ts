import type { Span } from '../../../../preload/contract/text.ts'
import { parseHtml } from '../../../import/html.ts'
import type * as Data from '../../dataset.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { FreeIds } from '../../foreign/free-ids.ts'
import { type Gathering, unknownMoment } from '../../foreign/gathering.ts'
import {
  listOf,
  momentOf,
  objectOf,
  objectsOf,
  offsetOf,
  textOf,
  textsOf,
} from '../../foreign/json-fields.ts'
import type { JsonObject, JsonValue } from '../../json.ts'

/** Tasks of Label Studio, one after the other: each a document with the results of those who worked on it. */
export class TaskGathering {
  readonly #gathering: Gathering
  readonly #documents = new FreeIds('~')
  readonly #annotations = new Set<string>()
  #relations = 0
  #tasks = 0

  constructor(gathering: Gathering) {
    this.#gathering = gathering
  }

  take(task: JsonObject, file: string): void {
    this.#tasks += 1
    const data = objectOf(task.get('data')) ?? task
    const lists = objectsOf(task.get('annotations') ?? task.get('completions'))
    const works = lists.length > 0 || task.has('data') ? lists : [smallTask(task)]
    const results = works.flatMap((work) => objectsOf(work.get('result')))
    const text = textOfTask(data, results)
    if (text === undefined) {
      this.#gathering.leaveOut('tasks without a text')
      return
    }
    const document = this.#documentOf(task, data, text, file)
    this.#gathering.leaveOut('predictions of models', listOf(task.get('predictions')).length)
    this.#gathering.leaveOut('drafts', listOf(task.get('drafts')).length)
    works.forEach((work, index) => {
      if (work.get('was_cancelled') === true) this.#gathering.leaveOut('annotations that were cancelled')
      else this.#takeWork(work, index, document, text)
    })
  }

  #documentOf(task: JsonObject, data: JsonObject, text: TaskText, file: string): string {
    const stated = textOf(data.get('document')) ?? textOf(task.get('id')) ?? `${this.#tasks}`
    const id = this.#documents.take(stated)
    const own = textOf(data.get('title')) ?? textOf(data.get('name'))
    const title = own ?? `${file.replace(/\.json$/i, '')} ${stated}`
    const { facts: metadata, texts } = factsIn(task.has('data') ? data : resultsBeside(task), text)
    this.#gathering.leaveOut('further texts of tasks', texts)
    this.#gathering.document({
      ...{ id, title, metadata, status: 'to-do', text: text.arrived.text, source: null },
      knownAs: own === undefined ? [] : [own],
    })
    return id
  }

  #takeWork(work: JsonObject, index: number, document: string, text: TaskText): void {
    const annotator = this.#annotatorOf(work, index)
    const created = momentOf(work.get('created_at') ?? work.get('updated_at')) ?? unknownMoment
    const results = objectsOf(work.get('result'))
    const labelled = new Set(results.filter((result) => labelsIn(result)).map((result) => result.get('id')))
    const labelsOf = (result: JsonObject) =>
      labelsIn(result) ?? (labelled.has(result.get('id') ?? null) ? undefined : classesIn(result))
    const extra = Map.groupBy(
      results.filter((result) => labelsOf(result) === undefined && !isRelation(result)),
      (result) => textOf(result.get('id')) ?? '',
    )
    /** By the id that relations know. */
    const regions = new Map<string, string>()
    for (const result of results) {
      const labels = labelsOf(result)
      if (labels === undefined) continue
      const stated = textOf(result.get('id')) ?? ''
      const value = objectOf(result.get('value'))!
      const span = text.spanOf(value)
      const said = textOf(value.get('text'))
      const isRight = span !== undefined && (said === undefined || text.says(span, said))
      for (const [number, label] of labels.entries()) {
        const id = this.#freshId(number === 0 ? stated : `${stated} #${number + 1}`)
        if (!regions.has(stated)) regions.set(stated, id)
        const confidence = result.get('score')
        this.#gathering.incoming.annotations.push({
          ...{ id, document, annotator, tag: this.#gathering.tag(label), created },
          spans: isRight ? [span] : null,
          quote: said === undefined ? null : [said],
          ...{ prefix: '', suffix: '', claim: null, speaker: null },
          attributes: attributesIn(extra.get(stated) ?? []),
          confidence:
            typeof confidence === 'number' && confidence >= 0 && confidence <= 1 ? confidence : null,
          note: textsOf(objectOf(result.get('meta'))?.get('text')).join('\n'),
        })
        if (!isRight && said === undefined) {
          this.#gathering.incoming.annotations.pop()
          this.#gathering.leaveOut('regions outside their text')
        }
      }
    }
    for (const [id, results] of extra) {
      if (regions.has(id)) continue
      const words = [...attributesIn(results)].map(([name, value]) => `${name}: ${value}`).join('\n')
      if (words === '') this.#gathering.leaveOut('results that are no labels')
      else
        this.#gathering.incoming.memos.push({
          ...{ id: `${document} ${annotator} ${id}`, about: { document }, annotator, text: words, created },
        })
    }
    for (const result of results.filter(isRelation)) this.#takeRelation(result, regions, annotator, created)
  }

  #takeRelation(
    result: JsonObject,
    regions: ReadonlyMap<string, string>,
    annotator: string,
    created: string,
  ): void {
    const direction = textOf(result.get('direction'))
    const ends = [result.get('from_id'), result.get('to_id')].map((id) => regions.get(textOf(id) ?? ''))
    const [from, to] = direction === 'left' ? ends.toReversed() : ends
    if (from === undefined || to === undefined) {
      this.#gathering.leaveOut('relations whose ends are no labels')
      return
    }
    const labels = textsOf(result.get('labels'))
    for (const label of labels.length > 0 ? labels : ['linked with']) {
      this.#relations += 1
      this.#gathering.incoming.links.push({
        ...{ id: `relation ${this.#relations}`, annotator, created, strength: null, status: '', note: '' },
        linkType: this.#linkTypeOf(label, direction === 'bi'),
        ...{ source: { annotation: from }, target: { annotation: to } },
      })
    }
  }

  #linkTypeOf(label: string, isSymmetric: boolean): string {
    const id = this.#gathering.linkType(label)
    // The configuration, which comes first, does not say it.
    const linkType = this.#gathering.incoming.linkTypes.find((type) => type.id === id)
    if (isSymmetric && linkType) linkType.symmetric = true
    return id
  }

  /** Who worked on it: what we have written, an account, or a number of one. */
  #annotatorOf(work: JsonObject, index: number): string {
    const own = objectOf(work.get('annotator'))
    const ownId = textOf(own?.get('id'))
    if (ownId !== undefined) return this.#gathering.annotator(textOf(own?.get('name')) ?? ownId, ownId)
    const account = objectOf(work.get('completed_by'))
    const names = [account?.get('first_name'), account?.get('last_name')].flatMap(
      (name) => textOf(name) || [],
    )
    const email = textOf(account?.get('email'))
    const number = textOf(
      account?.get('id') ?? work.get('completed_by') ?? work.get('annotator') ?? undefined,
    )
    const name = names.join(' ') || email || `Label Studio ${number ?? index + 1}`
    return this.#gathering.annotator(name, email ?? `label-studio:${number ?? index + 1}`)
  }

  #freshId(stated: string): string {
    let id = stated || `region ${this.#annotations.size + 1}`
    for (let number = this.#annotations.size; this.#annotations.has(id); number += 1)
      id = `${stated}~${number}`
    this.#annotations.add(id)
    return id
  }
}

const isRelation = (result: JsonObject): boolean => textOf(result.get('type')) === 'relation'

/** The labels of a region of text; undefined for results that are something else. */
function labelsIn(result: JsonObject): string[] | undefined {
  const value = objectOf(result.get('value'))
  const isRegion = value !== undefined && (value.has('start') || value.has('globalOffsets'))
  if (!isRegion || isRelation(result)) return undefined
  const lists = [...value.keys()].filter((name) => name.endsWith('labels'))
  if (lists.length === 0) return undefined
  const labels = lists.flatMap((name) => textsOf(value.get(name)))
  return labels.length > 0 ? labels : ['Highlight']
}

/** The classes of a taxonomy that a region has instead of labels. */
function classesIn(result: JsonObject): string[] | undefined {
  const value = objectOf(result.get('value'))
  if (value === undefined || !(value.has('start') || value.has('globalOffsets'))) return undefined
  const classes = wordsIn(value.get('taxonomy') ?? null)
  return classes.length > 0 ? classes : undefined
}

/** Where a result says it; `text` last, since it holds the words of the region where another holds what was said of it. */
const kinds = ['choices', 'taxonomy', 'rating', 'number', 'datetime', 'text']

/** What was chosen, written or rated for a region or a whole task, by the name of the field. */
function attributesIn(results: readonly JsonObject[]): Data.AttributeMap {
  const attributes = new Map<string, string | number | boolean>()
  for (const result of results) {
    const value = objectOf(result.get('value'))
    const name = textOf(result.get('from_name'))
    if (value === undefined || name === undefined) continue
    const given = value.get(kinds.find((kind) => value.has(kind)) ?? '')
    if (typeof given === 'number') attributes.set(name, given)
    else if (given !== undefined) attributes.set(name, wordsIn(given).join(', '))
  }
  return attributes
}

function wordsIn(value: JsonValue): string[] {
  return listOf(value).flatMap((item) =>
    Array.isArray(item) ? [textsOf(item).join(' / ')] : (textOf(item) ?? []),
  )
}

/** JSON-MIN: the results stand under the names of their fields. */
function smallTask(task: JsonObject): JsonObject {
  const result = [...task].flatMap(([name, given]) =>
    objectsOf(given)
      .filter((value) => value.has('start') && value.has('end'))
      .map(
        (value): JsonObject =>
          new Map<string, JsonValue>([
            ['from_name', name],
            ['value', value],
          ]),
      ),
  )
  return new Map<string, JsonValue>([...task, ['result', result]])
}

/** What JSON-MIN says of whoever worked on a task and when. */
const ofTheWork = ['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time']

/** JSON-MIN: the facts of a task and what was chosen, written or rated for all of it, which it does not tell apart. */
function resultsBeside(task: JsonObject): JsonObject {
  const given = [...task].filter(([name]) => !ofTheWork.includes(name))
  return new Map(
    given.map(([name, value]) => [name, listOf(value).flatMap((item) => wholeOf(objectOf(item)) ?? item)]),
  )
}

const wholeOf = (value: JsonObject | undefined): JsonValue | undefined =>
  value?.get(kinds.find((kind) => value.has(kind) && !value.has('start')) ?? '')

interface TaskText {
  /** Of the field that it stands in; undefined where that is no single text. */
  name: string | undefined
  arrived: ArrivedText
  /** Undefined where it cannot be told. */
  spanOf(value: JsonObject): Span | undefined
  says(span: Span, words: string): boolean
}

/** The text that regions are counted in: plain, the paragraphs of a conversation, or a web page. */
function textOfTask(data: JsonObject, results: readonly JsonObject[]): TaskText | undefined {
  const turns = [...data.values()].map(objectsOf).find((list) => list.some((turn) => turn.has('text')))
  if (turns && results.some((result) => textOf(result.get('type')) === 'paragraphlabels'))
    return ofTurns(turns)
  const candidates = [...data].flatMap(([name, value]) =>
    typeof value === 'string' && !ofTheWork.includes(name)
      ? [{ name, value, isAddress: isAddress(value) }]
      : [],
  )
  const isHtml = results.some((result) => textOf(result.get('type')) === 'hypertextlabels')
  const usual = ['text', 'html', 'content', 'body'].flatMap(
    (name) => candidates.find((one) => one.name === name) ?? [],
  )
  // Where a usual field holds but an address, the text is there and nowhere in the task.
  const from = usual.length > 0 ? usual : candidates.toSorted((a, b) => b.value.length - a.value.length)
  const found = from.find((one) => !one.isAddress)
  if (found === undefined) return undefined
  const { name, value: raw } = found
  if (isHtml) return { name, ...plain(parseHtml(raw, 'page.html').text), spanOf: () => undefined }
  return { name, ...plain(raw) }
}

/** Of a picture, a recording or a film, which has no text, or of a text that is not here. */
const isAddress = (value: string): boolean => /^(?:[a-z][a-z0-9+.-]*:\/\/|\/data\/)\S*$/i.test(value.trim())

/** In UTF-16 code units; what is longer, or has several lines, is a text and no fact. */
const longestFact = 500

/** What else is known of a task: words and numbers beside its text; and how many further texts it has. */
function factsIn(data: JsonObject, text: TaskText): { facts: Map<string, string>; texts: number } {
  const facts = new Map<string, string>()
  let texts = 0
  for (const [name, value] of data) {
    const words = listOf(value).map(textOf)
    const isWords = words.length > 0 && words.every((word) => word !== undefined)
    if (!isWords || name === text.name || alreadyTold.includes(name)) continue
    const fact = words.join(', ').trim()
    if (fact.length > longestFact || /[\n\r]/.test(fact)) texts += 1
    else facts.set(name, fact)
  }
  return { facts, texts }
}

/** Those by which a document is known. */
const alreadyTold = ['document', 'title', 'name']

function plain(raw: string): Omit<TaskText, 'name'> {
  const arrived = arrivedText(raw)
  return {
    arrived,
    spanOf(value) {
      const [start, end] = [offsetOf(value.get('start')), offsetOf(value.get('end'))]
      return start === undefined || end === undefined ? undefined : arrived.spanOf(start, end, 'utf16')
    },
    // Its editor shows line ends as \n, and some versions write them so; a text may hold the two signs as well.
    says: ({ start, end }, words) =>
      unescaped(arrived.text.text.slice(start, end)) === unescaped(words.replace(/\r\n?/g, '\n')),
  }
}

const unescaped = (words: string): string => words.replaceAll('\\n', '\n')

function ofTurns(turns: readonly JsonObject[]): TaskText {
  const texts = turns.map((turn) => textOf(turn.get('text')) ?? '')
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + 1
  }
  const whole = plain(texts.join('\n'))
  return {
    ...{ name: undefined, ...whole },
    spanOf(value) {
      const place = (turn: JsonValue | undefined, offset: JsonValue | undefined): number | undefined => {
        const start = starts[offsetOf(turn) ?? -1]
        const inside = offsetOf(offset)
        return start === undefined || inside === undefined ? undefined : start + inside
      }
      const from = place(value.get('start'), value.get('startOffset'))
      const to = place(value.get('end'), value.get('endOffset'))
      return from === undefined || to === undefined ? undefined : whole.arrived.spanOf(from, to, 'utf16')
    },
  }
}

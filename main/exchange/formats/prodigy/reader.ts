import type { Span } from '../../../../preload/contract/text.ts'
import { hashOf } from '../../content-hash.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { momentOf, objectOf, objectsOf, offsetOf, textOf } from '../../foreign/json-fields.ts'
import { filesWith, firstValueOf, isWithoutLines, readJsonLines } from '../../foreign/json-files.ts'
import { nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonObject } from '../../json.ts'
import type { FormatReader, Incoming, ReadingOptions } from '../annotation-format.ts'
import { DocumentFacts, factsIn } from './facts.ts'

const ownFields = ['spans', 'tokens', '_input_hash', '_task_hash', 'answer']

/** Prodigy’s lines: a text with spans and relations, one line for each session that worked on it. */
export const prodigyReader: FormatReader = {
  sharedEndings: ['jsonl'],

  async recognises(source) {
    for (const path of filesWith(source, 'jsonl')) {
      if (isWithoutLines(source, path)) return true
      const first = objectOf(await firstValueOf(source, path))
      if (first?.has('text') && ownFields.some((field) => first.has(field))) return true
    }
    return false
  },

  async read(source, options) {
    const work = new LineGathering(options)
    await oneByOne(filesWith(source, 'jsonl'), options, async (path) => {
      for await (const { value, line } of readJsonLines(source, path, options)) {
        const object = objectOf(value)
        if (object) work.take(object, `${nameIn(source, path)}, line ${line}`)
        options.handOver?.(work.done())
      }
    })
    return work.gathering.finish()
  },
}

interface Passage extends Span {
  id: string
  label: string
  lastToken: number | undefined
}

class LineGathering {
  readonly gathering: Gathering
  /** By the name of the document, or by its words where it has none. */
  readonly #documents = new Map<string, { id: string; hash: string; facts: DocumentFacts }>()
  readonly #ids = new Set<string>()
  readonly #held: NonNullable<ReadingOptions['held']>
  #relations = 0

  constructor(options: ReadingOptions) {
    this.gathering = new Gathering(options)
    this.#held = options.held ?? ((_, id) => id)
  }

  /** What the lines so far have brought, which is not held here any more. */
  done(): Pick<Incoming, 'annotations' | 'links'> {
    const { annotations, links } = this.gathering.incoming
    return { annotations: annotations.splice(0), links: links.splice(0) }
  }

  take(object: JsonObject, where: string): void {
    const raw = textOf(object.get('text'))
    if (raw === undefined) {
      this.gathering.leaveOut('lines without a text')
      return
    }
    const answer = textOf(object.get('answer')) ?? 'accept'
    if (answer !== 'accept') {
      this.gathering.leaveOut('lines that were rejected or passed over')
      return
    }
    const { id: document, text } = this.#documentOf(object, raw, where)
    const stamp = object.get('_timestamp')
    const created =
      (typeof stamp === 'number' ? momentOf(new Date(stamp * 1000).toISOString()) : undefined) ??
      unknownMoment
    const given = objectsOf(object.get('spans'))
    if (given.length === 0) return
    const annotator = this.#annotatorOf(object)
    const shape = { document, annotator, created, note: '' }
    const passages = given.flatMap((span): Passage[] => {
      const [start, end] = [offsetOf(span.get('start')), offsetOf(span.get('end'))]
      const place =
        start === undefined || end === undefined ? undefined : text.spanOf(start, end, 'code-points')
      if (place === undefined) {
        this.gathering.leaveOut('spans outside their text')
        return []
      }
      const label = textOf(span.get('label')) ?? 'Highlight'
      const id = this.#freshId(textOf(span.get('id')) ?? '')
      this.gathering.incoming.annotations.push({
        ...{
          ...shape,
          id,
          tag: this.gathering.tag(label),
          spans: [place],
          quote: null,
          prefix: '',
          suffix: '',
        },
        ...{ claim: null, speaker: null, attributes: new Map(), confidence: null },
      })
      return [{ id, label, ...place, lastToken: offsetOf(span.get('token_end')) }]
    })
    for (const relation of objectsOf(object.get('relations'))) {
      const ends = ['head', 'child'].map((end) => endOf(relation, end, passages, text))
      if (ends[0] === undefined || ends[1] === undefined) {
        this.gathering.leaveOut('relations between tokens that are no span')
        continue
      }
      this.#relations += 1
      this.gathering.incoming.links.push({
        ...{ id: `relation ${this.#relations}`, annotator, created, note: '', strength: null, status: '' },
        linkType: this.gathering.linkType(textOf(relation.get('label')) ?? 'linked with'),
        ...{ source: { annotation: ends[0] }, target: { annotation: ends[1] } },
      })
    }
  }

  #annotatorOf(object: JsonObject): string {
    const { name, id } = handOf(object)
    return this.gathering.annotator(name, id)
  }

  #documentOf(object: JsonObject, raw: string, where: string): { id: string; text: ArrivedText } {
    const meta = objectOf(object.get('meta'))
    const named = textOf(meta?.get('document'))
    const hash = hashOf(raw)
    const text = arrivedText(raw)
    const key = named === undefined ? `words ${hash}` : `name ${named}`
    const known = this.#documents.get(key)
    const { said, media } = factsIn(object, meta)
    this.gathering.leaveOut('pictures, sound and video that are held in lines', media)
    if (known?.hash === hash) {
      this.#add(known.facts, said, object)
      return { id: known.id, text }
    }
    if (known !== undefined) this.gathering.doubt(where, `The text of “${named}” is another one here.`)
    let id = named || `text ${this.#documents.size + 1}`
    while (this.#documents.has(`name ${id}`)) id += '~'
    const own = textOf(meta?.get('title'))
    const facts = new DocumentFacts()
    this.#add(facts, said, object)
    this.#documents.set(known === undefined ? key : `name ${id}`, { id, hash, facts })
    this.gathering.document({
      ...{ id, title: own ?? where, metadata: facts.metadata, status: 'to-do' },
      ...{ text: text.text, source: null, knownAs: own ? [own] : [] },
    })
    return { id, text }
  }

  #add(facts: DocumentFacts, said: readonly [string, string][], object: JsonObject): void {
    const lost = facts.add(said, handOf(object).name)
    this.gathering.leaveOut('facts of which a text has others from the same hand', lost)
  }

  #freshId(stated: string): string {
    let id = stated || `span ${this.#ids.size + 1}`
    for (let number = this.#ids.size; this.#ids.has(id); number += 1) id = `${stated}~${number}`
    id = this.#held('annotation', id)
    this.#ids.add(id)
    return id
  }
}

/** The span that is an end of a relation, by its id, its place and label, or its last token. */
function endOf(
  relation: JsonObject,
  end: string,
  passages: readonly Passage[],
  text: ArrivedText,
): string | undefined {
  const span = objectOf(relation.get(`${end}_span`))
  const id = textOf(span?.get('id'))
  const own = passages.find((passage) => id !== undefined && passage.id === id)
  if (own) return own.id
  const [start, stop] = [offsetOf(span?.get('start')), offsetOf(span?.get('end'))]
  const place =
    start === undefined || stop === undefined ? undefined : text.spanOf(start, stop, 'code-points')
  const there = passages.filter(({ start, end }) => start === place?.start && end === place?.end)
  const label = textOf(span?.get('label'))
  const placed = there.find((passage) => passage.label === label) ?? there[0]
  if (placed) return placed.id
  const token = offsetOf(relation.get(end))
  return passages.find(({ lastToken }) => token !== undefined && lastToken === token)?.id
}

/** Whoever wrote a line, or Prodigy itself. */
function handOf(object: JsonObject): { name: string; id: string | undefined } {
  const hand = textOf(object.get('_annotator_id')) || textOf(object.get('_session_id'))
  if (!hand) return { name: 'Prodigy', id: undefined }
  return { name: textOf(object.get('_annotator_name')) ?? hand, id: hand }
}

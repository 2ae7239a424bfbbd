import { isAgainst, isFor } from '../../../../preload/contract/link-type.ts'
import { annotationsInTexts } from '../../annotations-in-texts.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { Edges } from './edges.ts'

type Json = Record<string, unknown>
type Scheme = 'RA' | 'CA' | 'MA'

const schemeNames: Record<Scheme, string> = {
  ...{ RA: 'Default Inference', CA: 'Default Conflict', MA: 'Default Rephrase' },
}

/** The scheme that a kind of link is: for, against, or the same in other words; undefined where it is none of these. */
function schemeOf(type: Data.LinkType): Scheme | undefined {
  const { id: uid, sourceRoles } = type
  if (uid === 'restates') return 'MA'
  if (isAgainst({ uid, sourceRoles })) return 'CA'
  return isFor({ uid, sourceRoles }) ? 'RA' : undefined
}

/**
 * The links that become schemes: an edge from scheme to scheme says that the first is about the second, so none may
 * start from a link. A link onto one that does not become a scheme is none either.
 */
export function schemeLinks({ links, linkTypes }: Data.Dataset): Data.Link[] {
  const types = new Map(linkTypes.map((type) => [type.id, type]))
  const typed = links.filter(
    ({ linkType, source }) => !('link' in source) && schemeOf(types.get(linkType)!) !== undefined,
  )
  const sound = new Set(afterTheirEnds(typed, () => false).map(({ id }) => id))
  return typed.filter(({ id }) => sound.has(id))
}

/**
 * A dataset as a graph whose nodes come one by one; what else it has is known once they have all come. Asks once for
 * each text.
 */
export class AifGraph {
  readonly #dataset: Data.Dataset
  readonly #links: readonly Data.Link[]
  /** The numbers of nodes by what they stand for. */
  readonly #claims = new Map<string, number>()
  readonly #annotations = new Map<string, number>()
  readonly #schemes = new Map<string, number>()
  #count = 0
  /** The numbers of both nodes of each, one after the other. */
  readonly #edges = new Edges()
  readonly #said: { locution: number; speaker: string; created: string }[] = []

  constructor(dataset: Data.Dataset) {
    this.#dataset = dataset
    this.#links = schemeLinks(dataset)
  }

  *nodes(): Generator<Json> {
    const { claims, speakers } = this.#dataset
    for (const { id, statement, note, created } of claims) {
      this.#claims.set(id, this.#count + 1)
      yield this.#node('I', statement, created, { claim: { id, note, created } })
    }
    const names = new Map(speakers.map(({ id, name }) => [id, name]))
    for (const { annotation, words, source } of sourced(this.#dataset)) {
      const { id, claim, speaker, created } = annotation
      yield this.#node('I', words, created, { annotation: source })
      const own = this.#count
      this.#annotations.set(id, own)
      if (claim !== null) {
        yield this.#node('MA', schemeNames.MA, created, { mention: true })
        this.#edges.add(own, this.#count)
        this.#edges.add(this.#count, this.#claims.get(claim)!)
      }
      if (speaker === null) continue
      yield this.#node('L', `${names.get(speaker)!} : ${words}`, created)
      const locution = this.#count
      yield this.#node('YA', 'Asserting', created)
      this.#edges.add(locution, this.#count)
      this.#edges.add(this.#count, own)
      this.#said.push({ locution, speaker, created })
    }
    yield* this.#schemeNodes()
  }

  *#schemeNodes(): Generator<Json> {
    const { linkTypes, annotators } = this.#dataset
    const types = new Map(linkTypes.map((type) => [type.id, type]))
    const people = new Map(annotators.map((annotator) => [annotator.id, annotator]))
    for (const { id, linkType, annotator, note, created } of this.#links) {
      const type = types.get(linkType)!
      const scheme = schemeOf(type)!
      const { name, symmetric, sourceRoles } = type
      const link = { id, type: { id: type.id, name, symmetric, sourceRoles }, note, created }
      this.#schemes.set(id, this.#count + 1)
      yield this.#node(scheme, schemeNames[scheme], created, {
        link: { ...link, annotator: people.get(annotator) },
      })
    }
    for (const { id, source, target } of this.#links) {
      this.#edges.add(this.#numberOf(source), this.#schemes.get(id)!)
      this.#edges.add(this.#schemes.get(id)!, this.#numberOf(target))
    }
  }

  *edges(): Generator<Json> {
    const { ends } = this.#edges
    for (let at = 0; at < ends.length; at += 2) {
      yield { edgeID: String(at / 2 + 1), fromID: String(ends[at]!), toID: String(ends[at + 1]!) }
    }
  }

  *locutions(): Generator<Json> {
    for (const { locution, speaker, created } of this.#said) {
      yield { nodeID: String(locution), personID: speaker, timestamp: timestampOf(created) }
    }
  }

  /** Those who have said something, in that order. */
  *participants(): Generator<Json> {
    const names = new Map(this.#dataset.speakers.map(({ id, name }) => [id, name]))
    for (const speaker of new Set(this.#said.map(({ speaker }) => speaker))) {
      yield { participantID: speaker, firstname: names.get(speaker), surname: '' }
    }
  }

  #node(type: string, text: string, created: string, extra?: Json): Json {
    this.#count += 1
    const scheme = type in schemeNames ? { scheme: text, schemeID: '0' } : {}
    return {
      nodeID: String(this.#count),
      ...{ text, type, timestamp: timestampOf(created) },
      ...scheme,
      ...(extra && { extra }),
    }
  }

  #numberOf(end: Data.LinkEnd): number {
    if ('claim' in end) return this.#claims.get(end.claim)!
    return 'annotation' in end ? this.#annotations.get(end.annotation)! : this.#schemes.get(end.link)!
  }
}

/** Each annotation with its words and where they come from; offsets count code points. */
function* sourced(dataset: Data.Dataset) {
  const tags = new Map(dataset.tags.map(({ id, name }) => [id, { id, name }]))
  const annotators = new Map(dataset.annotators.map((annotator) => [annotator.id, annotator]))
  for (const { annotation, text, points } of annotationsInTexts(dataset)) {
    const { id, document, annotator, tag, spans, note, created } = annotation
    const quote = spans.map(({ start, end }) => text.slice(start, end))
    const places = spans.map(({ start, end }) => [points.fromUtf16(start), points.fromUtf16(end)])
    const source = {
      ...{ id, document, spans: places, quote, annotator: annotators.get(annotator), tag: tags.get(tag) },
      ...{ note, created },
    }
    yield { annotation, words: quote.join(' … '), source }
  }
}

const timestampOf = (moment: string): string => moment.slice(0, 19).replace('T', ' ')

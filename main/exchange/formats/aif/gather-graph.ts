import { Role } from '../../../../preload/contract/tag.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { type ArrivedText, arrivedText } from '../../foreign/arrived-text.ts'
import { type Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, offsetOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import type { JsonObject } from '../../json.ts'
import type { IncomingAnnotation } from '../annotation-format.ts'
import type { Graph, GraphFile, Node, OwnDocument } from './graph.ts'
import { type MarkedText, readMarkedText } from './marked-text.ts'
import { WordSearch } from './places.ts'

const linkTypes: Record<string, string> = { RA: 'supports', CA: 'rebuts', MA: 'restates' }
const schemes = Object.keys(linkTypes)

/**
 * One graph. A proposition becomes a claim and, where its words stand in the text, an annotation that states it; a
 * scheme becomes a link, and one onto a scheme a link onto a link. Nothing of the graph needs a place in a text.
 */
export class GraphGathering {
  readonly #gathering: Gathering
  readonly #graph: Graph
  readonly #file: string
  /** Before each id, where there are several graphs. */
  readonly #prefix: string
  readonly #texts = new Map<string, ArrivedText>()
  readonly #marked: MarkedText | undefined
  readonly #words: WordSearch
  readonly #ends = new Map<string, Data.LinkEnd>()
  readonly #annotations = new Map<string, IncomingAnnotation>()
  readonly #claims = new Set<string>()
  readonly #mentions = new Set<string>()
  #document: string | undefined

  constructor(
    { graph, documents, marked }: GraphFile,
    gathering: Gathering,
    { file, prefix }: { file: string; prefix: string },
  ) {
    this.#gathering = gathering
    this.#graph = graph
    this.#file = file
    this.#prefix = prefix
    for (const document of documents) this.#takeDocument(document)
    const hasOwn = documents.length > 0
    this.#marked = hasOwn || marked === undefined ? undefined : readMarkedText(marked)
    this.#words = new WordSearch(this.#marked?.text ?? '')
  }

  take(): void {
    const nodes = [...this.#graph.nodes.values()]
    for (const node of nodes) if (node.type === 'I') this.#takeProposition(node)
    for (const node of nodes) if (node.isMention) this.#takeMention(node)
    this.#takeLinks(nodes.filter(({ id, type }) => schemes.includes(type) && !this.#mentions.has(id)))
    for (const { type } of nodes) {
      if (type === 'TA') this.#gathering.leaveOut('transitions between locutions')
      if (type === 'PA') this.#gathering.leaveOut('preferences')
    }
  }

  #takeDocument({ id, title, text: words }: OwnDocument): void {
    const text = arrivedText(words)
    if (id === '' || this.#texts.has(id)) return
    this.#texts.set(id, text)
    this.#gathering.document({
      ...{ id, title, metadata: new Map(), status: 'to-do', text: text.text, source: null },
      knownAs: title === '' ? [] : [title],
    })
  }

  #takeProposition(node: Node): void {
    const extra = node.extra()
    const own = objectOf(extra?.get('annotation'))
    if (own && this.#takeOwnAnnotation(node, own)) return
    const claim = objectOf(extra?.get('claim'))
    const created = momentOf(claim?.get('created')) ?? momentOf(node.timestamp) ?? unknownMoment
    const id = this.#freeClaim(textOf(claim?.get('id')) ?? `${this.#prefix}${node.id}`)
    const note = textOf(claim?.get('note')) ?? ''
    this.#gathering.incoming.claims.push({ id, statement: node.text, note, created })
    this.#ends.set(node.id, { claim: id })
    if (claim === undefined) this.#findWords(node, id, created)
  }

  /** An annotation that we have written, if its document is there. */
  #takeOwnAnnotation(node: Node, own: JsonObject): boolean {
    const document = textOf(own.get('document')) ?? ''
    const text = this.#texts.get(document)
    const [id, created] = [textOf(own.get('id')), momentOf(own.get('created'))]
    const [annotator, tag] = [objectOf(own.get('annotator')), objectOf(own.get('tag'))]
    const spans = listOf(own.get('spans')).map((pair) => {
      const [start, end] = listOf(pair).map(offsetOf)
      return start === undefined || end === undefined ? undefined : text?.spanOf(start, end, 'code-points')
    })
    const isTaken = id !== undefined && this.#annotations.has(id)
    if (text === undefined || id === undefined || isTaken || spans.includes(undefined) || spans.length === 0)
      return false
    this.#annotate({
      ...{ id, document, created: created ?? unknownMoment, note: textOf(own.get('note')) ?? '' },
      annotator: this.#annotatorOf(annotator),
      tag: this.#gathering.tag(textOf(tag?.get('name')) ?? 'Claim', idIn(tag)),
      ...{ spans: spans as Span[], quote: textsOf(own.get('quote')), claim: null },
      speaker: this.#speakerOf(node),
    })
    this.#ends.set(node.id, { annotation: id })
    return true
  }

  /** That a passage states a claim is a rephrase in the graph. */
  #takeMention(node: Node): void {
    const [from] = this.#graph.from.get(node.id) ?? []
    const [to] = this.#graph.to.get(node.id) ?? []
    const [source, target] = [this.#ends.get(from?.id ?? ''), this.#ends.get(to?.id ?? '')]
    if (source === undefined || target === undefined) return
    if (!('annotation' in source) || !('claim' in target)) return
    this.#annotations.get(source.annotation)!.claim = target.claim
    this.#mentions.add(node.id)
  }

  /** Looks for the words of a proposition in the text, or for those with which somebody said it. */
  #findWords(node: Node, claim: string, created: string): void {
    const said = this.#locutionsOf(node).map(({ text }) => text.replace(/^[^:\n]{1,80} : /, ''))
    const shape = { created, note: '', annotator: this.#annotatorOf(undefined), claim }
    const make = (spans: Span[] | null, quote: string): void =>
      this.#annotate({
        ...{ ...shape, id: this.#freeId(`${this.#prefix}${node.id}`), document: this.#documentId(), spans },
        ...{ quote: [quote], tag: this.#gathering.tag('Claim'), speaker: this.#speakerOf(node) },
      })
    if (this.#marked === undefined) {
      make(null, node.text)
      return
    }
    const { text, marks } = this.#marked
    const marked = [node, ...this.#locutionsOf(node)].flatMap(({ id }) => marks.get(id) ?? [])[0]
    if (marked) {
      make([marked], text.slice(marked.start, marked.end))
      return
    }
    const found = firstOf([node.text, ...said], (words) => this.#words.find(words))
    if (found === undefined || found === 'too-much') {
      this.#gathering.leaveOut(
        found === undefined
          ? 'places of propositions whose words are not in the text'
          : 'places of propositions that would take too long to find in so long a text',
      )
      return
    }
    if (found.places > 1) {
      this.#gathering.doubt(
        `node ${node.id}`,
        `Its words “${shortened(node.text)}” stand in the text more than once: the first place was taken.`,
      )
    }
    make([found.span], text.slice(found.span.start, found.span.end))
  }

  #takeLinks(nodes: readonly Node[]): void {
    const isEnd = ({ type }: Node) => type === 'I' || schemes.includes(type)
    const found = nodes.map((node) => ({
      node,
      // What comes from another scheme is about this one.
      sources: (this.#graph.from.get(node.id) ?? []).filter(({ type }) => type === 'I'),
      targets: (this.#graph.to.get(node.id) ?? []).filter(isEnd),
    }))
    const whole = found.filter(({ sources, targets }) => sources.length > 0 && targets.length > 0)
    this.#gathering.leaveOut('schemes without both ends', found.length - whole.length)
    const ids = new Map(
      whole.map(({ node }) => {
        const own = textOf(objectOf(node.extra()?.get('link'))?.get('id'))
        return [node, own ?? `${this.#prefix}${node.id}`]
      }),
    )
    for (const [node, id] of ids) this.#ends.set(node.id, { link: id })
    const links: Data.Link[] = []
    for (const { node, sources, targets } of whole) {
      const pairs = sources.flatMap((source) => targets.map((target) => [source, target] as const))
      pairs.forEach(([from, to], index) => {
        const [source, target] = [this.#ends.get(from.id), this.#ends.get(to.id)]
        if (source === undefined || target === undefined) return
        const id = index === 0 ? ids.get(node)! : `${ids.get(node)} #${index + 1}`
        links.push({ ...this.#linkOf(node, 'link' in target), id, source, target })
      })
    }
    const sound = new Set(afterTheirEnds(links, () => false).map(({ id }) => id))
    this.#gathering.leaveOut('schemes that point at each other in a circle', links.length - sound.size)
    for (const link of links) if (sound.has(link.id)) this.#gathering.incoming.links.push(link)
  }

  #linkOf(
    { type, timestamp, extra }: Node,
    isOntoLink: boolean,
  ): Omit<Data.Link, 'id' | 'source' | 'target'> {
    const own = objectOf(extra()?.get('link'))
    const ownType = objectOf(own?.get('type'))
    const name =
      textOf(ownType?.get('name')) ?? (type === 'CA' && isOntoLink ? 'undercuts' : linkTypes[type]!)
    const roles = Role.array().safeParse(listOf(ownType?.get('sourceRoles')))
    const given: Partial<Data.LinkType> = ownType
      ? {
          ...idIn(ownType),
          symmetric: ownType.get('symmetric') === true,
          ...{ sourceRoles: roles.data ?? [], targetRoles: [] },
        }
      : {}
    return {
      linkType: this.#gathering.linkType(name, given),
      annotator: this.#annotatorOf(objectOf(own?.get('annotator'))),
      ...{ strength: null, status: '', note: textOf(own?.get('note')) ?? '' },
      created: momentOf(own?.get('created')) ?? momentOf(timestamp) ?? unknownMoment,
    }
  }

  #annotate(annotation: Omit<IncomingAnnotation, 'prefix' | 'suffix' | 'attributes' | 'confidence'>): void {
    const shape = { prefix: '', suffix: '', attributes: new Map(), confidence: null }
    const whole = { ...annotation, ...shape }
    this.#gathering.incoming.annotations.push(whole)
    this.#annotations.set(whole.id, whole)
  }

  #freeClaim(wanted: string): string {
    let id = wanted
    while (this.#claims.has(id)) id += '~'
    this.#claims.add(id)
    return id
  }

  #freeId(wanted: string): string {
    let id = wanted
    while (this.#annotations.has(id)) id += '~'
    return id
  }

  /** The text of the graph, where it is at hand; else a text that is looked for by the name of the file. */
  #documentId(): string {
    if (this.#document !== undefined) return this.#document
    const id = `${this.#prefix}text`
    this.#document = id
    const title = this.#file.replace(/^.*\//, '').replace(/\.json$/i, '')
    const text = this.#marked === undefined ? null : arrivedText(this.#marked.text).text
    this.#gathering.document({
      ...{ id, title, metadata: new Map(), status: 'to-do', text, source: null, knownAs: [title] },
    })
    return id
  }

  #locutionsOf(node: Node): Node[] {
    const acts = (this.#graph.from.get(node.id) ?? []).filter(({ type }) => type === 'YA')
    return acts.flatMap(({ id }) => (this.#graph.from.get(id) ?? []).filter(({ type }) => type === 'L'))
  }

  #speakerOf(node: Node): string | null {
    for (const { id, text } of this.#locutionsOf(node)) {
      const person = this.#graph.speakers.get(id)
      if (person?.name !== undefined && this.#texts.size > 0)
        return this.#gathering.speaker(person.name, person.id)
      const name = person?.name || /^([^:\n]{1,80}) : /.exec(text)?.[1]
      if (name) return this.#gathering.speaker(name)
      if (person) this.#gathering.leaveOut('speakers who have no name among the participants')
    }
    return null
  }

  #annotatorOf(own: JsonObject | undefined): string {
    const id = textOf(own?.get('id'))
    return id === undefined
      ? this.#gathering.annotator('AIF')
      : this.#gathering.annotator(textOf(own?.get('name')) ?? id, id)
  }
}

/** What the first thing gives that gives anything. */
function firstOf<T, Given>(things: readonly T[], give: (thing: T) => Given | undefined): Given | undefined {
  for (const thing of things) {
    const given = give(thing)
    if (given !== undefined) return given
  }
  return undefined
}

const idIn = (own: JsonObject | undefined): { id?: string } => {
  const id = textOf(own?.get('id'))
  return id === undefined ? {} : { id }
}

const shortened = (words: string): string =>
  [...words].length > 60 ? `${[...words].slice(0, 60).join('')}…` : words

import { Role } from '../../../../preload/contract/tag.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { arrivedText } from '../../foreign/arrived-text.ts'
import { type Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, offsetOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import { refuseManyPairs } from '../../foreign/most-at-once.ts'
import { type JsonObject, readJson } from '../../json.ts'
import type { IncomingAnnotation, ReadingOptions } from '../annotation-format.ts'
import type { Graph, GraphFile, Node } from './graph.ts'
import { type MarkedText, readMarkedText } from './marked-text.ts'
import type { OwnDocuments } from './own-documents.ts'
import { WordSearch } from './places.ts'

const linkTypes: Record<string, string> = { RA: 'supports', CA: 'rebuts', MA: 'restates' }
const isScheme = ({ type }: Node): boolean => Object.hasOwn(linkTypes, type)

/** Annotations that are handed over together: the collector takes what waits for a whole piece of a file for lasting. */
const mostTogether = 100

/**
 * One graph. A proposition becomes a claim and, where its words stand in the text, an annotation that states it; a
 * scheme becomes a link, and one onto a scheme a link onto a link. Nothing of the graph needs a place in a text.
 */
export class GraphGathering {
  readonly #gathering: Gathering
  readonly #graph: Graph
  readonly #wholeNodes: GraphFile['wholeNodes']
  readonly #handOver: ReadingOptions['handOver']
  readonly #held: NonNullable<ReadingOptions['held']>
  readonly #file: string
  /** Before each id, where there are several graphs. */
  readonly #prefix: string
  readonly #documents: OwnDocuments
  readonly #marked: MarkedText | undefined
  readonly #words: WordSearch
  /** What nodes have become, by their places. */
  readonly #ends: (Data.LinkEnd | undefined)[]
  /** By id; null for those that have been handed over. */
  readonly #annotations = new Map<string, IncomingAnnotation | null>()
  /** Whether an annotation states what comes after it, so that it and those behind it wait. */
  #isHolding = false
  readonly #claims = new Set<string>()
  /** Places of the nodes that say that a passage states a claim. */
  readonly #mentions = new Set<number>()
  #links: Data.Link[] = []
  readonly #linksHandedOver = new Set<string>()
  /** Schemes that have to wait until all nodes are known. */
  readonly #waiting: Node[] = []
  #withoutEnds = 0
  #lostLinks = 0
  #document: string | undefined

  constructor(
    { graph, documents, marked, wholeNodes }: GraphFile,
    gathering: Gathering,
    {
      file,
      prefix,
      handOver,
      held = (_, id) => id,
    }: { file: string; prefix: string } & Pick<ReadingOptions, 'handOver' | 'held'>,
  ) {
    this.#gathering = gathering
    this.#graph = graph
    this.#wholeNodes = wholeNodes
    this.#handOver = handOver
    this.#held = held
    this.#file = file
    this.#prefix = prefix
    this.#ends = new Array(graph.nodes.size)
    this.#documents = documents
    for (const document of documents.all) gathering.incoming.documents.push(document)
    this.#marked = documents.isThere || marked === undefined ? undefined : readMarkedText(marked)
    this.#words = new WordSearch(this.#marked?.text ?? '')
  }

  async take(): Promise<void> {
    for await (const portion of this.#wholeNodes?.() ?? [this.#nodes()]) {
      for (const node of portion) {
        if (node.type === 'I') this.#takeProposition(node)
        else if (isScheme(node)) this.#takeScheme(node)
        this.#handOverSome()
      }
    }
    this.#handOverSome(0)
    for (const node of this.#nodes()) if (node.isMention) this.#takeMention(node)
    this.#endLinks()
    for (const { type } of this.#nodes()) {
      if (type === 'TA') this.#gathering.leaveOut('transitions between locutions')
      if (type === 'PA') this.#gathering.leaveOut('preferences')
    }
  }

  *#nodes(): Generator<Node> {
    const { nodes } = this.#graph
    for (let index = 0; index < nodes.size; index++) yield nodes.at(index)
  }

  /** Where only our own graphs are worth it: of others all is at hand anyway. */
  #handOverSome(least = mostTogether): void {
    const { annotations } = this.#gathering.incoming
    if (!this.#handOver || !this.#wholeNodes || this.#isHolding) return
    if (annotations.length + this.#links.length < least) return
    const links = this.#soundLinks()
    for (const { id } of annotations) this.#annotations.set(id, null)
    for (const { id } of links) this.#linksHandedOver.add(id)
    this.#links = []
    this.#handOver({ annotations: annotations.splice(0), links })
  }

  /** Without those that point at each other, and at what has become none. */
  #soundLinks(): Data.Link[] {
    const known = this.#linksHandedOver
    const sound = new Set(afterTheirEnds(this.#links, (id) => known.has(id)).map(({ id }) => id))
    this.#lostLinks += this.#links.length - sound.size
    return this.#links.filter(({ id }) => sound.has(id))
  }

  #takeProposition(node: Node): void {
    const extra = extraOf(node)
    const own = objectOf(extra?.get('annotation'))
    if (own && this.#takeOwnAnnotation(node, own)) return
    const claim = objectOf(extra?.get('claim'))
    const created = momentOf(claim?.get('created')) ?? momentOf(node.timestamp) ?? unknownMoment
    const id = this.#freeClaim(textOf(claim?.get('id')) ?? `${this.#prefix}${node.id}`)
    const note = textOf(claim?.get('note')) ?? ''
    this.#gathering.incoming.claims.push({ id, statement: node.text, note, created })
    this.#ends[node.index] = { claim: id }
    if (claim === undefined) this.#findWords(node, id, created)
  }

  /** An annotation that we have written, if its document is there. */
  #takeOwnAnnotation(node: Node, own: JsonObject): boolean {
    const document = textOf(own.get('document')) ?? ''
    const text = this.#documents.textOf(document)
    const [stated, created] = [textOf(own.get('id')), momentOf(own.get('created'))]
    const [annotator, tag] = [objectOf(own.get('annotator')), objectOf(own.get('tag'))]
    const spans = listOf(own.get('spans')).map((pair) => {
      const [start, end] = listOf(pair).map(offsetOf)
      return start === undefined || end === undefined ? undefined : text?.spanOf(start, end, 'code-points')
    })
    const isTaken = stated !== undefined && this.#annotations.has(stated)
    if (!text || stated === undefined || isTaken || spans.includes(undefined) || spans.length === 0)
      return false
    const id = this.#held('annotation', stated)
    this.#annotate({
      ...{ id, document, created: created ?? unknownMoment, note: textOf(own.get('note')) ?? '' },
      annotator: this.#annotatorOf(annotator),
      tag: this.#gathering.tag(textOf(tag?.get('name')) ?? 'Claim', idIn(tag)),
      ...{ spans: spans as Span[], quote: textsOf(own.get('quote')), claim: this.#statedBy(node) },
      speaker: this.#speakerOf(node),
    })
    this.#ends[node.index] = { annotation: id }
    return true
  }

  /** The claim that a passage states, where all is known that says so; else the passage waits. */
  #statedBy(node: Node): string | null {
    const { index } = node
    const { neighbours, nodes } = this.#graph
    const said = this.#after(node)
      .filter((one) => one.isMention && neighbours.firstBefore(one.index) === index)
      .sort((a, b) => a.index - b.index)
      .map((mention) => ({ mention, of: neighbours.firstAfter(mention.index) }))
    if (said.some(({ of }) => of !== undefined && of > index && nodes.at(of).type === 'I')) {
      this.#isHolding = true
      return null
    }
    let claim: string | null = null
    for (const { mention, of } of said) {
      const end = of === undefined ? undefined : this.#ends[of]
      if (end === undefined || !('claim' in end)) continue
      claim = end.claim
      this.#mentions.add(mention.index)
    }
    return claim
  }

  /** That a passage states a claim is a rephrase in the graph. */
  #takeMention(node: Node): void {
    if (this.#mentions.has(node.index)) return
    const [from, to] = [this.#before(node)[0], this.#after(node)[0]]
    const [source, target] = [from && this.#ends[from.index], to && this.#ends[to.index]]
    if (source === undefined || target === undefined) return
    if (!('annotation' in source) || !('claim' in target)) return
    this.#annotations.get(source.annotation)!.claim = target.claim
    this.#mentions.add(node.index)
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

  #takeScheme(node: Node): void {
    if (this.#mentions.has(node.index)) return
    if (node.isMention) this.#waiting.push(node)
    else if (!this.#becomesLink(node)) return
    // Nodes that have their words are at hand anyway; and what comes after one that waits does so too.
    else if (!this.#wholeNodes || this.#waiting.length > 0 || !this.#isSettled(node)) this.#waiting.push(node)
    else this.#takeLinksOf(node)
  }

  /** What comes from another scheme is about this one. */
  #sourcesOf(node: Node): Node[] {
    return this.#before(node).filter(({ type }) => type === 'I')
  }

  #targetsOf(node: Node): Node[] {
    return this.#after(node).filter((one) => one.type === 'I' || isScheme(one))
  }

  #becomesLink(node: Node): boolean {
    if (this.#sourcesOf(node).length === 0 || this.#targetsOf(node).length === 0) {
      this.#withoutEnds += 1
      return false
    }
    const own = textOf(objectOf(extraOf(node)?.get('link'))?.get('id'))
    this.#ends[node.index] = { link: this.#held('link', own ?? `${this.#prefix}${node.id}`) }
    return true
  }

  /** Whether it is known what all of its ends have become. */
  #isSettled(node: Node): boolean {
    const isKnown = ({ index, isMention }: Node): boolean =>
      index < node.index && (!isMention || this.#mentions.has(index))
    return this.#sourcesOf(node).every(isKnown) && this.#targetsOf(node).every(isKnown)
  }

  #takeLinksOf(node: Node): void {
    const own = this.#ends[node.index] as { link: string }
    const [sources, targets] = [this.#sourcesOf(node), this.#targetsOf(node)]
    refuseManyPairs(`Node ${node.id} of “${this.#file}”`, {
      ...{ sources: sources.length, targets: targets.length },
      already: this.#gathering.incoming.links.length + this.#links.length,
    })
    const pairs = sources.flatMap((from) => targets.map((to) => [from, to] as const))
    for (const [index, [from, to]] of pairs.entries()) {
      const [source, target] = [this.#ends[from.index], this.#ends[to.index]]
      if (source === undefined || target === undefined) continue
      const id = index === 0 ? own.link : `${own.link} #${index + 1}`
      this.#links.push({ ...this.#linkOf(node, 'link' in target), id, source, target })
    }
  }

  #endLinks(): void {
    const late = this.#waiting.filter(
      (node) => !node.isMention || (!this.#mentions.has(node.index) && this.#becomesLink(node)),
    )
    for (const node of late) this.#takeLinksOf(node)
    this.#gathering.leaveOut('schemes without both ends', this.#withoutEnds)
    for (const link of this.#soundLinks()) this.#gathering.incoming.links.push(link)
    this.#gathering.leaveOut('schemes that point at each other in a circle', this.#lostLinks)
  }

  #linkOf(node: Node, isOntoLink: boolean): Omit<Data.Link, 'id' | 'source' | 'target'> {
    const { type, timestamp } = node
    const own = objectOf(extraOf(node)?.get('link'))
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
    const acts = this.#before(node).filter(({ type }) => type === 'YA')
    return acts.flatMap((act) => this.#before(act).filter(({ type }) => type === 'L'))
  }

  #before(node: Node): Node[] {
    return this.#graph.neighbours.before(node.index).map((index) => this.#graph.nodes.at(index))
  }

  #after(node: Node): Node[] {
    return this.#graph.neighbours.after(node.index).map((index) => this.#graph.nodes.at(index))
  }

  #speakerOf(node: Node): string | null {
    for (const { id, text } of this.#locutionsOf(node)) {
      const person = this.#graph.sayers.get(id)
      const stated = person === undefined ? undefined : this.#graph.people.get(person)
      if (stated !== undefined && this.#documents.all.length > 0)
        return this.#gathering.speaker(stated, person!)
      const name = stated || /^([^:\n]{1,80}) : /.exec(text)?.[1]
      if (name) return this.#gathering.speaker(name)
      if (person !== undefined) this.#gathering.leaveOut('speakers who have no name among the participants')
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

const extraOf = ({ extra }: Node): JsonObject | undefined =>
  typeof extra === 'string' ? objectOf(readJson(extra, { lenient: true })) : extra

const idIn = (own: JsonObject | undefined): { id?: string } => {
  const id = textOf(own?.get('id'))
  return id === undefined ? {} : { id }
}

const shortened = (words: string): string =>
  [...words].length > 60 ? `${[...words].slice(0, 60).join('')}…` : words

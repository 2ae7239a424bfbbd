import { Role } from '../../../../preload/contract/tag.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { arrivedText } from '../../foreign/arrived-text.ts'
import { type Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, offsetOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import { type JsonObject, readJson } from '../../json.ts'
import type { IncomingAnnotation } from '../annotation-format.ts'
import type { Graph, GraphFile, Node } from './graph.ts'
import { type MarkedText, readMarkedText } from './marked-text.ts'
import type { OwnDocuments } from './own-documents.ts'
import { WordSearch } from './places.ts'

const linkTypes: Record<string, string> = { RA: 'supports', CA: 'rebuts', MA: 'restates' }
const isScheme = ({ type }: Node): boolean => Object.hasOwn(linkTypes, type)

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
  readonly #documents: OwnDocuments
  readonly #marked: MarkedText | undefined
  readonly #words: WordSearch
  /** What nodes have become, by their places. */
  readonly #ends: (Data.LinkEnd | undefined)[]
  readonly #annotations = new Map<string, IncomingAnnotation>()
  readonly #claims = new Set<string>()
  readonly #mentions = new Set<Node>()
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
    this.#ends = new Array(graph.nodes.length)
    this.#documents = documents
    for (const document of documents.all) gathering.incoming.documents.push(document)
    this.#marked = documents.isThere || marked === undefined ? undefined : readMarkedText(marked)
    this.#words = new WordSearch(this.#marked?.text ?? '')
  }

  take(): void {
    const { nodes } = this.#graph
    for (const node of nodes) if (node.type === 'I') this.#takeProposition(node)
    for (const node of nodes) if (node.isMention) this.#takeMention(node)
    this.#takeLinks(nodes.filter((node) => isScheme(node) && !this.#mentions.has(node)))
    for (const { type } of nodes) {
      if (type === 'TA') this.#gathering.leaveOut('transitions between locutions')
      if (type === 'PA') this.#gathering.leaveOut('preferences')
    }
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
    this.#ends[node.index] = { annotation: id }
    return true
  }

  /** That a passage states a claim is a rephrase in the graph. */
  #takeMention(node: Node): void {
    const [from, to] = [this.#before(node)[0], this.#after(node)[0]]
    const [source, target] = [from && this.#ends[from.index], to && this.#ends[to.index]]
    if (source === undefined || target === undefined) return
    if (!('annotation' in source) || !('claim' in target)) return
    this.#annotations.get(source.annotation)!.claim = target.claim
    this.#mentions.add(node)
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
    // What comes from another scheme is about this one.
    const sourcesOf = (node: Node) => this.#before(node).filter(({ type }) => type === 'I')
    const targetsOf = (node: Node) => this.#after(node).filter((one) => one.type === 'I' || isScheme(one))
    const whole = nodes.filter((node) => sourcesOf(node).length > 0 && targetsOf(node).length > 0)
    this.#gathering.leaveOut('schemes without both ends', nodes.length - whole.length)
    const ids = whole.map((node) => {
      const own = textOf(objectOf(extraOf(node)?.get('link'))?.get('id'))
      return own ?? `${this.#prefix}${node.id}`
    })
    for (const [index, node] of whole.entries()) this.#ends[node.index] = { link: ids[index]! }
    const links: Data.Link[] = []
    for (const [at, node] of whole.entries()) {
      const targets = targetsOf(node)
      const pairs = sourcesOf(node).flatMap((from) => targets.map((to) => [from, to] as const))
      pairs.forEach(([from, to], index) => {
        const [source, target] = [this.#ends[from.index], this.#ends[to.index]]
        if (source === undefined || target === undefined) return
        const id = index === 0 ? ids[at]! : `${ids[at]} #${index + 1}`
        links.push({ ...this.#linkOf(node, 'link' in target), id, source, target })
      })
    }
    const sound = new Set(afterTheirEnds(links, () => false).map(({ id }) => id))
    this.#gathering.leaveOut('schemes that point at each other in a circle', links.length - sound.size)
    for (const link of links) if (sound.has(link.id)) this.#gathering.incoming.links.push(link)
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
    return this.#graph.neighbours.before(node.index).map((index) => this.#graph.nodes[index]!)
  }

  #after(node: Node): Node[] {
    return this.#graph.neighbours.after(node.index).map((index) => this.#graph.nodes[index]!)
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
  extra === undefined ? undefined : objectOf(readJson(extra, { lenient: true }))

const idIn = (own: JsonObject | undefined): { id?: string } => {
  const id = textOf(own?.get('id'))
  return id === undefined ? {} : { id }
}

const shortened = (words: string): string =>
  [...words].length > 60 ? `${[...words].slice(0, 60).join('')}…` : words

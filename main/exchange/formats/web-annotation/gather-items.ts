import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import type { ArrivedText } from '../../foreign/arrived-text.ts'
import { Gathering } from '../../foreign/gathering.ts'
import type { Incoming, IncomingAnnotation } from '../annotation-format.ts'
import type { Descriptions } from './descriptions.ts'
import { idIn, lastPartOf, projectIri } from './iris.ts'
import type { Item } from './item.ts'
import type { Aim, Selected } from './selectors.ts'

export interface KnownText {
  arrived: ArrivedText
  source: { name: string; mediaType: string; bytes: Uint8Array }
}

export interface Surroundings {
  descriptions: Descriptions
  /** Texts that stand beside the annotations, by document. */
  texts: ReadonlyMap<string, KnownText>
  /** What annotations are about that do not say it. */
  fallback: string
}

/** The tags of passages that have none. */
const untagged = { passage: 'Highlight', end: 'Linked passage' }
const untyped = 'linked with'

/**
 * Web annotations as ours. What selects stretches of text becomes annotations, one for each tag; what links becomes
 * links; remarks on whole documents, claims, links or other annotations become memos.
 */
export function gatherItems(items: readonly Item[], surroundings: Surroundings): Incoming {
  const work = new ItemGathering(surroundings)
  const isPassage = (item: Item) => !item.isLink && item.aims.some(({ selected }) => selected !== null)
  for (const item of items) if (isPassage(item)) work.takePassage(item)
  work.takeLinks(items.filter(({ isLink }) => isLink))
  for (const item of items) if (!item.isLink && !isPassage(item)) work.takeRemark(item)
  return work.finish()
}

class ItemGathering {
  readonly #gathering = new Gathering()
  readonly #texts: Surroundings['texts']
  readonly #fallback: string
  readonly #descriptions: Descriptions
  readonly #documents = new Set<string>()
  readonly #claims = new Set<string>()
  /** What an item has become, by its IRI. */
  readonly #subjects = new Map<string, Data.LinkEnd>()
  readonly #remarks = new Map<string, Data.MemoSubject>()
  readonly #taken = new Set<string>()
  /** Their IRIs. */
  readonly #lostLinks = new Set<string>()
  #links: Data.Link[] = []

  constructor({ descriptions, texts, fallback }: Surroundings) {
    this.#descriptions = descriptions
    this.#texts = texts
    this.#fallback = fallback
    for (const id of descriptions.documents.keys()) this.#documentOf(id, '')
    for (const [id, claim] of descriptions.claims) this.#claimOf({ id, ...claim })
  }

  finish(): Incoming {
    return this.#gathering.finish()
  }

  takePassage(item: Item): void {
    const id = this.#freshId('annotation', item.iri)
    this.#gathering.leaveOut('bodies that are no words', item.said.leftOut)
    const selected = item.aims.flatMap(({ selected }) => selected ?? [])
    this.#gathering.leaveOut('targets that select no text', item.aims.length - selected.length)
    if (item.iri !== '') this.#subjects.set(item.iri, { annotation: id })
    bySource(selected).forEach((stretches, index) => {
      const ownId = index === 0 ? id : this.#free('annotation', `${id} ${index + 1}`)
      this.#annotate(item, stretches, ownId, untagged.passage)
    })
  }

  #annotate(item: Item, stretches: readonly Selected[], id: string, otherwise: string): void {
    const { said } = item
    const first = stretches[0]!
    const title = item.aims.find(({ source }) => source === first.source)?.title ?? ''
    const document = this.#documentOf(first.source, title)
    const tags = said.tags.length > 0 ? said.tags : [{ name: otherwise, id: undefined }]
    const shape = {
      document,
      annotator: this.#annotatorOf(item),
      ...this.#anchorOf(stretches, document),
      claim: said.claim && this.#claimOf({ ...said.claim, note: '', created: item.created }),
      speaker: said.speaker && this.#gathering.speaker(said.speaker.name, said.speaker.id),
      ...{ attributes: new Map(), confidence: null, created: item.created },
    }
    tags.forEach(({ name, id: own }, index) => {
      const tag = this.#gathering.tag(name, own === undefined ? {} : { id: own })
      const note = index === 0 ? said.notes.join('\n') : ''
      const ownId = index === 0 ? id : this.#free('annotation', `${id} #${index + 1}`)
      this.#gathering.incoming.annotations.push({ ...shape, id: ownId, tag, note })
    })
  }

  takeLinks(items: readonly Item[]): void {
    const named = items.map((item) => ({ item, id: this.#freshId('link', item.iri) }))
    for (const { item, id } of named) if (item.iri !== '') this.#subjects.set(item.iri, { link: id })
    for (const { item, id } of named) this.#takeLink(item, id)
    const sound = afterTheirEnds(this.#links, () => false)
    this.#gathering.leaveOut('links that point at each other in a circle', this.#links.length - sound.length)
    const ids = new Set(sound.map(({ id }) => id))
    this.#gathering.incoming.links = this.#links.filter(({ id }) => ids.has(id))
    for (const { item, id } of named) if (!ids.has(id)) this.#lostLinks.add(item.iri)
  }

  #takeLink(item: Item, id: string): void {
    const { said, aims } = item
    // Recogito has both ends among the targets, in their order.
    const isPair = said.ends.length === 0 && aims.length === 2
    const [sources, targets] = isPair ? [aims.slice(0, 1), aims.slice(1)] : [said.ends, aims]
    const pairs = sources.flatMap((source) => targets.map((target) => [source, target] as const))
    if (pairs.length === 0) this.#gathering.leaveOut('links without two ends')
    const type = said.linkTypes[0] ?? said.tags[0] ?? { name: untyped, id: undefined }
    for (const [index, [from, to]] of pairs.entries()) {
      const linkId = index === 0 ? id : this.#free('link', `${id} ${index + 1}`)
      const source = this.#endOf(from, item, `${linkId} source`)
      const target = this.#endOf(to, item, `${linkId} target`)
      if (!source || !target) {
        this.#gathering.leaveOut('links to something that is not in these files')
        continue
      }
      this.#links.push({
        ...{ id: linkId, source, target, annotator: this.#annotatorOf(item), created: item.created },
        linkType: this.#gathering.linkType(type.name, type.id === undefined ? {} : { id: type.id }),
        ...{ strength: null, status: '', note: said.notes.join('\n') },
      })
    }
  }

  #endOf(aim: Aim, item: Item, passageId: string): Data.LinkEnd | undefined {
    if (aim.selected) {
      const plain = { ...item, said: { ...item.said, tags: [], notes: [], claim: null, speaker: null } }
      const id = this.#free('annotation', passageId)
      this.#annotate(plain, [aim.selected], id, untagged.end)
      return { annotation: id }
    }
    const claim = idIn('claim', aim.source)
    if (claim !== undefined && this.#claims.has(claim)) return { claim }
    return this.#subjects.get(aim.source)
  }

  /** Something that is said of a whole thing. */
  takeRemark(item: Item): void {
    const { said } = item
    const words = [...said.notes, ...said.tags.map(({ name }) => name)]
    const aim = item.aims[0]
    const saysNothing = words.length === 0 && idIn('memo', item.iri) === undefined
    if (aim === undefined || saysNothing || item.aims.some(({ isForeign }) => isForeign)) {
      const isForeign = item.aims.some(({ isForeign }) => isForeign)
      const what = isForeign ? 'annotations of what is no text' : 'annotations that say nothing'
      this.#gathering.leaveOut(what)
      return
    }
    if (this.#lostLinks.has(aim.source)) {
      this.#gathering.leaveOut('remarks on links that could not be taken')
      return
    }
    const about = this.#subjectOf(aim)
    // An answer to a remark is about the same thing.
    if (item.iri !== '') this.#remarks.set(item.iri, about)
    this.#gathering.incoming.memos.push({
      ...{ id: this.#freshId('memo', item.iri), about },
      annotator: this.#annotatorOf(item),
      ...{ text: words.join('\n'), created: item.created },
    })
  }

  #subjectOf({ source, title }: Aim): Data.MemoSubject {
    if (source === projectIri) return { project: true }
    const [tag, speaker, claim] = [idIn('tag', source), idIn('speaker', source), idIn('claim', source)]
    const { tags, speakers } = this.#gathering.incoming
    if (tags.some(({ id }) => id === tag)) return { tag: tag! }
    if (speakers.some(({ id }) => id === speaker)) return { speaker: speaker! }
    if (claim !== undefined && this.#claims.has(claim)) return { claim }
    return (
      this.#subjects.get(source) ?? this.#remarks.get(source) ?? { document: this.#documentOf(source, title) }
    )
  }

  #anchorOf(stretches: readonly Selected[], document: string): Anchor {
    const text = this.#texts.get(document)?.arrived
    const found = stretches.map((stretch) => spanOf(stretch, text))
    const isPlaced = found.every((span) => span !== undefined)
    const quotes = stretches.map(({ quote }) => quote)
    const isQuoted = quotes.every((quote) => quote !== null)
    return {
      spans: isPlaced && areApart(found) ? found : null,
      quote: isQuoted ? quotes : null,
      ...{ prefix: stretches[0]!.prefix, suffix: stretches.at(-1)!.suffix },
    }
  }

  #documentOf(sourceIri: string, title: string): string {
    const iri = sourceIri || this.#fallback
    const id = this.#descriptions.documents.has(iri) ? iri : (idIn('document', iri) ?? iri)
    if (this.#documents.has(id)) return id
    this.#documents.add(id)
    const described = this.#descriptions.documents.get(id)
    const known = this.#texts.get(id)
    const own = title || lastPartOf(iri)
    const metadata = described?.metadata ?? new Map(/^https?:/.test(iri) ? [['url', iri]] : [])
    this.#gathering.incoming.documents.push({
      ...{ id, title: described?.title ?? own, status: 'to-do' },
      metadata,
      ...{ text: known?.arrived.text ?? null, source: known?.source ?? null },
      knownAs: [
        ...new Set([described?.title ?? own, lastPartOf(iri), iri, metadata.get('url') ?? '']),
      ].filter((name) => name !== ''),
    })
    return id
  }

  #claimOf(claim: Data.Claim): string {
    if (!this.#claims.has(claim.id)) this.#gathering.incoming.claims.push(claim)
    this.#claims.add(claim.id)
    return claim.id
  }

  #annotatorOf({ creator }: Item): string {
    return creator
      ? this.#gathering.annotator(creator.name, creator.id)
      : this.#gathering.annotator('Unknown')
  }

  /** The id that an item has itself, where no other has had it. */
  #freshId(kind: 'annotation' | 'link' | 'memo', iri: string): string {
    const stated = idIn(kind, iri) ?? iri
    const id = this.#free(kind, stated || `${this.#taken.size + 1}`)
    if (stated !== '' && id !== stated) {
      this.#gathering.doubt(stated, 'Several annotations have this id; the others got ids of their own.')
    }
    return id
  }

  #free(kind: 'annotation' | 'link' | 'memo', wanted: string): string {
    let id = wanted
    for (let number = this.#taken.size; this.#taken.has(`${kind} ${id}`); number += 1)
      id = `${wanted}~${number}`
    this.#taken.add(`${kind} ${id}`)
    return id
  }
}

type Anchor = Pick<IncomingAnnotation, 'spans' | 'quote' | 'prefix' | 'suffix'>

/**
 * The specification counts code points, browsers count UTF-16 code units: where the text is at hand, its words tell.
 * Without it the position is taken as browsers mean it, and the quote decides later.
 */
function spanOf({ position, quote }: Selected, text: ArrivedText | undefined): Span | undefined {
  if (position === null || text === undefined) return position ?? undefined
  const spans = (['code-points', 'utf16'] as const).map((unit) =>
    text.spanOf(position.start, position.end, unit),
  )
  const says = (span: Span | undefined) => span && text.text.text.slice(span.start, span.end) === quote
  return quote === null ? spans[0] : (spans.find(says) ?? spans[0])
}

function areApart(spans: readonly Span[]): boolean {
  return spans.every(({ start }, index) => index === 0 || spans[index - 1]!.end < start)
}

/** Together what is about one resource: an annotation of ours is of one document. */
function bySource(stretches: readonly Selected[]): Selected[][] {
  const groups = Map.groupBy(stretches, ({ source }) => source)
  return [...groups.values()].flatMap((group) => (isInOrder(group) ? [group] : group.map((one) => [one])))
}

function isInOrder(group: readonly Selected[]): boolean {
  return areApart(group.flatMap(({ position }) => position ?? []))
}

import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds, linksUnder } from '../../dataset-order.ts'
import type { ArrivedText } from '../../foreign/arrived-text.ts'
import { Gathering } from '../../foreign/gathering.ts'
import type { Incoming, IncomingAnnotation, ReadingOptions } from '../annotation-format.ts'
import type { Described, Descriptions } from './descriptions.ts'
import { idIn, lastPartOf, projectIri } from './iris.ts'
import type { Item } from './item.ts'
import type { KnownTexts } from './known-texts.ts'
import type { Aim, Selected } from './selectors.ts'

export interface Surroundings {
  /** Both may still grow as items are taken. */
  descriptions: Descriptions
  /** Texts that stand beside the annotations, by document. */
  texts: KnownTexts
  /** What annotations are about that do not say it. */
  fallback: string
  held?: ReadingOptions['held']
}

/** Of links that have been handed over. */
const none: readonly Data.Link[] = []

/** The tags of passages that have none. */
const untagged = { passage: 'Highlight', end: 'Linked passage' }
const untyped = 'linked with'

/**
 * Web annotations as ours. What selects stretches of text becomes annotations, one for each tag; what links becomes
 * links; remarks on whole documents, claims, links or other annotations become memos. Each is taken as soon as what
 * it is about is known, so that a file in the order in which we write it is never held.
 */
export class ItemGathering {
  readonly #gathering = new Gathering()
  readonly #held: NonNullable<ReadingOptions['held']>
  readonly #texts: Surroundings['texts']
  readonly #fallback: string
  readonly #descriptions: Descriptions
  readonly #documents = new Set<string>()
  readonly #claims = new Set<string>()
  /** What an item has become, by its IRI; of ours only where it got another id than it states. */
  readonly #subjects = new Map<string, Data.LinkEnd>()
  readonly #remarks = new Map<string, Data.MemoSubject>()
  readonly #taken = { annotation: new Set<string>(), link: new Set<string>(), memo: new Set<string>() }
  readonly #waiting = {
    passages: [] as Item[],
    links: [] as { item: Item; id: string; place: number }[],
    remarks: [] as Item[],
  }
  /** What each item that links has become; null as long as it waits. */
  readonly #links: (readonly Data.Link[] | null)[] = []
  /** How many of these items have been handed over, and the ids of their links. */
  #linksDone = 0
  readonly #handedOver = new Set<string>()
  /** Ids. */
  readonly #lostLinks = new Set<string>()

  constructor({ descriptions, texts, fallback, held = (_, id) => id }: Surroundings) {
    this.#held = held
    this.#descriptions = descriptions
    this.#texts = texts
    this.#fallback = fallback
  }

  /** Something that stands in the descriptions and, if it is a document, among the texts. */
  describe(described: Described): void {
    if ('document' in described) this.#documentOf(described.document, '')
    else this.#claimOf({ id: described.claim, ...this.#descriptions.claims.get(described.claim)! })
  }

  take(item: Item): void {
    if (item.isLink) this.#takeLink(item)
    else if (!item.aims.some(({ selected }) => selected !== null)) this.#waiting.remarks.push(item)
    else if (this.#isDescribed(item)) this.#takePassage(item)
    else this.#waiting.passages.push(item)
  }

  /** The annotations and links that are done, in their order. They are no part of what comes at the end. */
  handOver(): Pick<Incoming, 'annotations' | 'links'> {
    return { annotations: this.#gathering.incoming.annotations.splice(0), links: this.#linksOnTheirFeet() }
  }

  /** Those before the first that waits, or that leads to a link which does. */
  #linksOnTheirFeet(): Data.Link[] {
    const done: Data.Link[] = []
    for (; this.#linksDone < this.#links.length; this.#linksDone += 1) {
      const own = this.#links[this.#linksDone]
      if (!own?.every((link) => linksUnder(link).every((id) => this.#handedOver.has(id)))) break
      for (const link of own) {
        this.#handedOver.add(link.id)
        done.push(link)
      }
      this.#links[this.#linksDone] = none
    }
    return done
  }

  finish(): Incoming {
    for (const item of this.#waiting.passages) this.#takePassage(item)
    for (const { item, id, place } of this.#waiting.links) this.#links[place] = this.#linksOf(item, id)
    this.#endLinks()
    for (const item of this.#waiting.remarks) this.#takeRemark(item)
    return this.#gathering.finish()
  }

  /** Whether everything is known that the files may say of the documents of a passage and of its claim. */
  #isDescribed({ aims, said }: Item): boolean {
    const { documents, claims } = this.#descriptions
    const isKnown = ({ selected }: Aim): boolean => {
      const id = selected === null ? undefined : idIn('document', selected.source)
      return id === undefined || documents.has(id)
    }
    return aims.every(isKnown) && (said.claim === null || claims.has(said.claim.id))
  }

  #takePassage(item: Item): void {
    const id = this.#freshId('annotation', item.iri)
    this.#gathering.leaveOut('bodies that are no words', item.said.leftOut)
    const selected = item.aims.flatMap(({ selected }) => selected ?? [])
    this.#gathering.leaveOut('targets that select no text', item.aims.length - selected.length)
    this.#become(item.iri, 'annotation', id)
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

  #takeLink(item: Item): void {
    const id = this.#freshId('link', item.iri)
    this.#become(item.iri, 'link', id)
    const place = this.#links.push(null) - 1
    const ends = [...item.said.ends, ...item.aims]
    const isKnown = ends.every((aim) => aim.selected === null && this.#knownEnd(aim) !== undefined)
    if (isKnown) this.#links[place] = this.#linksOf(item, id)
    else this.#waiting.links.push({ item, id, place })
  }

  /** Without those that lead to nothing or in a circle. */
  #endLinks(): void {
    const links = this.#links.flatMap((own) => own ?? [])
    const handedOver = this.#handedOver
    const sound = new Set(afterTheirEnds(links, (id) => handedOver.has(id)).map(({ id }) => id))
    this.#gathering.leaveOut('links that point at each other in a circle', links.length - sound.size)
    this.#gathering.incoming.links = links.filter(({ id }) => sound.has(id))
    for (const id of this.#taken.link) if (!sound.has(id) && !handedOver.has(id)) this.#lostLinks.add(id)
    this.#linksDone = this.#links.length
  }

  #linksOf(item: Item, id: string): Data.Link[] {
    const links: Data.Link[] = []
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
      links.push({
        ...{ id: linkId, source, target, annotator: this.#annotatorOf(item) },
        created: onItsOwn(item.created),
        linkType: this.#gathering.linkType(type.name, type.id === undefined ? {} : { id: type.id }),
        ...{ strength: null, status: '', note: said.notes.join('\n') },
      })
    }
    return links
  }

  #endOf(aim: Aim, item: Item, passageId: string): Data.LinkEnd | undefined {
    if (aim.selected) {
      const plain = { ...item, said: { ...item.said, tags: [], notes: [], claim: null, speaker: null } }
      const id = this.#free('annotation', passageId)
      this.#annotate(plain, [aim.selected], id, untagged.end)
      return { annotation: id }
    }
    return this.#knownEnd(aim)
  }

  #knownEnd({ source }: Aim): Data.LinkEnd | undefined {
    const claim = idIn('claim', source)
    if (claim !== undefined && this.#claims.has(claim)) {
      return { claim }
    }
    return this.#subject(source)
  }

  /** Only what cannot be told from the IRI need be remembered. */
  #become(iri: string, kind: 'annotation' | 'link', id: string): void {
    if (iri === '' || idIn(kind, iri) === id) return
    this.#subjects.set(iri, kind === 'link' ? { link: id } : { annotation: id })
  }

  #subject(iri: string): Data.LinkEnd | undefined {
    const subject = this.#subjects.get(iri)
    if (subject) return subject
    const [annotation, link] = [idIn('annotation', iri), idIn('link', iri)]
    if (annotation !== undefined && this.#taken.annotation.has(annotation)) return { annotation }
    return link !== undefined && this.#taken.link.has(link) ? { link } : undefined
  }

  /** Something that is said of a whole thing. */
  #takeRemark(item: Item): void {
    const { said } = item
    const words = [...said.notes, ...said.tags.map(({ name }) => name)]
    const aim = item.aims[0]
    const saysNothing = words.length === 0 && idIn('memo', item.iri) === undefined
    if (aim === undefined || saysNothing || item.aims.some(({ isForeign }) => isForeign)) {
      this.#gathering.leaveOut(whyNoRemark(item))
      return
    }
    const subject = this.#subject(aim.source)
    if (subject && 'link' in subject && this.#lostLinks.has(subject.link)) {
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
    return this.#subject(source) ?? this.#remarks.get(source) ?? { document: this.#documentOf(source, title) }
  }

  #anchorOf(stretches: readonly Selected[], document: string): Anchor {
    const text = this.#texts.arrived(document)
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
      ...{ text: known?.text ?? null, source: known?.source ?? null },
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
    return creator ? this.#gathering.annotator(creator.name, creator.id) : this.#gathering.annotator('')
  }

  /** The id that an item has itself, where no other has had it. */
  #freshId(kind: 'annotation' | 'link' | 'memo', iri: string): string {
    const stated = idIn(kind, iri) ?? iri
    const id = this.#free(kind, stated || `${this.#taken[kind].size + 1}`)
    if (stated !== '' && id !== stated) {
      const what = 'Several annotations have this id; the others got ids of their own.'
      this.#gathering.doubt(stated, what, { kind, id })
    }
    return id
  }

  #free(kind: 'annotation' | 'link' | 'memo', wanted: string): string {
    const taken = this.#taken[kind]
    let id = wanted
    for (let number = taken.size; taken.has(id); number += 1) id = `${wanted}~${number}`
    if (kind !== 'memo') id = this.#held(kind, id)
    taken.add(id)
    return id
  }
}

function whyNoRemark({ aims, said }: Item): string {
  if (aims.some(({ isForeign }) => isForeign)) return 'annotations of what is no text'
  return said.leftOut > 0 ? 'annotations whose bodies are no words' : 'annotations that say nothing'
}

/** A string cut from a line keeps all of that line in memory; a short one that stays should not. */
const onItsOwn = (cut: string): string => ` ${cut}`.slice(1)

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

import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { type Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { readData, type Value } from './data.ts'
import { Numbering } from './ids.ts'
import type { ArgumentMap, Member, Relation, Step, Wording } from './map.ts'

const typeNames = {
  support: 'supports',
  attack: 'rebuts',
  contradiction: 'counter-claim of',
  undercut: 'undercuts',
} as const
const signs = { support: '+>', attack: '->', contradiction: '><', undercut: '_>' } as const

interface File {
  /** Before each id, where there are several files. */
  prefix: string
  /** The document that the file itself is; null for a map that we have written. */
  document: string | null
  text: string
}

/**
 * A map as claims and links. A statement or an argument is a claim, and each of its wordings a passage that states it:
 * in the file itself or, where we have written it, in the document that the wording names. An undercut is a link onto
 * the link from an argument to what it argues for.
 */
export class MapGathering {
  readonly #map: ArgumentMap
  readonly #gathering: Gathering
  readonly #file: File
  readonly #annotator: string
  readonly #ends = new Map<Member | Step, Data.LinkEnd>()
  readonly #numbering = new Numbering()
  readonly #links: Data.Link[] = []
  /** That passages name. */
  readonly #documents = new Set<string>()
  /** From arguments to what they argue for. */
  readonly #argued = new Map<Member, string>()
  /** Arguments that are links of ours, and where those start. */
  readonly #sources = new Map<Member, string>()

  constructor(map: ArgumentMap, gathering: Gathering, file: File) {
    this.#map = map
    this.#gathering = gathering
    this.#file = file
    this.#annotator = gathering.annotator('Argdown')
  }

  take(): void {
    const { members, relations, reconstructions, strays } = this.#map
    const used = new Set(relations.flatMap(({ from, to }) => [from, to]))
    for (const { argument, steps } of reconstructions) {
      if (argument) used.add(argument)
      for (const { premises, conclusion } of steps)
        for (const one of [...premises, conclusion]) one && used.add(one)
    }
    for (const member of this.#inOrder(members)) {
      if (member.title !== '' || used.has(member)) this.#takeMember(member)
      else if (member.wordings.length > 0)
        this.#gathering.leaveOut('paragraphs that are no part of an argument')
    }
    for (const { steps } of reconstructions) for (const step of steps) this.#takeStep(step)
    this.#takeRelations(relations)
    const sound = new Set(afterTheirEnds(this.#links, () => false))
    this.#gathering.leaveOut('undercuts that lead back to themselves', this.#links.length - sound.size)
    for (const link of this.#links) if (sound.has(link)) this.#gathering.incoming.links.push(link)
    for (const { what } of strays) this.#gathering.leaveOut(what)
  }

  /** Of ours by where they are stated, which is the order in which they were made; relations may name them before. */
  #inOrder(members: readonly Member[]): readonly Member[] {
    if (this.#file.document !== null) return members
    const placeOf = ({ wordings }: Member): number => wordings[0]?.span.start ?? Number.POSITIVE_INFINITY
    return members.toSorted((a, b) => placeOf(a) - placeOf(b) || 0)
  }

  #takeMember(member: Member): void {
    const isArgument = member.kind === 'argument'
    const key = this.#keyOf(member)
    const name = this.#idOf(key)
    const wordings = member.wordings.map((wording) => ({ wording, data: this.#dataOf(wording.data) }))
    this.#takeDataOfAll(member, wordings[0]?.data)
    const passages = wordings.filter(({ data }) => this.#isElsewhere(data))
    const own = wordings.filter(({ data }) => !this.#isElsewhere(data))
    const from = own[0]?.data.get('from')
    if (this.#file.document === null && isArgument && typeof from === 'string') {
      this.#ends.set(member, { link: name })
      this.#sources.set(member, from)
      return
    }
    if (passages.length === 1 && own.length === 0) {
      this.#ends.set(member, { annotation: this.#passage(passages[0]!, key, null) })
      return
    }
    const statement = own.map(({ wording }) => wording.words).find(Boolean) ?? member.title
    const note = this.#file.document === null || statement === member.title ? '' : member.title
    this.#gathering.incoming.claims.push({ id: name, statement, note, created: unknownMoment })
    this.#ends.set(member, { claim: name })
    for (const one of this.#file.document === null ? passages : wordings) this.#passage(one, key, name)
  }

  /** What stands behind its title elsewhere becomes part of its first wording; without any it has no place. */
  #takeDataOfAll({ data }: Member, first: Map<string, Value> | undefined): void {
    if (data.length === 0) return
    if (first === undefined || this.#file.document === null)
      this.#gathering.leaveOut('data blocks behind titles that have no words of their own', data.length)
    else for (const [name, value] of this.#dataOf(data)) if (!first.has(name)) first.set(name, value)
  }

  /** The fields of data blocks; of one name the last. */
  #dataOf(blocks: readonly string[]): Map<string, Value> {
    const all = blocks.map(readData)
    this.#gathering.leaveOut('data blocks with more than simple values', all.filter((one) => !one).length)
    return new Map(all.flatMap((fields) => [...(fields ?? [])]))
  }

  #isElsewhere(data: ReadonlyMap<string, unknown>): boolean {
    return this.#file.document === null && typeof data.get('document') === 'string'
  }

  #passage(
    { wording, data }: { wording: Wording; data: ReadonlyMap<string, Value> },
    key: string,
    claim: string | null,
  ): string {
    const place = this.#placeOf(wording, data)
    const attributes = new Map<string, string | number | boolean>()
    if (this.#file.document !== null) {
      if (wording.tags.length > 0) attributes.set('tags', [...new Set(wording.tags)].join(', '))
      for (const [name, value] of data) attributes.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
    const id = this.#numbering.next(this.#idOf(`${key} in ${place.document}`))
    this.#gathering.incoming.annotations.push({
      ...{ id, claim, attributes, annotator: this.#annotator, ...place },
      tag: this.#gathering.tag(wording.role === 'premise' ? 'Premise' : 'Claim'),
      ...{ prefix: '', suffix: '', speaker: null, confidence: null, note: '', created: unknownMoment },
    })
    return id
  }

  #placeOf(
    { span, words }: Wording,
    data: ReadonlyMap<string, unknown>,
  ): { document: string; spans: Span[] | null; quote: string[] } {
    const { document, text } = this.#file
    if (document !== null) return { document, spans: [span], quote: [text.slice(span.start, span.end)] }
    const title = data.get('document') as string
    const id = this.#idOf(title)
    if (!this.#documents.has(id)) {
      this.#documents.add(id)
      const shape = { metadata: new Map(), status: 'to-do' as const, text: null, source: null }
      this.#gathering.incoming.documents.push({ id, title, knownAs: [title].filter(Boolean), ...shape })
    }
    const quote = data.get('quote')
    return { document: id, spans: null, quote: Array.isArray(quote) && quote.length > 0 ? quote : [words] }
  }

  /** Premises support the argument, which supports the conclusion; without an argument each premise does. */
  #takeStep(step: Step): void {
    const { argument, premises, conclusion, rule } = step
    if (conclusion === null) {
      this.#gathering.leaveOut('inferences without a conclusion')
      return
    }
    const about = { note: rule }
    if (argument === null) {
      const ids = premises.map((premise) => this.#link('support', premise, conclusion, about))
      if (ids.length > 0) this.#ends.set(step, { link: ids[0]! })
      else this.#gathering.leaveOut('inferences without premises')
      return
    }
    for (const premise of premises) this.#link('support', premise, argument)
    const id = this.#link('support', argument, conclusion, about)
    this.#ends.set(step, { link: id })
    this.#argued.set(argument, id)
  }

  #takeRelations(relations: readonly Relation[]): void {
    const ids = relations.map(({ kind, from, to }) => {
      const isOwn = this.#sources.has(from) && !this.#argued.has(from)
      const id = isOwn ? (this.#ends.get(from) as { link: string }).link : this.#linkId(kind, from, to)
      const isArguing = isOwn || (from.kind === 'argument' && (kind === 'support' || kind === 'attack'))
      if (isArguing && !this.#argued.has(from)) this.#argued.set(from, id)
      return { id, isOwn }
    })
    for (const [index, relation] of relations.entries()) {
      const { id, isOwn } = ids[index]!
      const source = isOwn ? this.#endNamed(this.#sources.get(relation.from)!) : this.#ends.get(relation.from)
      const target = this.#targetOf(relation)
      if (source && target) this.#push(id, relation.kind, source, target, '')
      else this.#gathering.leaveOut('relations whose ends are not there')
    }
  }

  #targetOf({ kind, from, to }: Relation): Data.LinkEnd | undefined {
    const argued = kind === 'undercut' && 'title' in to && to !== from ? this.#argued.get(to) : undefined
    return argued === undefined ? this.#ends.get(to) : { link: argued }
  }

  #endNamed(key: string): Data.LinkEnd | undefined {
    const [kind, title] = [key.startsWith('<') ? 'argument' : 'statement', key.slice(1, -1)]
    this.#byKey ??= new Map(this.#map.members.map((one) => [`${one.kind} ${one.title}`, one]))
    const member = this.#byKey.get(`${kind} ${title}`)
    return member && this.#ends.get(member)
  }
  #byKey: ReadonlyMap<string, Member> | undefined

  #link(kind: Relation['kind'], from: Member, to: Member, { note = '' } = {}): string {
    const id = this.#linkId(kind, from, to)
    this.#push(id, kind, this.#ends.get(from)!, this.#ends.get(to)!, note)
    return id
  }

  #linkId(kind: Relation['kind'], from: Member, to: Member | Step): string {
    return this.#numbering.next(this.#idOf(`${this.#keyOf(from)} ${signs[kind]} ${this.#keyOf(to)}`))
  }

  #push(id: string, kind: Relation['kind'], source: Data.LinkEnd, target: Data.LinkEnd, note: string): void {
    this.#links.push({
      ...{ id, linkType: this.#gathering.linkType(typeNames[kind]), source, target, note },
      ...{ annotator: this.#annotator, strength: null, status: '', created: unknownMoment },
    })
  }

  /** With its brackets; what has no title is told by where it comes in the file. */
  #keyOf(thing: Member | Step): string {
    const member = 'title' in thing ? thing : (thing.conclusion ?? thing.argument)
    if (member === null) return '()'
    if (member.title !== '') return member.kind === 'argument' ? `<${member.title}>` : `[${member.title}]`
    this.#places ??= new Map(this.#map.members.map((one, index) => [one, index]))
    return `(${this.#places.get(member)! + 1})`
  }
  #places: ReadonlyMap<Member, number> | undefined

  #idOf(name: string): string {
    return `${this.#file.prefix}${name}`
  }
}

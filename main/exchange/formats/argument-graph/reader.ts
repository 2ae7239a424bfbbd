import { Failure } from '../../../../preload/contract/failure.ts'
import type { Span } from '../../../../preload/contract/text.ts'
import { mayBeginWith } from '../../../xml/xml-root.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds } from '../../dataset-order.ts'
import { emptyTag, unknownMoment } from '../../foreign/gathering.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { plainText } from '../plain-text.ts'
import { type Graph, readGraph } from './graph.ts'

const annotator: Data.Annotator = { id: 'argument graph', name: 'Argument graph' }

/** What edges say. `seg` only ties units to their words. */
const linkNames: Readonly<Record<string, string>> = {
  sup: 'supports',
  exa: 'supports by example',
  reb: 'rebuts',
  und: 'undercuts',
  add: 'adds to',
}

/** Reads one graph or a folder of them, each of one text, which is its elementary units one after the other. */
export const argumentGraphReader: FormatReader = {
  sharedEndings: ['xml'],

  async recognises(source) {
    for (const path of xmlIn(source).slice(0, 20)) if (await isGraph(source, path)) return true
    return false
  },

  async read(source, options) {
    const taking = new Taking(options)
    const paths = xmlIn(source)
    let others = 0
    await oneByOne(paths, options, async (path, index) => {
      options.progress(index, paths.length)
      if (paths.length > 1 && !(await isGraph(source, path))) others++
      else taking.take(readGraph(await source.read(path), path || source.name))
    })
    if (paths.length === 0) throw new Failure('unreadable', `${source.name} holds no argument graph.`)
    return taking.incoming(others)
  },
}

class Taking {
  readonly #away: ReadingOptions['away']
  readonly #documents: Incoming['documents'] = []
  readonly #annotations: Incoming['annotations'] = []
  readonly #links: Data.Link[] = []
  readonly #tags = new Map<string, Data.Tag>()
  readonly #linkTypes = new Map<string, Data.LinkType>()
  #withoutWords = 0
  #dangling = 0

  constructor({ away }: Pick<ReadingOptions, 'away'>) {
    this.#away = away
  }

  take(graph: Graph): void {
    const id = this.#freeId(graph.id)
    const { text, spans } = joined(graph)
    const knownAs = [graph.id, `${graph.id}.txt`, `${graph.id}.xml`]
    const about = { id, title: graph.id, metadata: new Map(graph.metadata), status: 'to-do' as const }
    const words = plainText(text)
    this.#documents.push({ ...about, text: this.#away?.text(words) ?? words, source: null, knownAs })
    const made = new Map<string, Data.LinkEnd>()
    for (const { id: unit, side } of graph.units) {
      const own = partsOf(unit, graph, spans)
      if (own.length === 0) {
        this.#withoutWords++
        continue
      }
      const annotation = `${id} ${unit}`
      made.set(unit, { annotation })
      this.#annotations.push({
        id: annotation,
        document: id,
        annotator: annotator.id,
        tag: this.#tag(side),
        spans: own,
        quote: own.map(({ start, end }) => text.slice(start, end)),
        prefix: '',
        suffix: '',
        claim: null,
        speaker: null,
        attributes: new Map(),
        confidence: null,
        note: '',
        created: unknownMoment,
      })
    }
    this.#edges(graph, id, made)
  }

  incoming(others: number): Incoming {
    const leftOut = [
      { what: 'files that are no argument graphs', count: others },
      { what: 'units without words', count: this.#withoutWords },
      { what: 'edges whose ends are not there', count: this.#dangling },
    ]
    return {
      project: null,
      annotators: [annotator],
      speakers: [],
      tags: [...this.#tags.values()],
      linkTypes: [...this.#linkTypes.values()],
      documents: this.#documents,
      claims: [],
      annotations: this.#annotations,
      links: this.#links,
      memos: [],
      leftOut: leftOut.filter(({ count }) => count > 0),
      doubts: [],
    }
  }

  /** An edge that points to an edge, as one that undercuts does, becomes a link onto a link. */
  #edges(graph: Graph, document: string, made: Map<string, Data.LinkEnd>): void {
    const arguing = graph.edges.filter(({ type }) => type !== 'seg')
    for (const { id } of arguing) made.set(id, { link: `${document} ${id}` })
    const links = arguing.flatMap(({ id, type, source, target }): Data.Link[] => {
      const [from, to] = [made.get(source), made.get(target)]
      if (!from || !to) return []
      return [
        {
          id: `${document} ${id}`,
          linkType: this.#linkType(linkNames[type] ?? type),
          source: from,
          target: to,
          annotator: annotator.id,
          strength: null,
          status: '',
          note: '',
          created: unknownMoment,
        },
      ]
    })
    const sound = new Set(afterTheirEnds(links, () => false))
    this.#dangling += arguing.length - sound.size
    for (const link of links) if (sound.has(link)) this.#links.push(link)
  }

  #tag(side: string): string {
    if (!this.#tags.has(side)) {
      this.#tags.set(side, { ...emptyTag(), id: side, name: sideNames[side] ?? side, color: '' })
    }
    return side
  }

  #linkType(name: string): string {
    if (!this.#linkTypes.has(name)) {
      const type = { id: name, name, symmetric: false, color: '#6b7280', sourceRoles: [], targetRoles: [] }
      this.#linkTypes.set(name, type)
    }
    return name
  }

  #freeId(wanted: string): string {
    const used = new Set(this.#documents.map(({ id }) => id))
    let id = wanted
    for (let again = 2; used.has(id); again++) id = `${wanted} ${again}`
    return id
  }
}

const sideNames: Readonly<Record<string, string>> = { pro: 'Proponent', opp: 'Opponent' }

/** The text of the units with a space between, and where each stands in it. */
function joined({ segments }: Graph): { text: string; spans: ReadonlyMap<string, Span> } {
  const spans = new Map<string, Span>()
  let text = ''
  for (const { id, text: words } of segments) {
    if (words === '') continue
    if (text !== '') text += ' '
    spans.set(id, { start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, spans }
}

/** The words of a unit, directly or through joints; those that follow one another are one passage. */
function partsOf(unit: string, { edges }: Graph, spans: ReadonlyMap<string, Span>): Span[] {
  const found: Span[] = []
  const seen = new Set<string>()
  const waiting = [unit]
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    if (seen.has(target)) continue
    seen.add(target)
    for (const edge of edges) {
      if (edge.type !== 'seg' || edge.target !== target) continue
      const span = spans.get(edge.source)
      if (!span) waiting.push(edge.source)
      else if (!found.includes(span)) found.push(span)
    }
  }
  found.sort((a, b) => a.start - b.start)
  const parts: Span[] = []
  for (const { start, end } of found) {
    const last = parts.at(-1)
    if (last && start <= last.end + 1) last.end = end
    else parts.push({ start, end })
  }
  return parts
}

const xmlIn = ({ paths }: SourceFiles): readonly string[] =>
  paths.includes('') ? [''] : paths.filter((path) => /\.xml$/i.test(path))

async function isGraph(source: SourceFiles, path: string): Promise<boolean> {
  for await (const piece of source.pieces(path)) {
    return mayBeginWith(Buffer.from(piece.subarray(0, 4096)).toString('latin1'), 'arggraph')
  }
  return false
}

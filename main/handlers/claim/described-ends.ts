import type { Repositories } from '../../../db/repositories/index.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DescribedEnd, Link, LinkEnd } from '../../../preload/contract/link.ts'

/** Code units of a quote or statement that stand in one line with others. */
const briefLength = 60

/** A link onto a link onto a link …: beyond this the innermost is only called “a link”. */
const deepest = 3

/** What is read of a project for it. */
export interface Described {
  annotationHits: Pick<Repositories['annotationHits'], 'find'>
  claims: Pick<Repositories['claims'], 'find' | 'get'>
  linkTypes: Pick<Repositories['linkTypes'], 'entry'>
  links: Pick<Repositories['links'], 'find' | 'get'>
}

/**
 * The same, each thing read once. For the ends of many links in one go, while nothing changes: thousands onto one
 * passage, or onto each other, all tell its words.
 */
export function readOnce({ annotationHits, claims, linkTypes, links }: Described): Described {
  const link = once(links.find)
  return {
    annotationHits: { find: once(annotationHits.find) },
    claims: { find: once(claims.find), get: once(claims.get) },
    linkTypes: { entry: once(linkTypes.entry) },
    links: { find: link, get: (id) => link(id) ?? links.get(id) },
  }
}

function once<Id, Thing>(read: (id: Id) => Thing): (id: Id) => Thing {
  const known = new Map<Id, Thing>()
  return (id) => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id) as Thing
  }
}

/** Ends of links as people see them. */
export function createDescriber({ annotationHits, claims, linkTypes, links }: Described) {
  function find(end: LinkEnd): DescribedEnd | undefined {
    if ('annotation' in end) {
      const annotation = annotationHits.find(end.annotation)
      return annotation && { kind: 'annotation', annotation }
    }
    if ('claim' in end) {
      const claim = claims.find(end.claim)
      return claim && { kind: 'claim', claim: claim.id, statement: claim.statement }
    }
    const link = links.find(end.link)
    return link && { kind: 'link', link: link.id, words: wordsOfLink(link, 0) }
  }

  function get(end: LinkEnd): DescribedEnd {
    const described = find(end)
    if (described === undefined) throw new Failure('not-found', 'What is to be linked is not there any more.')
    return described
  }

  /** `rebuts: “words…” → “words…”`; `↔` where both ends are alike. */
  function wordsOfLink(link: Link, depth: number): string {
    const { name, symmetric } = linkTypes.entry(link.linkTypeId)
    return `${name}: ${wordsOf(link.source, depth)} ${symmetric ? '↔' : '→'} ${wordsOf(link.target, depth)}`
  }

  function wordsOf(end: LinkEnd, depth: number): string {
    if ('annotation' in end) return `“${brief(annotationHits.find(end.annotation)?.quote.join(' … ') ?? '')}”`
    if ('claim' in end) return `“${brief(claims.get(end.claim).statement)}”`
    return depth === deepest ? 'a link' : `(${wordsOfLink(links.get(end.link), depth + 1)})`
  }

  return {
    /** Undefined when it has gone. */
    find,
    get,
    /** Fails with `not-found` when it has gone. */
    requireEnd: (end: LinkEnd): void => void get(end),
  }
}

/** One line, cut at a word where that costs little. */
export function brief(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  if (line.length <= briefLength) return line
  const cut = line.slice(0, briefLength).replace(/[\ud800-\udbff]$/u, '')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > briefLength / 2 ? space : undefined).trimEnd()}…`
}

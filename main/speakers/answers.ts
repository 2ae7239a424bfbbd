import type { SpokenEnd, SpokenLink } from '../../db/repositories/answering-links.ts'
import type { Repositories } from '../../db/repositories/index.ts'
import type { ClaimId, DocumentId, LinkId } from '../../preload/contract/ids.ts'
import { isAgainst, isFor } from '../../preload/contract/link-type.ts'
import type { Stance, Voice } from '../../preload/contract/speaker.ts'
import { inSlices } from '../answers/slices.ts'
import { undetermined, type Voices } from './voices.ts'

export const stances: readonly Stance[] = ['against', 'for', 'other']

/** Links and claims that are read in one go: some milliseconds. */
const linksAtOnce = 4000
const claimsAtOnce = 400

/** A link onto a link onto a link …: beyond this nobody that is known. */
const deepest = 8

/**
 * Every answer of a project, as columns: one row for each link and pair of voices it ties. `swapped`: the target of a
 * symmetric link answers its source. `document`: where the answer stands, 0 where that is nowhere.
 */
export interface Answers {
  voices: readonly Voice[]
  link: Int32Array
  from: Int32Array
  to: Int32Array
  /** Places in `stances`. */
  stance: Uint8Array
  swapped: Uint8Array
  document: Int32Array
}

/** Who says an end, each with the earliest document they say it in. */
type Said = ReadonlyMap<number, DocumentId | 0>

/** Reads all links; rests in between, so that nobody waits for it. `earlier`: of two documents the earlier one. */
export async function readAnswers(
  { answeringLinks, linkTypes }: Pick<Repositories, 'answeringLinks' | 'linkTypes'>,
  voices: Voices,
  earlier: (one: DocumentId | 0, other: DocumentId | 0) => DocumentId | 0,
): Promise<Answers> {
  const slices = inSlices()
  const links = new Map<LinkId, SpokenLink>()
  for (let last: LinkId | 0 = 0; ; ) {
    const read: SpokenLink[] = answeringLinks.after(last, linksAtOnce)
    for (const link of read) links.set(link.id, link)
    if (read.length < linksAtOnce) break
    last = read.at(-1)!.id
    await slices.rest()
  }
  const statedBy = await readStated(answeringLinks, links.values(), voices, earlier, slices.rest)

  const types = new Map(linkTypes.entries().map((type) => [type.id, type]))
  const rows = { link: [], from: [], to: [], stance: [], swapped: [], document: [] } as Record<
    'link' | 'from' | 'to' | 'stance' | 'swapped' | 'document',
    number[]
  >
  const said = (end: SpokenEnd, depth = 0): Said => {
    if (end.claim !== null) return statedBy.get(end.claim) ?? nobody
    if (end.link === null) return new Map([[voices.of(end.speaker, end.document), end.document ?? 0]])
    const link = links.get(end.link)
    return link && depth < deepest ? said(link.source, depth + 1) : nobody
  }
  const add = (link: LinkId, stance: number, swapped: number, by: Said, to: Said) => {
    for (const [from, document] of by) {
      for (const other of to.keys()) {
        rows.link.push(link)
        rows.from.push(from)
        rows.to.push(other)
        rows.stance.push(stance)
        rows.swapped.push(swapped)
        rows.document.push(document)
      }
    }
  }
  let done = 0
  for (const { id, type: typeId, source, target } of links.values()) {
    const type = types.get(typeId)!
    const stance = isAgainst(type) ? 0 : isFor(type) ? 1 : 2
    const [by, to] = [said(source), said(target)]
    add(id, stance, 0, by, to)
    if (type.symmetric) add(id, stance, 1, to, by)
    if (++done % linksAtOnce === 0) await slices.rest()
  }
  return {
    voices: voices.all,
    link: Int32Array.from(rows.link),
    from: Int32Array.from(rows.from),
    to: Int32Array.from(rows.to),
    stance: Uint8Array.from(rows.stance),
    swapped: Uint8Array.from(rows.swapped),
    document: Int32Array.from(rows.document),
  }
}

/** A claim that nobody states is said by nobody that is known. */
const nobody: Said = new Map([[0, 0]])

async function readStated(
  answeringLinks: Repositories['answeringLinks'],
  links: Iterable<SpokenLink>,
  voices: Voices,
  earlier: (one: DocumentId | 0, other: DocumentId | 0) => DocumentId | 0,
  rest: () => Promise<void> | undefined,
): Promise<Map<ClaimId, Map<number, DocumentId | 0>>> {
  const claims = new Set<ClaimId>()
  for (const { source, target } of links) {
    for (const { claim } of [source, target]) if (claim !== null) claims.add(claim)
  }
  const stated = new Map<ClaimId, Map<number, DocumentId | 0>>()
  const wanted = [...claims]
  for (let at = 0; at < wanted.length; at += claimsAtOnce) {
    for (const { claim, document, speaker } of answeringLinks.stated(wanted.slice(at, at + claimsAtOnce))) {
      const by = stated.get(claim) ?? new Map<number, DocumentId | 0>()
      stated.set(claim, by)
      const voice = voices.of(speaker, document)
      const before = by.get(voice)
      by.set(voice, before === undefined ? document : earlier(before, document))
    }
    await rest()
  }
  return stated
}

/** The place of a voice by its key; -1 where it says nothing any more. */
export function placeOfVoice(voices: readonly Voice[], key: string): number {
  return key === undetermined.key ? 0 : voices.findIndex((voice) => voice.key === key)
}

import type { ArgumentMap, MapLink, MapNode } from '../../../preload/contract/argument-map.ts'
import type { ClaimId, LinkId, LinkTypeId } from '../../../preload/contract/ids.ts'
import { type LinkType, standardLinkTypes } from '../../../preload/contract/link-type.ts'

const all: LinkType[] = standardLinkTypes.map((type, at) => ({
  ...type,
  sourceRoles: [...type.sourceRoles],
  targetRoles: [...type.targetRoles],
  id: (at + 1) as LinkTypeId,
  uses: 0,
}))
export const types = new Map<number, LinkType>(all.map((type) => [type.id, type]))
const idOf = (uid: string) => all.find((type) => type.uid === uid)!.id

export const nodeSaying = (id: number, text: string): MapNode => ({
  key: `c${id}`,
  claim: id as ClaimId,
  passage: null,
  text,
  where: '',
  first: { speaker: 'Ada & “Bo”', speakerFrom: null, document: 'A <text>', date: '2021-05' },
  mentions: 1,
  answered: false,
  beyond: 0,
})
export const linkFrom = (id: number, type: string, source: string, target: string): MapLink => ({
  key: `l${id}`,
  linkTypeId: idOf(type),
  source,
  target,
  links: [id as LinkId],
})

/** A claim, what rebuts it, what undercuts that, and what supports both. */
export const smallMap: ArgumentMap = {
  nodes: [
    nodeSaying(1, 'The tram “pays” for itself & its <rails>.'),
    nodeSaying(2, 'It never does.'),
    nodeSaying(3, 'The survey counted no costs.\nNone.'),
    nodeSaying(4, 'Costs fall.'),
  ],
  links: [
    linkFrom(1, 'rebuts', 'c2', 'c1'),
    linkFrom(2, 'undercuts', 'c3', 'l1'),
    linkFrom(3, 'supports', 'c4', 'c1'),
    linkFrom(4, 'counter-claim', 'c3', 'c4'),
  ],
  leftOut: 0,
  passagesLeftOut: 0,
}

/** Statements of different lengths, each linked to one or two before it, every tenth an undercut. */
export function largeMap(size: number): ArgumentMap {
  const nodes = Array.from({ length: size }, (_, at) =>
    nodeSaying(
      at + 1,
      `Statement ${at + 1}: ${'the tram pays for itself within nine years '.repeat((at % 4) + 1)}`,
    ),
  )
  const links: MapLink[] = []
  for (let at = 2; at <= size; at++) {
    const before = 1 + ((at * 7919) % (at - 1))
    const type = ['rebuts', 'supports', 'rebuts', 'counter-claim'][at % 4]!
    links.push(linkFrom(links.length + 1, type, `c${at}`, `c${before}`))
    if (at % 10 === 0) links.push(linkFrom(links.length + 1, 'undercuts', `c${at - 1}`, `l${links.length}`))
    if (at % 3 === 0)
      links.push(linkFrom(links.length + 1, 'supports', `c${at}`, `c${1 + ((at * 31) % (at - 1))}`))
  }
  return { nodes, links, leftOut: 0, passagesLeftOut: 0 }
}

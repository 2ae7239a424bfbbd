import { isAgainst, isFor, type LinkType } from '../../preload/contract/link-type.ts'
import type { Argument } from './argument.ts'
import { keptWith } from './kept-with.ts'
import { type Node, sourceNode, targetNode } from './nodes.ts'

/** Whether a link stands against its target, or for it; of a symmetric type the same goes for its source. */
export interface Stance {
  against: boolean
  supports: boolean
  symmetric: boolean
}

/** By id of a link type. */
export type Stances = ReadonlyMap<number, Stance>

export const stancesOf = (
  types: readonly Pick<LinkType, 'id' | 'uid' | 'symmetric' | 'sourceRoles'>[],
): Stances =>
  new Map(
    types.map((type) => [
      type.id,
      { against: isAgainst(type), supports: isFor(type), symmetric: type.symmetric },
    ]),
  )

/** What is answered, by which link, and whether it is the link’s source that is, so that its target answers. */
type TakeAttack = (answered: Node, link: number, isSwapped: boolean) => void

/**
 * Calls `take` for each claim, or passage that states none, that a link stands against, in the order the links were
 * made: a link against one mention answers the claim. Of a symmetric type its source is answered too, be it the same.
 */
export function eachAttack(argument: Argument, stances: Stances, take: TakeAttack): void {
  const { type } = argument
  for (let link = 1; link < type.length; link++) {
    const stance = type[link] === 0 ? undefined : stances.get(type[link]!)
    if (!stance?.against) continue
    const target = targetNode(argument, link)
    if (target !== 0) take(target, link, false)
    if (!stance.symmetric) continue
    const source = sourceNode(argument, link)
    if (source !== 0) take(source, link, true)
  }
}

/** What is answered: 1 by claim id, and by the id of a passage, which is as answered as the claim that it states. */
export interface Answered {
  claims: Uint8Array
  passages: Uint8Array
}

/** The one rule of what is answered, which all that counts or lists goes by. */
export const answeredNodes = keptWith((argument: Argument, stances: Stances): Answered => {
  const { claim, document } = argument
  const claims = new Uint8Array((argument.claims.at(-1) ?? 0) + 1)
  const passages = new Uint8Array(document.length)
  eachAttack(argument, stances, (node) => {
    if (node > 0) claims[node] = 1
    else passages[-node] = 1
  })
  for (let id = 1; id < document.length; id++)
    if (document[id] !== 0 && claims[claim[id]!] === 1) passages[id] = 1
  return { claims, passages }
})

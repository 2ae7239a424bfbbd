import type { Argument } from './argument.ts'

/**
 * A side of an argument: a claim, with all passages that state it, by its id; a passage that states none by its id
 * below zero; 0 is neither.
 */
export type Node = number

/** Where an end of a link belongs: to its claim, where it has one. An end that is a link is no node. */
function nodeAt({ document, claim }: Argument, annotation: number, ownClaim: number): Node {
  if (ownClaim !== 0) return ownClaim
  if (annotation === 0 || document[annotation] === 0) return 0
  return claim[annotation] || -annotation
}

export const sourceNode = (argument: Argument, link: number): Node =>
  nodeAt(argument, argument.sourceAnnotation[link]!, argument.sourceClaim[link]!)

export const targetNode = (argument: Argument, link: number): Node =>
  nodeAt(argument, argument.targetAnnotation[link]!, argument.targetClaim[link]!)

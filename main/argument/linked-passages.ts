import type { Argument } from './argument.ts'
import { largestClaim } from './by-claim.ts'

/** By annotation id, 1 where there is a link of the passage or of the claim that it states. */
export function linkedPassages(argument: Argument): Uint8Array {
  const { document, claim, claims, type, sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } =
    argument
  const linked = new Uint8Array(document.length)
  const linkedClaims = new Uint8Array(largestClaim(claims) + 1)
  for (let id = 1; id < type.length; id++) {
    if (type[id] === 0) continue
    linked[sourceAnnotation[id]!] = 1
    linked[targetAnnotation[id]!] = 1
    linkedClaims[sourceClaim[id]!] = 1
    linkedClaims[targetClaim[id]!] = 1
  }
  linkedClaims[0] = 0
  for (let id = 1; id < document.length; id++) if (linkedClaims[claim[id]!] === 1) linked[id] = 1
  return linked
}

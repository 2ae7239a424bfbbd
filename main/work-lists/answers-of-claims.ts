import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { Argument } from '../argument/argument.ts'
import { eachAttack } from '../argument/attacks.ts'
import { keptWith } from '../argument/kept-with.ts'
import { targetNode } from '../argument/nodes.ts'
import type { Surroundings } from './surroundings.ts'

/** In the place of a voice: more than one, or one that is not known. */
export const severalVoices = -0x7fffffff

export interface VoicesAgainst {
  /** By claim id: who alone speaks against it; 0 nobody, `severalVoices` several or somebody unknown. */
  voice: Int32Array
  /** By claim id: how many links stand against it. */
  links: Int32Array
}

/**
 * Who speaks against each claim. An answer is a link against the claim or one of its mentions, and spoken by whoever
 * says the passage it comes from, or all who state the claim that it comes from.
 */
export const voicesAgainst = keptWith((argument: Argument, about: Surroundings): VoicesAgainst => {
  const { sourceAnnotation, sourceClaim, targetAnnotation, targetClaim } = argument
  const voice = new Int32Array((argument.claims.at(-1) ?? 0) + 1)
  const links = new Int32Array(voice.length)
  let statedBy: Int32Array | null = null

  eachAttack(argument, about.stances, (answered, link, isSwapped) => {
    if (answered < 0) return
    // Between two mentions of one claim it is one link.
    if (!isSwapped || targetNode(argument, link) !== answered) links[answered]! += 1
    if (isSwapped) answer(answered, targetClaim[link]!, targetAnnotation[link]!)
    else answer(answered, sourceClaim[link]!, sourceAnnotation[link]!)
  })
  return { voice, links }

  function answer(answered: number, byClaim: number, by: number): void {
    statedBy ??= byClaim > 0 ? voicesOfClaims(argument, about) : null
    const own = byClaim > 0 ? statedBy![byClaim]! : by > 0 ? somebody(by, argument, about) : 0
    if (own === 0) voice[answered] = severalVoices
    else if (voice[answered] === 0) voice[answered] = own
    else if (voice[answered] !== own) voice[answered] = severalVoices
  }
})

/** Who says a passage, as a place among the voices. */
export function voiceOf(
  annotation: number,
  { document, speaker, start }: Argument,
  { voices }: Surroundings,
): number {
  return voices.of(
    (speaker[annotation] || null) as SpeakerId | null,
    document[annotation] as DocumentId,
    start[annotation]!,
  )
}

/** Whether one of these speakers says a passage, as it is known who says it; of none any does. */
export function saidByAny(
  speakerIds: readonly SpeakerId[],
  argument: Argument,
  about: Surroundings,
): (annotation: number) => boolean {
  if (speakerIds.length === 0) return () => true
  const wanted = new Set<SpeakerId | null>(speakerIds)
  return (id) => wanted.has(about.voices.all[voiceOf(id, argument, about)]!.speakerId)
}

/** Who says a passage; 0 where it is not known who that is. */
function somebody(annotation: number, argument: Argument, about: Surroundings): number {
  const voice = voiceOf(annotation, argument, about)
  return about.voices.isSomebody(voice) ? voice : 0
}

/** By claim id: who alone states it; 0 nobody or somebody unknown, `severalVoices` several. */
function voicesOfClaims(argument: Argument, about: Surroundings): Int32Array {
  const { claim, order } = argument
  const voice = new Int32Array((argument.claims.at(-1) ?? 0) + 1)
  for (const id of order) {
    const own = claim[id]!
    if (own === 0) continue
    const one = somebody(id, argument, about) || severalVoices
    voice[own] = voice[own] === 0 || voice[own] === one ? one : severalVoices
  }
  return voice
}

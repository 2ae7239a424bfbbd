import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { Speaker } from '../../../preload/contract/speaker.ts'

/** Who says a passage: the speaker that is set, else whom its turn names, as the register calls them; '' for neither. */
export function whoSays(
  { speakerId, turn = '' }: Pick<AnnotationHit, 'speakerId' | 'turn'>,
  speakers: readonly Speaker[],
): string {
  if (speakerId !== null) return speakers.find(({ id }) => id === speakerId)?.name ?? ''
  const named = turn.toLowerCase()
  const goesBy = ({ name, variants }: Speaker) =>
    [name, ...variants].some((one) => one.trim().toLowerCase() === named)
  return turn === '' ? '' : (speakers.find(goesBy)?.name ?? turn)
}

import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { Stance, Voice } from '../../preload/contract/speaker.ts'
import type { Argument } from '../argument/argument.ts'
import { mentionsByClaim, rowsOfClaim } from '../argument/by-claim.ts'
import { inSlices } from '../slices.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'
import { type AnswerColumns, AnswerRows } from './answer-rows.ts'
import { undetermined, type Voices } from './voices.ts'

/** As whoever asks is told of them. */
export const ways: readonly Stance[] = ['against', 'for', 'other']

/** Links between two looks at the clock. */
const linksAtOnce = 1000

/** A link onto a link onto a link …: beyond this nobody that is known. */
const deepest = 8

/** Every answer of a project. */
export interface Answers extends AnswerColumns {
  voices: readonly Voice[]
}

/** Who says an end, each with the earliest document they say it in. */
type Said = ReadonlyMap<number, number>

/** A claim that nobody states is said by nobody that is known. */
const nobody: Said = new Map([[0, 0]])

/** Goes through all links; rests in between, so that nobody waits for it. */
export async function readAnswers(
  argument: Argument,
  { dates, stances }: Pick<Surroundings, 'dates' | 'stances'>,
  voices: Voices,
): Promise<Answers> {
  const { document, speaker, start } = argument
  const mentions = mentionsByClaim(argument)
  const stated = new Map<number, Said>()

  const voiceOf = (annotation: number) =>
    voices.of(
      (speaker[annotation] || null) as SpeakerId | null,
      document[annotation] as DocumentId,
      start[annotation]!,
    )

  function saidByClaim(id: number): Said {
    const known = stated.get(id)
    if (known) return known
    const by = new Map<number, number>()
    for (const mention of rowsOfClaim(mentions, id)) {
      const [voice, at] = [voiceOf(mention), document[mention]!]
      const before = by.get(voice)
      by.set(voice, before === undefined ? at : dates.earlier(before, at))
    }
    const said = by.size > 0 ? by : nobody
    stated.set(id, said)
    return said
  }
  function saidBy(side: 'source' | 'target', link: number, depth = 0): Said {
    const annotation = (side === 'source' ? argument.sourceAnnotation : argument.targetAnnotation)[link]!
    if (annotation !== 0) return new Map([[voiceOf(annotation), document[annotation]!]])
    const stating = (side === 'source' ? argument.sourceClaim : argument.targetClaim)[link]!
    if (stating !== 0) return saidByClaim(stating)
    const inner = (side === 'source' ? argument.sourceLink : argument.targetLink)[link]!
    return inner !== 0 && depth < deepest ? saidBy('source', inner, depth + 1) : nobody
  }

  const rows = new AnswerRows()
  const put = (id: number, way: number, isSwapped: boolean, by: number, of: number, at: number) =>
    rows.put(id, way, Number(isSwapped), by, of, at)
  const add = (id: number, way: number, isSwapped: boolean, by: Said, of: Said) => {
    for (const [voice, at] of by) for (const other of of.keys()) put(id, way, isSwapped, voice, other, at)
  }
  /** Either end answers the other; whoever says both answers themselves once, where they say it last. */
  const addMutual = (id: number, way: number, by: Said, of: Said) => {
    for (const [voice, at] of by) {
      for (const [other, otherAt] of of) {
        const isTargetLast = voice === other && dates.later(at, otherAt) !== at
        put(id, way, isTargetLast, voice, other, isTargetLast ? otherAt : at)
        if (voice !== other) put(id, way, true, other, voice, otherAt)
      }
    }
  }
  const slices = inSlices()
  for (let id = 1; id < argument.type.length; id++) {
    if (id % linksAtOnce === 0) await slices.rest()
    const stance = argument.type[id] === 0 ? undefined : stances.get(argument.type[id]!)
    if (stance) {
      const way = stance.against ? 0 : stance.supports ? 1 : 2
      const [source, target] = [argument.sourceAnnotation[id]!, argument.targetAnnotation[id]!]
      // Most links go from a passage to a passage: one voice each, for which no map is made.
      if (source !== 0 && target !== 0 && !stance.symmetric) {
        put(id, way, false, voiceOf(source), voiceOf(target), document[source]!)
        continue
      }
      const [by, of] = [saidBy('source', id), saidBy('target', id)]
      if (stance.symmetric) addMutual(id, way, by, of)
      else add(id, way, false, by, of)
    }
  }
  return { voices: voices.all, ...rows.taken() }
}

/** The place of a voice by its key; -1 where it says nothing any more. */
export function placeOfVoice(voices: readonly Voice[], key: string): number {
  return key === undetermined.key ? 0 : voices.findIndex((voice) => voice.key === key)
}

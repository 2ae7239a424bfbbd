import type { DocumentId, LinkId, SpeakerId } from '../../preload/contract/ids.ts'
import { type ClaimLives, MarkKind, type Marks } from '../../preload/contract/timeline.ts'
import type { Argument } from '../argument/argument.ts'
import { eachAttack, type Stances } from '../argument/attacks.ts'
import {
  type ByClaim,
  groupByClaim,
  largestClaim,
  mentionsByClaim,
  rowsOfClaim,
} from '../argument/by-claim.ts'
import { targetNode } from '../argument/nodes.ts'
import { sharedWork } from '../shared-work.ts'
import { inSlices, type Slices } from '../slices.ts'
import type { Surroundings } from '../work-lists/surroundings.ts'

/** Claims between two looks at the clock. */
const claimsAtOnce = 200

export type Lives = ReturnType<typeof livesOf>

/**
 * When each claim is stated and answered. A link against a claim or against one of its mentions answers it, of a
 * symmetric type either end; an answer that is a claim is made by every passage that states that one.
 */
export function livesOf(
  argument: Argument,
  { voices, dates, stances }: Pick<Surroundings, 'voices' | 'dates' | 'stances'>,
) {
  const { document, speaker, start, claims } = argument
  const largest = largestClaim(claims)
  const mentions = mentionsByClaim(argument)
  const answers = answersByClaim(argument, stances, largest)

  const voiceOf = (annotation: number) =>
    voices.of(
      (speaker[annotation] || null) as SpeakerId | null,
      document[annotation] as DocumentId,
      start[annotation]!,
    )

  /** Of two passages the first by date, then in reading order; 0 is none. */
  function firstOf(one: number, other: number): number {
    if (one === 0 || other === 0) return one || other
    const order = dates.compare(document[one]!, document[other]!)
    return order < 0 || (order === 0 && argument.isBefore(one, other)) ? one : other
  }

  /** The passage or the claim that makes an answer; 0 for the other, and twice for a link. */
  function givenBy(row: number): [annotation: number, claim: number] {
    const link = answers.link[row]!
    return answers.swapped[row]
      ? [argument.targetAnnotation[link]!, argument.targetClaim[link]!]
      : [argument.sourceAnnotation[link]!, argument.sourceClaim[link]!]
  }

  /** The passages that make an answer: one, those that state a claim, or none that is known. */
  function* answering(row: number): Generator<{ link: number; annotation: number }> {
    const link = answers.link[row]!
    const [annotation, by] = givenBy(row)
    if (annotation !== 0) yield { link, annotation }
    else if (by !== 0) for (const mention of rowsOfClaim(mentions, by)) yield { link, annotation: mention }
  }

  /** By claim id: where it is stated, so that an answer which is a claim is not gone through mention by mention. */
  async function statedOfAll(slices: Slices) {
    const column = () => new Int32Array(largest + 1)
    const stated = { mentions: column(), undated: column(), first: column(), last: column() }
    for (let id = 1; id <= largest; id++) {
      let first = 0
      for (const annotation of rowsOfClaim(mentions, id)) {
        stated.mentions[id]! += 1
        const at = document[annotation]!
        if (!dates.isDated(at)) {
          stated.undated[id]! += 1
          continue
        }
        first = firstOf(first, annotation)
        stated.last[id] = dates.later(stated.last[id]!, at)
      }
      stated.first[id] = first
      if (id % claimsAtOnce === 0) await slices.rest()
    }
    return stated
  }

  async function summaries(): Promise<ClaimLives> {
    const slices = inSlices()
    const column = () => new Int32Array(claims.length)
    const stated = await statedOfAll(slices)
    const lives = {
      voices: [],
      claim: Int32Array.from(claims),
      mentions: column(),
      undated: column(),
      first: column(),
      firstVoice: column(),
      last: column(),
      answers: column(),
      answer: column(),
      answerVoice: column(),
      lastAnswer: column(),
    }
    for (const [row, id] of claims.entries()) {
      lives.mentions[row] = stated.mentions[id]!
      lives.undated[row] = stated.undated[id]!
      lives.last[row] = stated.last[id]!
      const first = stated.first[id]!
      let firstAnswer = 0
      for (const answer of rowsOfClaim(answers, id)) {
        const [annotation, by] = givenBy(answer)
        const isPassage = annotation !== 0
        const at = document[annotation]!
        const dated = dates.isDated(at) ? { annotation, at } : { annotation: 0, at: 0 }
        firstAnswer = firstOf(firstAnswer, isPassage ? dated.annotation : stated.first[by]!)
        lives.lastAnswer[row] = dates.later(lives.lastAnswer[row]!, isPassage ? dated.at : stated.last[by]!)
        lives.answers[row]! += isPassage ? 1 : Math.max(1, stated.mentions[by]!)
      }
      lives.first[row] = document[first]!
      lives.firstVoice[row] = first && voiceOf(first)
      lives.answer[row] = document[firstAnswer]!
      lives.answerVoice[row] = firstAnswer && voiceOf(firstAnswer)
      if (row % claimsAtOnce === 0) await slices.rest()
    }
    return { ...lives, voices: [...voices.all] }
  }

  function marks(ids: readonly number[]): Marks {
    type Mark = { claim: number; kind: number; annotation: number; link: number }
    const all: Mark[] = []
    for (const id of ids) {
      if (id > largest) continue
      const own: Mark[] = []
      for (const annotation of rowsOfClaim(mentions, id))
        own.push({ claim: id, kind: MarkKind.stated, annotation, link: 0 })
      for (const answer of rowsOfClaim(answers, id)) {
        for (const { annotation, link } of answering(answer))
          own.push({ claim: id, kind: MarkKind.answered, annotation, link })
      }
      all.push(
        ...own.sort(
          (a, b) =>
            dates.compare(document[a.annotation]!, document[b.annotation]!) ||
            Number(argument.isBefore(b.annotation, a.annotation)) -
              Number(argument.isBefore(a.annotation, b.annotation)),
        ),
      )
    }
    const voice = Int32Array.from(all, ({ annotation }) => voiceOf(annotation))
    return {
      voices: [...voices.all],
      claim: Int32Array.from(all, (mark) => mark.claim),
      kind: Uint8Array.from(all, (mark) => mark.kind),
      annotation: Int32Array.from(all, (mark) => mark.annotation),
      document: Int32Array.from(all, (mark) => document[mark.annotation]!),
      voice,
      link: Int32Array.from(all, (mark) => mark.link as LinkId),
    }
  }

  const told = new Map<'all', Promise<ClaimLives>>()
  return {
    /** Worked out once. */
    summaries: () => sharedWork(told, 'all', summaries),
    marks,
  }
}

/** For each claim the links against it and its mentions, each link once a claim; `swapped` where its source is answered. */
function answersByClaim(
  argument: Argument,
  stances: Stances,
  largest: number,
): ByClaim & { link: Int32Array; swapped: Uint8Array } {
  const link: number[] = []
  const swapped: number[] = []
  const answered: number[] = []
  eachAttack(argument, stances, (claim, id, isSwapped) => {
    if (claim < 0 || (isSwapped && targetNode(argument, id) === claim)) return
    link.push(id)
    swapped.push(Number(isSwapped))
    answered.push(claim)
  })
  return {
    ...groupByClaim(largest, answered.length, (row) => answered[row]!),
    link: Int32Array.from(link),
    swapped: Uint8Array.from(swapped),
  }
}

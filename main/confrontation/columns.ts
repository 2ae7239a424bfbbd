import type {
  AnswerColumns,
  ConfrontationChoice,
  ConfrontationColumns,
  ConfrontationOrder,
} from '../../preload/contract/confrontation.ts'
import type { Slices } from '../slices.ts'
import type { Confrontations } from './read-graph.ts'

/** Claims and their answers, in order. */
export async function confrontationColumns(
  all: Confrontations,
  things: readonly number[],
  { order, show, only }: ConfrontationChoice,
  slices: Slices,
): Promise<ConfrontationColumns> {
  const { graph, sorting } = all
  const unanswered = all.claims.reduce((count, thing) => count + Number(!graph.isAnswered(thing)), 0)
  const wanted =
    only !== null
      ? [only]
      : show === 'all'
        ? things
        : things.filter((thing) => graph.isAnswered(thing) === (show === 'answered'))
  const claim = sorting.sorted(wanted, order)
  const start = new Int32Array(claim.length + 1)
  const answers: number[] = []
  for (const [row, thing] of claim.entries()) {
    for (const answer of sorting.sortedAnswers(graph.answersTo(thing), order, all.passageOf))
      answers.push(answer)
    start[row + 1] = answers.length
    const resting = slices.rest()
    if (resting) await resting
  }
  return {
    claim,
    start,
    answered: Uint8Array.from(claim, (thing) => Number(graph.isAnswered(thing))),
    ...(await answerColumns(all, answers, slices)),
    claims: all.claims.length,
    unanswered,
    others: things.length - all.claims.length,
  }
}

/** The answers to an answer. */
export function furtherAnswers(all: Confrontations, answer: number, order: ConfrontationOrder): number[] {
  return all.sorting.sortedAnswers(all.graph.answersToAnswer(answer), order, all.passageOf)
}

export async function answerColumns(
  { graph }: Confrontations,
  answers: readonly number[],
  slices: Slices,
): Promise<AnswerColumns> {
  const further = new Int32Array(answers.length)
  for (const [row, answer] of answers.entries()) {
    further[row] = graph.countOfAnswersToAnswer(answer)
    const resting = slices.rest()
    if (resting) await resting
  }
  return {
    answer: Int32Array.from(answers),
    by: Int32Array.from(answers, (answer) => graph.giverOf(answer)),
    further,
  }
}

/**
 * What stands left: the claims, and what else is answered without answering any of them itself, so that no answer is
 * left out. What only answers in a circle stands there once.
 */
export async function standingLeft({ graph, claims }: Confrontations, slices: Slices): Promise<number[]> {
  const left = new Set(claims)
  const answered = [...graph.answeredThings()].filter((thing) => !left.has(thing))
  if (answered.length === 0) return claims
  const reached = new Set<number>()
  const seen = new Set<number>()
  const follow = async (thing: number) => {
    const open = [...graph.answersTo(thing)]
    for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
      if (seen.has(answer)) continue
      seen.add(answer)
      reached.add(graph.giverOf(answer))
      if (graph.countOfAnswersToAnswer(answer) > 0) open.push(...graph.answersToAnswer(answer))
      const resting = slices.rest()
      if (resting) await resting
    }
  }
  for (const thing of claims) await follow(thing)
  const rest = answered.filter((thing) => !reached.has(thing))
  const givers = new Set(
    rest.flatMap((thing) => [...graph.answersTo(thing)].map((one) => graph.giverOf(one))),
  )
  for (const thing of [...rest.filter((one) => !givers.has(one)), ...rest]) {
    if (left.has(thing) || reached.has(thing)) continue
    left.add(thing)
    await follow(thing)
  }
  return [...left]
}

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
  await slices.rest()
  const start = new Int32Array(claim.length + 1)
  const answers: number[] = []
  for (const [row, thing] of claim.entries()) {
    graph.eachAnswerTo(thing, (answer) => answers.push(answer))
    start[row + 1] = answers.length
  }
  await slices.rest()
  const answer = sorting.sortedAnswers(answers, start, order, all.passageOf)
  await slices.rest()
  return {
    claim,
    start,
    answered: Uint8Array.from(claim, (thing) => Number(graph.isAnswered(thing))),
    ...(await answerColumns(all, answer, slices)),
    claims: all.claims.length,
    cards: all.claims.reduce((count, thing) => count + Number(thing > 0), 0),
    unanswered,
    others: things.length - all.claims.length,
  }
}

/** The answers to an answer. */
export function furtherAnswers(
  { graph, sorting, passageOf }: Confrontations,
  answer: number,
  order: ConfrontationOrder,
): Int32Array<ArrayBuffer> {
  const answers = [...graph.answersToAnswer(answer)]
  return sorting.sortedAnswers(answers, Int32Array.of(0, answers.length), order, passageOf)
}

/** Answers between two looks at the clock. */
const answersAtOnce = 5000

export async function answerColumns(
  { graph }: Confrontations,
  answer: Int32Array<ArrayBuffer>,
  slices: Slices,
): Promise<AnswerColumns> {
  const further = new Int32Array(answer.length)
  for (let row = 0; row < answer.length; row++) {
    further[row] = graph.countOfAnswersToAnswer(answer[row]!)
    if (row % answersAtOnce === 0) await slices.rest()
  }
  return { answer, by: answer.map((one) => graph.giverOf(one)), further }
}

/**
 * What stands left: the claims, and what else is answered without answering any of them itself, so that no answer is
 * left out. What only answers in a circle stands there once.
 */
export function standingLeft({ graph, claims }: Pick<Confrontations, 'graph' | 'claims'>): number[] {
  // By place: what stands left or answers something that does, be it over several steps.
  const reached = new Uint8Array(graph.places + 1)
  const seen = new Set<number>()
  const open: number[] = []
  const reach = (thing: number) => {
    const place = graph.placeOf(thing)
    if (reached[place] === 1) return
    reached[place] = 1
    open.push(thing)
  }
  const takeAnswer = (answer: number) => {
    const giver = graph.giverOf(answer)
    if (giver !== 0) reach(giver)
    graph.eachOnStep(answer, takeStep)
  }
  // Against a link there are few, which may stand against each other in a circle.
  const takeStep = (answer: number) => {
    if (seen.has(answer)) return
    seen.add(answer)
    takeAnswer(answer)
  }
  const follow = () => {
    for (let thing = open.pop(); thing !== undefined; thing = open.pop())
      graph.eachAnswerTo(thing, takeAnswer)
  }
  for (const thing of claims) reach(thing)
  follow()
  const isReached = (thing: number) => reached[graph.placeOf(thing)] === 1
  const rest = graph.answeredThings().filter((thing) => !isReached(thing))
  const givers = new Set<number>()
  for (const thing of rest) graph.eachAnswerTo(thing, (answer) => givers.add(graph.giverOf(answer)))
  const left = [...claims]
  for (const thing of [...rest.filter((one) => !givers.has(one)), ...rest]) {
    if (isReached(thing)) continue
    left.push(thing)
    reach(thing)
    follow()
  }
  return left
}

import type {
  AnswerColumns,
  ConfrontedAnswer,
  ConfrontedClaim,
} from '../../../preload/contract/confrontation.ts'
import { request } from '../../client.ts'
import { Described } from '../described.ts'
import { say, showFailure } from '../notices.ts'
import { workbench } from '../workbench.ts'
import { ConfrontationRows } from './confrontation-rows.ts'
import { type ConfrontationView, type Confronted, keyOf } from './confrontation-view.ts'

let asked = 0
let claimsSaid = new Described<ConfrontedClaim>()
let answersSaid = new Described<ConfrontedAnswer>()

export function changeConfrontation(change: Partial<ConfrontationView>): void {
  workbench.setState(({ confrontation }) => ({ confrontation: { ...confrontation, ...change } }))
}

function know(change: Partial<Confronted>): void {
  workbench.setState(({ confronted }) => ({ confronted: { ...confronted, ...change } }))
}

/** Asks which claims and answers there are; those that were shown stay until these have come. */
export async function loadConfrontation(): Promise<void> {
  const call = ++asked
  const { order, show, only } = workbench.getState().confrontation
  const { unfolded } = workbench.getState().confronted
  const [columns, below] = await Promise.all([
    request('confrontation.columns', { order, show, only }),
    Promise.all([...unfolded.keys()].map((key) => askBelow(key))),
  ])
  if (call !== asked) return
  claimsSaid = new Described()
  answersSaid = new Described()
  know({ columns, unfolded: new Map(below) })
  const rows = confrontationRows(workbench.getState().confronted)
  if (rows) changeConfrontation({ current: [...rows.settled(workbench.getState().confrontation.current)] })
}

async function askBelow(key: string): Promise<[string, AnswerColumns]> {
  const { order } = workbench.getState().confrontation
  const answer = Number(key.split(' ').at(-1))
  return [key, await request('confrontation.further', { answer, order })]
}

/** To be called at each change of the project. Only while it is shown: it is asked for anew when it comes. */
export async function refreshConfrontation(): Promise<void> {
  const { middle, confronted } = workbench.getState()
  if (middle === 'confrontation' || confronted.reading) await loadConfrontation()
}

/** Another order, or other claims. */
export function chooseConfrontation(change: Partial<ConfrontationView>): void {
  changeConfrontation(change)
  loadConfrontation().catch(showFailure)
}

let made: { of: Confronted; rows: ConfrontationRows } | undefined

/** The rows of what is known; the same object while that is the same. */
export function confrontationRows({ columns, unfolded }: Confronted): ConfrontationRows | undefined {
  if (columns === null) return undefined
  if (made?.of.columns !== columns || made.of.unfolded !== unfolded)
    made = { of: { columns, unfolded } as Confronted, rows: new ConfrontationRows(columns, unfolded) }
  return made.rows
}

/** Asks for what these say, unless it is known. */
export async function wantDetails(claims: readonly number[], answers: readonly number[]): Promise<void> {
  const [ofClaims, ofAnswers] = [claimsSaid, answersSaid]
  const lacking = { claims: ofClaims.ask(claims), answers: ofAnswers.ask(answers) }
  if (lacking.claims.length + lacking.answers.length === 0) return
  const came = await request('confrontation.details', lacking).catch((failure) => {
    ofClaims.failed(lacking.claims)
    ofAnswers.failed(lacking.answers)
    throw failure
  })
  if (ofClaims !== claimsSaid) return
  workbench.setState(({ confronted }) => ({
    confronted: {
      ...confronted,
      claims: ofClaims.with(
        confronted.claims,
        claims,
        came.claims.map((one) => [one.claim, one]),
      ),
      answers: ofAnswers.with(
        confronted.answers,
        answers,
        came.answers.map((one) => [one.answer, one]),
      ),
    },
  }))
}

/** Shows the answers to an answer below it. */
export async function unfold(path: readonly number[]): Promise<void> {
  const [key, below] = await askBelow(keyOf(path))
  workbench.setState(({ confronted }) => ({
    confronted: { ...confronted, unfolded: new Map(confronted.unfolded).set(key, below) },
  }))
  say(below.answer.length === 1 ? '1 answer to it' : `${below.answer.length} answers to it`)
}

/** Puts them away, and what was unfolded below them. */
export function fold(path: readonly number[]): void {
  const key = keyOf(path)
  const { confronted } = workbench.getState()
  know({
    unfolded: new Map([...confronted.unfolded].filter(([one]) => one !== key && !one.startsWith(`${key} `))),
  })
}

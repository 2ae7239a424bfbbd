import type { AnswerColumns } from '../../preload/contract/confrontation.ts'
import { request } from '../client.ts'
import { ConfrontationRows } from './confrontation-rows.ts'
import { type ConfrontationView, type Confronted, keyOf } from './confrontation-view.ts'
import { say, showFailure } from './notices.ts'
import { workbench } from './workbench.ts'

let asked = 0
/** What has been asked for since the last change of the project. */
let claimsAsked = new Set<number>()
let answersAsked = new Set<number>()

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
  claimsAsked = new Set()
  answersAsked = new Set()
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
  const lacking = {
    claims: claims.filter((one) => !claimsAsked.has(one)),
    answers: answers.filter((one) => !answersAsked.has(one)),
  }
  if (lacking.claims.length + lacking.answers.length === 0) return
  for (const one of lacking.claims) claimsAsked.add(one)
  for (const one of lacking.answers) answersAsked.add(one)
  const call = asked
  const came = await request('confrontation.details', lacking)
  if (call !== asked) return
  workbench.setState(({ confronted }) => ({
    confronted: {
      ...confronted,
      claims: withMore(
        confronted.claims,
        came.claims.map((one) => [one.claim, one]),
      ),
      answers: withMore(
        confronted.answers,
        came.answers.map((one) => [one.answer, one]),
      ),
    },
  }))
}

const mostKept = 5000

function withMore<T>(known: ReadonlyMap<number, T>, more: readonly (readonly [number, T])[]): Map<number, T> {
  const all = new Map(known.size > mostKept ? [] : known)
  for (const [id, one] of more) all.set(id, one)
  return all
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

import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import { type DaySpan, daysOf } from '../../../preload/contract/dates.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import type { Voice } from '../../../preload/contract/speaker.ts'
import type { ClaimLives } from '../../../preload/contract/timeline.ts'
import { request } from '../../client.ts'
import { plain } from '../documents/natural-order.ts'
import { keepLatest } from '../keep-latest.ts'
import { type Workbench, workbench } from '../workbench.ts'
import type { TimeView } from './time-view.ts'

export function changeTimeView(change: Partial<TimeView>): void {
  workbench.setState(({ timeView }) => ({ timeView: { ...timeView, ...change } }))
}

/** A date as it is known, and the days that it may mean. */
export interface Dated extends DaySpan {
  date: string
}

/** A claim with when it was stated and answered. */
export interface Life {
  id: ClaimId
  statement: string
  mentions: number
  undated: number
  first: Dated | null
  firstVoice: Voice | null
  last: Dated | null
  answers: number
  answer: Dated | null
  answerVoice: Voice | null
  lastAnswer: Dated | null
  /** Documents that are dated later than the claim was last stated, for certain, and so do not state it. */
  later: number
}

let asked: { history: Workbench['history']; lives: Promise<ClaimLives> } | undefined

/** Asked for once for each state of the project. */
export function askLives(): Promise<ClaimLives> {
  const { history } = workbench.getState()
  if (asked?.history !== history) {
    const lives = request('timeline.lives', undefined)
    asked = { history, lives }
    lives.catch(() => {
      asked = undefined
    })
  }
  return asked.lives
}

/** Dates of documents, read once for each list of them. */
export const datesOf = keepLatest(readDates)

function readDates(documents: readonly DocumentSummary[]) {
  const byId = new Map<number, Dated>()
  for (const { id, date } of documents) {
    const days = daysOf(date)
    if (days) byId.set(id, { ...days, date })
  }
  const begins = Float64Array.from([...byId.values()], ({ first }) => first).sort()
  return {
    of: (document: number): Dated | null => byId.get(document) ?? null,
    undated: documents.length - byId.size,
    /** How many begin after a day. */
    after(day: number): number {
      let [low, high] = [0, begins.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (begins[middle]! <= day) low = middle + 1
        else high = middle
      }
      return begins.length - low
    },
  }
}
export type Dates = ReturnType<typeof datesOf>

export const livesOf = keepLatest(readLives)

function readLives(lives: ClaimLives, claims: readonly ClaimSummary[], dates: Dates): Life[] {
  const statements = new Map(claims.map(({ id, statement }) => [id as number, statement]))
  const voiceAt = (place: number, isThere: boolean) => (isThere ? (lives.voices[place] ?? null) : null)
  return Array.from(lives.claim, (id, row): Life => {
    const [first, last, answer] = [
      dates.of(lives.first[row]!),
      dates.of(lives.last[row]!),
      dates.of(lives.answer[row]!),
    ]
    return {
      id: id as ClaimId,
      statement: statements.get(id) ?? '',
      mentions: lives.mentions[row]!,
      undated: lives.undated[row]!,
      first,
      firstVoice: voiceAt(lives.firstVoice[row]!, first !== null),
      last,
      answers: lives.answers[row]!,
      answer,
      lastAnswer: dates.of(lives.lastAnswer[row]!),
      answerVoice: voiceAt(lives.answerVoice[row]!, answer !== null),
      later: last ? dates.after(last.last) : 0,
    }
  })
}

/** Those that hold every word, of the kind that is to be shown, in order; what has no date comes last. */
export const shownLives = (
  lives: readonly Life[],
  { words, which, order }: Pick<TimeView, 'words' | 'which' | 'order'>,
): Life[] => sortedLives(lives, words, which, order)

const sortedLives = keepLatest(sortLives)

function sortLives(
  lives: readonly Life[],
  words: string,
  which: TimeView['which'],
  order: TimeView['order'],
): Life[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return lives
    .filter((life) => kinds[which](life) && (wanted.length === 0 || holds(life.statement, wanted)))
    .sort((a, b) => Number(!a.first) - Number(!b.first) || orders[order](a, b) || a.id - b.id)
}

const holds = (statement: string, wanted: readonly string[]) => {
  const text = plain(statement)
  return wanted.every((word) => text.includes(word))
}

const kinds: Record<TimeView['which'], (life: Life) => boolean> = {
  all: () => true,
  repeated: ({ mentions }) => mentions > 1,
  answered: ({ answers }) => answers > 0,
  unanswered: ({ answers }) => answers === 0,
}

const begin = (dated: Dated | null) => dated?.first ?? Number.MAX_SAFE_INTEGER
const orders: Record<TimeView['order'], (a: Life, b: Life) => number> = {
  first: (a, b) => begin(a.first) - begin(b.first),
  last: (a, b) => (b.last?.last ?? -Infinity) - (a.last?.last ?? -Infinity) || 0,
  mentions: (a, b) => b.mentions - a.mentions,
  silent: (a, b) => b.later - a.later,
}

/** From the first to the last day that any claim is stated or answered; null where none has a date. */
export function extentOf(lives: readonly Life[]): DaySpan | null {
  let extent: DaySpan | null = null
  for (const { first, last, answer, lastAnswer } of lives) {
    for (const dated of [first, last, answer, lastAnswer]) {
      if (!dated) continue
      extent = extent
        ? { first: Math.min(extent.first, dated.first), last: Math.max(extent.last, dated.last) }
        : { first: dated.first, last: dated.last }
    }
  }
  return extent
}

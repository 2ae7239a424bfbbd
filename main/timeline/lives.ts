import { type DaySpan, daysOf } from '../../preload/contract/dates.ts'
import type { DocumentId, LinkId, SpeakerId } from '../../preload/contract/ids.ts'
import { isAgainst, type LinkType } from '../../preload/contract/link-type.ts'
import { type ClaimLives, MarkKind, type Marks } from '../../preload/contract/timeline.ts'
import type { Argument } from '../argument/argument.ts'
import type { Voices } from '../speakers/voices.ts'

/** Rows by claim: those of a claim stand together, from `begin[claim]` on. */
interface ByClaim {
  begin: Int32Array
  rows: Int32Array
}

/** What is known of the dates of documents. `compare` orders them as claim cards do: a year before its months. */
export interface Dates {
  of: (document: number) => string
  compare: (one: string, other: string) => number
}

export type Lives = ReturnType<typeof livesOf>

/**
 * When each claim is stated and answered. A link against a claim or against one of its mentions answers it, of a
 * symmetric type either end; an answer that is a claim is made by every passage that states that one.
 */
export function livesOf(argument: Argument, types: readonly LinkType[], voices: Voices, dates: Dates) {
  const { document, claim, speaker, claims } = argument
  const largest = claims.reduce((most, id) => Math.max(most, id), 0)
  const mentions = group(largest, document.length, (annotation) =>
    document[annotation] === 0 ? 0 : claim[annotation]!,
  )
  const against = new Map(types.filter(isAgainst).map((type) => [type.id as number, type.symmetric]))
  const answers = answersByClaim(argument, against, largest)

  const spans = new Map<number, DaySpan | null>()
  function span(id: number): DaySpan | null {
    const known = spans.get(id)
    if (known !== undefined) return known
    const days = daysOf(dates.of(id))
    spans.set(id, days)
    return days
  }
  const voiceOf = (annotation: number) =>
    voices.of((speaker[annotation] || null) as SpeakerId | null, document[annotation] as DocumentId)

  /** The passages that make an answer: one, those that state a claim, or none that is known. */
  function* answering(row: number): Generator<{ link: number; annotation: number }> {
    const link = answers.link[row]!
    const [annotation, by] = answers.swapped[row]
      ? [argument.targetAnnotation[link]!, argument.targetClaim[link]!]
      : [argument.sourceAnnotation[link]!, argument.sourceClaim[link]!]
    if (annotation !== 0) yield { link, annotation }
    else if (by !== 0) for (const mention of rowsOf(mentions, by)) yield { link, annotation: mention }
  }

  /** The earlier of two documents, and the one that ends later; 0 has no date. */
  const earlier = (one: number, other: number) =>
    one !== 0 && dates.compare(dates.of(one), dates.of(other)) <= 0 ? one : other
  const later = (one: number, other: number) =>
    one !== 0 && span(one)!.last >= span(other)!.last ? one : other

  function summaries(): ClaimLives {
    const column = () => new Int32Array(claims.length)
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
      for (const annotation of rowsOf(mentions, id)) {
        lives.mentions[row]! += 1
        const at = document[annotation]!
        if (!span(at)) {
          lives.undated[row]! += 1
          continue
        }
        const first = earlier(lives.first[row]!, at)
        if (first !== lives.first[row]) {
          lives.first[row] = first
          lives.firstVoice[row] = voiceOf(annotation)
        }
        lives.last[row] = later(lives.last[row]!, at)
      }
      for (const answer of rowsOf(answers, id)) {
        let made = 0
        for (const { annotation } of answering(answer)) {
          made += 1
          const at = document[annotation]!
          if (!span(at)) continue
          lives.lastAnswer[row] = later(lives.lastAnswer[row]!, at)
          const first = earlier(lives.answer[row]!, at)
          if (first === lives.answer[row]) continue
          lives.answer[row] = first
          lives.answerVoice[row] = voiceOf(annotation)
        }
        lives.answers[row]! += Math.max(1, made)
      }
    }
    return { ...lives, voices: [...voices.all] }
  }

  function marks(ids: readonly number[]): Marks {
    type Mark = { claim: number; kind: number; annotation: number; link: number }
    const all: Mark[] = []
    for (const id of ids) {
      if (id > largest) continue
      const own: Mark[] = []
      for (const annotation of rowsOf(mentions, id))
        own.push({ claim: id, kind: MarkKind.stated, annotation, link: 0 })
      for (const answer of rowsOf(answers, id)) {
        for (const { annotation, link } of answering(answer))
          own.push({ claim: id, kind: MarkKind.answered, annotation, link })
      }
      const readable = ({ annotation }: Mark) =>
        span(document[annotation]!) ? dates.of(document[annotation]!) : ''
      all.push(
        ...own.sort(
          (a, b) =>
            dates.compare(readable(a), readable(b)) ||
            document[a.annotation]! - document[b.annotation]! ||
            argument.start[a.annotation]! - argument.start[b.annotation]! ||
            a.annotation - b.annotation,
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

  return { summaries, marks }
}

/** For each claim the links against it and its mentions, each link once a claim; `swapped` where its source is answered. */
function answersByClaim(
  argument: Argument,
  against: ReadonlyMap<number, boolean>,
  largest: number,
): ByClaim & { link: Int32Array; swapped: Uint8Array } {
  const { type, document, claim } = argument
  const link: number[] = []
  const swapped: number[] = []
  const answered: number[] = []
  const claimAt = (annotation: number, own: number) =>
    own !== 0 ? own : annotation !== 0 && document[annotation] !== 0 ? claim[annotation]! : 0
  for (let id = 1; id < type.length; id++) {
    const symmetric = against.get(type[id]!)
    if (symmetric === undefined) continue
    const target = claimAt(argument.targetAnnotation[id]!, argument.targetClaim[id]!)
    const source = claimAt(argument.sourceAnnotation[id]!, argument.sourceClaim[id]!)
    if (target !== 0) {
      link.push(id)
      swapped.push(0)
      answered.push(target)
    }
    if (symmetric && source !== 0 && source !== target) {
      link.push(id)
      swapped.push(1)
      answered.push(source)
    }
  }
  return {
    ...group(largest, answered.length, (row) => answered[row]!),
    link: Int32Array.from(link),
    swapped: Uint8Array.from(swapped),
  }
}

/** Rows with a claim of 0 are left out. */
function group(largest: number, count: number, claimOf: (row: number) => number): ByClaim {
  const begin = new Int32Array(largest + 2)
  for (let row = 0; row < count; row++) {
    const claim = claimOf(row)
    if (claim > 0 && claim <= largest) begin[claim + 1]! += 1
  }
  for (let claim = 1; claim < begin.length; claim++) begin[claim]! += begin[claim - 1]!
  const rows = new Int32Array(begin[largest + 1]!)
  const next = begin.slice()
  for (let row = 0; row < count; row++) {
    const claim = claimOf(row)
    if (claim > 0 && claim <= largest) rows[next[claim]!++] = row
  }
  return { begin, rows }
}

function rowsOf({ begin, rows }: ByClaim, claim: number): Int32Array {
  return rows.subarray(begin[claim], begin[claim + 1])
}

import type { StructuredText } from '../../../preload/contract/text.ts'
import { counted } from '../tally.ts'
import { isLikeGlossary } from './glossary.ts'
import {
  areMetAgain,
  countsOfNames,
  isSure,
  type Label,
  noteOnPhrases,
  speakerLabelOf,
  withoutPhrases,
} from './speaker-labels.ts'
import { structuredTurns, type Turn } from './turns.ts'

/** A plain text whose lines say who speaks. */
export interface Transcript {
  structured: StructuredText
  /** Whether these may be something else than speakers: a person should look at it. */
  isDoubtful: boolean
  notes: string[]
}

/** So many lines must say who speaks. */
const leastTurns = 3
/** What a recorder writes begins this soon, in seconds; the hours of a day do not. */
const soon = 60
/** Of the lines of a text, how many must begin a turn for them to be no doubt. */
const leastOfSure = 0.02
const leastOfCapitals = 0.2
/** Speakers beyond this, and what looks like them is more likely headings. */
const mostSpeakers = 60

/**
 * A transcript’s turns, or null where lines do not say who speaks. Every line that begins with a name and a colon begins a
 * turn; the lines below belong to it. `wanted`: a person says that these are turns, and a single one is enough.
 */
export function readTranscript(text: string, wanted: boolean): Transcript | null {
  const lines = text.split('\n')
  const all = lines.map(speakerLabelOf)
  const { counting, phrases, areTimed } = countingAmong(
    all.filter((label) => label !== null),
    wanted,
  )
  if (counting.size === 0 || !(wanted || areLikely([...counting]))) return null
  const found = all.map((label) => (label && counting.has(label) ? label : null))

  const ends = all.flatMap((label, at) => (label && phrases.has(label) ? [at] : []))
  const turns = turnsOf(lines, found, new Set(ends))
  const filled = lines.filter((line) => line.trim() !== '').length
  // Times, titles, capitals or Q. and A. are nothing else; names before colons may be headings of a list.
  const named = found.filter((label) => label !== null)
  const isPlain = named.every((label) =>
    label.isBare ? areTimed : isSure(label) || label.speaker === label.speaker.toUpperCase(),
  )
  // Speeches are long; capitals before a colon may be the heads of anything.
  const least = named.every(isSure) ? leastOfSure : leastOfCapitals
  const speakers = new Set(named.map(({ speaker }) => speaker)).size
  const notes = [
    `${counted(turns.filter(({ speaker }) => speaker !== '').length, 'turn')} of ${counted(speakers, 'speaker')}: the names stand beside the text, not in it.`,
  ]
  if (phrases.size > 0) notes.push(noteOnPhrases([...phrases]))
  return {
    structured: structuredTurns(turns),
    isDoubtful: !wanted && (!isPlain || named.length < filled * least || isLikeGlossary(lines, all)),
    notes,
  }
}

/**
 * Which labels are those of speakers. Bare ones are as long as most of their names are met again and their times are
 * those of a recording; those of no recording only where there are no others. `phrases` may be speakers or words: beside
 * names that stand before a colon as they do, nobody can tell whether who spoke before goes on.
 */
function countingAmong(
  labels: readonly Label[],
  wanted: boolean,
): { counting: Set<Label>; phrases: Set<Label>; areTimed: boolean } {
  const bare = labels.filter(({ isBare }) => isBare)
  const marked = labels.filter(({ isBare }) => !isBare)
  const named = withoutHead(withoutPhrases(marked))
  const areTimed = (areLikely(bare) || (wanted && areMetAgain(bare))) && doTimesGoOn(bare)
  const isAlone = marked.length === 0 && areLikely(bare)
  const counting = [...(areTimed || isAlone ? bare : []), ...named]
  // A person who says that these are turns may mean the only one.
  if (counting.length === 0 && wanted) return { counting: new Set(marked), phrases: new Set(), areTimed }
  const areAlike = named.some(({ time }) => time === null)
  const speaking = new Set(counting)
  const phrases = areAlike ? marked.filter((label) => !speaking.has(label)) : []
  return { counting: speaking, phrases: new Set(phrases), areTimed }
}

/** Before the first of several labels that are no doubt stand the heads of the text: `Project: Tram`. */
function withoutHead(named: readonly Label[]): Label[] {
  const first = named.findIndex(isSure)
  if (named.filter(isSure).length < leastTurns) return [...named]
  const counts = countsOfNames(named)
  return named.filter((label, at) => at >= first || counts.get(label.speaker)! > 1)
}

/** Whether enough lines say who speaks, and enough of them of somebody who speaks again. */
function areLikely(named: readonly Label[]): boolean {
  const { size } = countsOfNames(named)
  return named.length >= leastTurns && size >= 2 && size <= mostSpeakers && areMetAgain(named)
}

/** Whether times are those of a recording: they begin near nought and never go back. */
function doTimesGoOn(bare: readonly Label[]): boolean {
  const seconds = bare.map(({ time }) =>
    time!.split(':').reduce((sum, part) => sum * 60 + Number.parseInt(part, 10), 0),
  )
  return seconds.every((at, i) => (i === 0 ? at <= soon : at >= seconds[i - 1]!))
}

/**
 * Blank lines between turns go; within a turn they stay. What comes before the first turn stays as paragraphs, as does
 * what follows from a line of `ends` on.
 */
function turnsOf(
  lines: readonly string[],
  labels: readonly (Label | null)[],
  ends: ReadonlySet<number>,
): Turn[] {
  const turns: Turn[] = []
  let open: { turn: Turn; lines: string[] } | null = null
  const close = () => {
    if (!open) return
    const words = open.lines.join('\n').replace(/^\s+|\s+$/g, '')
    turns.push({ ...open.turn, text: words })
    open = null
  }
  lines.forEach((line, at) => {
    const label = labels[at]
    if (ends.has(at)) close()
    if (label) {
      close()
      const { speaker, time: when, aside } = label
      open = { turn: { speaker, time: when, text: '' }, lines: [`${aside}${line.slice(label.length)}`] }
    } else if (open) open.lines.push(line)
    else if (line.trim() !== '') turns.push({ speaker: '', time: null, text: line })
  })
  close()
  return turns
}

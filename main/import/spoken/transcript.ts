import type { StructuredText } from '../../../preload/contract/text.ts'
import { counted } from '../tally.ts'
import { structuredTurns, type Turn } from './turns.ts'

/** A plain text whose lines say who speaks. */
export interface Transcript {
  structured: StructuredText
  /** Whether these may be something else than speakers: a person should look at it. */
  isDoubtful: boolean
  notes: string[]
}

interface Label {
  speaker: string
  time: string | null
  /** Where the words begin in the line, in UTF-16 code units. */
  length: number
  /** Whether name and time are all there is, without a mark: so are the heads of a diary and of a programme. */
  isBare: boolean
}

const time = /[[(]?\s*(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)\s*[\])]?/.source
/** A name or a role: no sentence, no number alone; up to five words. */
const name =
  /(?:\p{L}[\p{L}\p{M}.'’-]*|\d{1,3})(?:[ \t]+(?:\p{L}[\p{L}\p{M}.'’-]*|\([^()\n]{1,40}\)|\d{1,3})){0,5}/u
    .source

/** Name  00:01:02   with the words in the lines below */
const bare = new RegExp(`^\\s*(${name})[ \\t]+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*$`, 'u')

const labels: readonly RegExp[] = [
  // [00:01:02] Name: …   00:01:02 Name: …
  new RegExp(`^\\s*${time}\\s*[-–—]?\\s*(${name})\\s*:(?=\\s|$)`, 'u'),
  // Name [00:01:02]: …   Name (00:01:02) …
  new RegExp(
    `^\\s*(${name})\\s*[[(]\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)\\s*[\\])]\\s*:?(?=\\s|$)`,
    'u',
  ),
  // Name: …
  new RegExp(`^\\s*(${name})\\s*:(?=\\s|$)`, 'u'),
  bare,
]
/** Q. and A. of hearings, which stand for two speakers throughout. */
const questionAnswer = /^\s*([QA])[.:](?=\s)/

/** So many lines must say who speaks, and so many of them must be said by somebody who speaks again. */
const leastTurns = 3
const leastAgain = 0.5
/** What a recorder writes begins this soon, in seconds; the hours of a day do not. */
const soon = 60
/** Speakers beyond this, and what looks like them is more likely headings. */
const mostSpeakers = 60

/** What stands before a colon at the head of letters, pages and notes, and speaks nowhere. */
const noSpeaker =
  /^(?:https?|note|notes|re|subject|date|from|to|cc|bcc|sent|source|sources|title|author|abstract|keywords|figure|table|example|summary|warning|tel|phone|fax|e-?mail|url|betreff|von|an|datum|anhang|objet|tip|chapter|part|section|step|page|p\.?s\.?)$/i

/**
 * A transcript’s turns, or null where lines do not say who speaks. Every line that begins with a name and a colon begins a
 * turn; the lines below belong to it. `wanted`: a person says that these are turns, and a single one is enough.
 */
export function readTranscript(text: string, wanted: boolean): Transcript | null {
  const lines = text.split('\n')
  const all = lines.map(speakerLabelOf)
  const areTimed = doTimesGoOn(all.flatMap((label) => (label?.isBare ? [label.time!] : [])))
  const marked = all.map((label) => (label?.isBare ? null : label))
  const found = !areTimed && areLikely(marked) ? marked : all
  if (!found.some((label) => label !== null) || !(wanted || areLikely(found))) return null

  const turns = turnsOf(lines, found)
  const filled = lines.filter((line) => line.trim() !== '').length
  // Times, capitals or Q. and A. are nothing else; names before colons may be headings of a list.
  const named = found.filter((label) => label !== null)
  const isPlain = named.every(({ speaker, time, isBare }) =>
    isBare ? areTimed : time !== null || speaker === speaker.toUpperCase(),
  )
  const speakers = new Set(named.map(({ speaker }) => speaker)).size
  return {
    structured: structuredTurns(turns),
    isDoubtful: !wanted && !(isPlain && named.length >= filled * 0.2),
    notes: [
      `${counted(turns.filter(({ speaker }) => speaker !== '').length, 'turn')} of ${counted(speakers, 'speaker')}: the names stand beside the text, not in it.`,
    ],
  }
}

/** Whether enough lines say who speaks, and enough of them of somebody who speaks again. */
function areLikely(found: readonly (Label | null)[]): boolean {
  const named = found.filter((label) => label !== null)
  const counts = new Map<string, number>()
  for (const { speaker } of named) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const again = named.filter(({ speaker }) => counts.get(speaker)! > 1).length
  return (
    named.length >= leastTurns &&
    counts.size >= 2 &&
    counts.size <= mostSpeakers &&
    again >= named.length * leastAgain
  )
}

/** Whether times are those of a recording: they begin near nought and never go back. */
function doTimesGoOn(times: readonly string[]): boolean {
  const seconds = times.map((time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
  return seconds.every((at, i) => (i === 0 ? at <= soon : at >= seconds[i - 1]!))
}

/** Who begins to speak in a line, by what it begins with. */
export function speakerLabelOf(line: string): Label | null {
  const head = line.slice(0, 120)
  const asked = questionAnswer.exec(head)
  if (asked) return { speaker: asked[1]!, time: null, length: asked[0].length, isBare: false }
  for (const [at, pattern] of labels.entries()) {
    const found = pattern.exec(head)
    if (!found) continue
    const [whole, first = '', second = ''] = found
    const [speaker, when] = at === 0 ? [second, first] : [first, second || null]
    if (
      noSpeaker.test(speaker.trim()) ||
      !/^[\p{Lu}\p{Lo}\d]/u.test(speaker.trim()) ||
      /^\d+$/.test(speaker.trim())
    )
      return null
    return {
      speaker: speaker.trim().replace(/[ \t]+/g, ' '),
      time: when,
      length: whole.length,
      isBare: pattern === bare,
    }
  }
  return null
}

/** Blank lines between turns go; within a turn they stay. What comes before the first turn stays as paragraphs. */
function turnsOf(lines: readonly string[], labels: readonly (Label | null)[]): Turn[] {
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
    if (label) {
      close()
      const { speaker, time: when } = label
      open = { turn: { speaker, time: when, text: '' }, lines: [line.slice(label.length)] }
    } else if (open) open.lines.push(line)
    else if (line.trim() !== '') turns.push({ speaker: '', time: null, text: line })
  })
  close()
  return turns
}

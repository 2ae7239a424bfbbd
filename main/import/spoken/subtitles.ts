import { Failure } from '../../../preload/contract/failure.ts'
import type { ParsedText } from '../parsed-document.ts'
import { counted } from '../tally.ts'
import { titleOfName } from '../title.ts'
import { type Cue, clockOf, readCues } from './cues.ts'
import { withoutRolling } from './rolling-captions.ts'
import {
  areMetAgain,
  type Label,
  noSpeaker,
  noteOnPhrases,
  speakerLabelOf,
  withoutPhrases,
} from './speaker-labels.ts'
import { structuredTurns, type Turn } from './turns.ts'

/** A pause after which nobody goes on with the same sentence. */
const longestPauseMs = 4000

/** So many captions must say who speaks by a name in small letters before it is believed. */
const leastNamed = 3

/** A turn without an end of a sentence is ended all the same, in UTF-16 code units. */
const longestTurn = 1200
/** From here on the next end of a sentence ends it. */
const longEnough = 300

/**
 * Subtitles (SubRip, WebVTT) as turns of speakers. Cues cut sentences into pieces that fit a screen; those of one
 * speaker are joined again, up to the end of a sentence. Each turn has the time at which its first cue begins. Fails with
 * `unreadable` where there is no cue.
 */
export function parseSubtitles(text: string, fileName: string): ParsedText {
  const { cues, comments, untimed, broken } = readCues(text)
  if (cues.length === 0) throw new Failure('unreadable', 'There is no subtitle in this file.')
  const { cues: said, repeated } = withoutRolling(cues)
  const names = namesIn(said)
  const turns = joined(said.map((cue) => withSpeaker(cue, names)))
  const notes: string[] = []
  if (repeated > 0)
    notes.push(`Left out: ${counted(repeated, 'line')} that the captions show again while they roll up.`)
  if (turns.length < cues.length) {
    notes.push(
      `${counted(cues.length, 'subtitle')} became ${counted(turns.length, 'turn')}: those of one speaker are joined up to the end of a sentence.`,
    )
  }
  if (names.phrases.size > 0) notes.push(noteOnPhrases([...names.phrases.values()]))
  if (comments > 0) notes.push(`Left out: ${counted(comments, 'comment or style', 'comments and styles')}.`)
  if (untimed > 0) notes.push(`Left out: ${counted(untimed, 'piece')} of words without a time.`)
  if (broken > 0) notes.push(`Left out: ${counted(broken, 'subtitle')} with a time that could not be read.`)
  return { ...structuredTurns(turns), title: titleOfName(fileName), metadata: {}, notes }
}

interface Spoken extends Cue {
  speaker: string
  /** A dash says that somebody else speaks, without a name. */
  isChange: boolean
}

interface Names {
  speakers: ReadonlySet<string>
  /** By their words: met once among others that name who speaks, they may name somebody too. */
  phrases: ReadonlyMap<string, Label>
}

/**
 * Recorders of meetings write `Mary Smith: …` in most captions; in those of films such words are no name, and nobody is
 * named so.
 */
function namesIn(cues: readonly Cue[]): Names {
  const spoken = cues.filter(({ voice }) => voice === '')
  const labels = spoken.flatMap(({ text }) => labelIn(text) ?? [])
  const named = withoutPhrases(labels)
  const areBelieved = named.length >= leastNamed && named.length * 2 >= cues.length && areMetAgain(named)
  const speakers = new Set(areBelieved ? named.map(({ speaker }) => speaker) : [])
  if (!areBelieved && !spoken.some(({ text }) => namedInCapitals(text)))
    return { speakers, phrases: new Map() }
  const taken = new Set(named)
  const phrases = labels.filter((label) => !taken.has(label))
  return { speakers, phrases: new Map(phrases.map((label) => [label.speaker, label])) }
}

/** A caption has a time of its own: one in its words is that of a train. */
function labelIn(text: string): Label | null {
  const label = speakerLabelOf(text)
  return label?.isBare ? null : label
}

/** Subtitlers write `MARY: …`, `[Mary] …`, and a dash or `>>` where the speaker changes. */
function withSpeaker(cue: Cue, { speakers, phrases }: Names): Spoken {
  if (cue.voice !== '') {
    // Some name the voice in the words again.
    const text = cue.text.startsWith(`${cue.voice}: `) ? cue.text.slice(cue.voice.length + 2) : cue.text
    return { ...cue, text, speaker: cue.voice, isChange: true }
  }
  const label = labelIn(cue.text)
  if (label && speakers.has(label.speaker) && label.length < cue.text.length)
    return { ...cue, speaker: label.speaker, isChange: true, text: cue.text.slice(label.length).trim() }
  const named = namedInCapitals(cue.text)
  if (named) return { ...cue, ...named, isChange: true }
  if (label && phrases.has(label.speaker)) return { ...cue, speaker: '', isChange: true }
  const changed = /^(?:>>|[-–—])\s*(?=\S)/.exec(cue.text)
  return { ...cue, speaker: '', isChange: changed !== null }
}

/** Who is named before the words, in capitals, and the words without the name; null where nobody is. */
function namedInCapitals(text: string): { speaker: string; text: string } | null {
  const named = /^(?:>>|[-–—])?\s*(\p{Lu}[\p{Lu}\d .'’-]{1,30}):\s+(?=\S)/u.exec(text)
  if (!named || noSpeaker.test(named[1]!.trim()) || speakerLabelOf(text)?.isBare) return null
  return { speaker: named[1]!.trim(), text: text.slice(named[0].length) }
}

function joined(cues: readonly Spoken[]): Turn[] {
  const turns: (Turn & { endMs: number })[] = []
  for (const { speaker, isChange, startMs, endMs, text } of cues) {
    const last = turns.at(-1)
    const goesOn = last && isSame(last, { speaker, isChange }) && !isOver(last, startMs)
    if (goesOn) {
      last.text = `${last.text} ${text}`
      last.endMs = endMs
    } else {
      // Who is not named anew goes on speaking.
      const said = speaker === '' && !isChange ? (last?.speaker ?? '') : speaker
      turns.push({ speaker: said, time: clockOf(startMs), text, endMs })
    }
  }
  return turns.map(({ speaker, time, text }) => ({ speaker, time, text }))
}

function isSame(last: Turn, { speaker, isChange }: { speaker: string; isChange: boolean }): boolean {
  return isChange ? speaker !== '' && speaker === last.speaker : true
}

function isOver({ text, endMs }: Turn & { endMs: number }, startMs: number): boolean {
  if (text.length >= longestTurn || startMs - endMs > longestPauseMs) return true
  return text.length >= longEnough && /[.!?…。！？؟]["'”’»)\]]*$/u.test(text)
}

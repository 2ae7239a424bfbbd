import { counted } from '../tally.ts'

/** What a line begins with, where it says who speaks. */
export interface Label {
  speaker: string
  time: string | null
  /** Where the words begin in the line, in UTF-16 code units. */
  length: number
  /** What of the label is said of the words and not of who says them: “(voice-over)”; '' else. */
  aside: string
  /** Whether name and time are all there is, with a colon or no mark at all: so are the heads of a diary and of a programme. */
  isBare: boolean
}

const clock = /\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?/.source
/** A clock in brackets, between two number signs as MAXQDA and f4 write it, or with the day before it as chats do. */
const time = `[[(#]?\\s*((?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?[ \\t]+)?${clock}(?:[ \\u202f]?[AP]M)?)\\s*[\\])#]?`
const word = /\p{L}[\p{L}\p{M}\p{N}_.'’-]*/u.source
const aside = /\([^()\n]{1,100}\)/.source
/** A name or a role: no sentence, no number alone; up to five words, with a party, a place or an office behind it. */
const name = `(?:${word}|\\d{1,3})(?:[ \\t]+(?:${word}|\\d{1,3})|[ \\t]*${aside}){0,5}(?:,[ \\t]+\\p{Lu}[\\p{Lu}\\d .'’&-]{1,60})?`

/** Name  00:01:02   Name: 00:01:02   with the words in the lines below */
const bare = new RegExp(`^\\s*(${name})(?:[ \\t]*:)?[ \\t]+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*$`, 'u')
/** [00:01:02.820] - Name   with the words in the lines below */
const bareBehind = new RegExp(`^\\s*\\[(${clock})\\][ \\t]*[-–—][ \\t]*(${name})\\s*$`, 'u')

/** Which of the two groups is the speaker stands beside each. */
const labels: readonly { pattern: RegExp; speaker: 1 | 2 }[] = [
  // 10:02:11 From Name to Everyone: …
  {
    pattern: new RegExp(`^\\s*${time}\\s*From\\s+(\\S.{0,59}?)(?:\\s+to\\s+[^:]{1,80})?\\s*:(?=\\s|$)`, 'iu'),
    speaker: 2,
  },
  // [00:01:02] Name: …   00:01:02 Name: …   05/05/2021, 10:02 - Name: …
  { pattern: new RegExp(`^\\s*${time}\\s*[-–—]?\\s*(${name})\\s*:(?=\\s|$)`, 'u'), speaker: 2 },
  // Name [00:01:02]: …   Name (00:01:02) …
  { pattern: new RegExp(`^\\s*(${name})\\s*[[(]\\s*(${clock})\\s*[\\])]\\s*:?(?=\\s|$)`, 'u'), speaker: 1 },
  { pattern: bare, speaker: 1 },
  { pattern: bareBehind, speaker: 2 },
  // [SPEAKER_00]: …
  { pattern: new RegExp(`^\\s*\\[(${name})\\]\\s*:(?=\\s|$)`, 'u'), speaker: 1 },
  // Name: …
  { pattern: new RegExp(`^\\s*(${name})\\s*:(?=\\s|$)`, 'u'), speaker: 1 },
]

/** Names that end with a full stop; few lines have to be looked at for the others. */
const labelsWithoutColon: typeof labels = [
  // Mr. NAME. …   The PRESIDING OFFICER. …   of the Congress, which has no colons
  {
    pattern:
      /^\s*((?:Mrs?|Ms|Miss|Dr)\.? \p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+){0,2}(?: of \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)?|The [A-Z]{4,}(?: [A-Z]{4,}){0,2}(?: pro tempore)?)\.(?=\s+\S)/u,
    speaker: 1,
  },
  // M. le président. …   Mme Nom, ministre. …   of the French chambers
  {
    pattern:
      /^\s*((?:M\.|Mme|Mlle) (?:l[ea] \p{Ll}+|\p{Lu}[\p{L}'’-]+(?: (?:de |du |d’)?\p{Lu}[\p{L}'’-]+){0,3})(?:, \p{Ll}[^.:]{1,90})?)\.(?=\s+\S)/u,
    speaker: 1,
  },
]
// “Mr. NAME. Mr. President: …” would else be one long name.
const allLabels = [...labelsWithoutColon, ...labels]

/** Q. and A. of hearings, which stand for two speakers throughout. */
const questionAnswer = /^\s*([QA])[.:](?=\s)/

/** What stands before a colon at the head of letters, pages, notes and articles of databases, and speaks nowhere. */
export const noSpeaker =
  /^(?:byline|dateline|headline|length|load-date|language|publication(?:-type|[ ]info|[ ]date)?|journal-code|document-type|duration|location|attendees|participants|meeting|recorded|transcribed|highlight|graphic|correction|distribution|copyright|full[ ]text|links|https?|note|notes|re|subject|date|from|to|cc|bcc|sent|source|sources|title|author|abstract|keywords|figure|table|example|summary|warning|warn|error|info|debug|trace|fatal|notice|tel|phone|fax|e-?mail|url|betreff|von|an|datum|anhang|objet|tip|chapter|part|section|step|page|p\.?s\.?)$/i

/** A word that no name has; those of `Vincent van Gogh` and `Ana de la Vega (chair)` are passed over. */
const smallWord =
  /(?:^|\s)(?!(?:van|von|vom|zu|de|der|den|di|da|do|dos|du|la|le|del|della|ten|ter|bin|al|el|y|e)(?:\s|$))\p{Ll}/u

/** Who begins to speak in a line, by what it begins with. */
export function speakerLabelOf(line: string): Label | null {
  const head = line.slice(0, 200).replace(/^[\u200e\u200f]+/, '')
  const marks = Math.min(line.length, 200) - head.length
  const asked = questionAnswer.exec(head)
  if (asked)
    return { speaker: asked[1]!, time: null, length: marks + asked[0].length, aside: '', isBare: false }
  for (const { pattern, speaker: group } of head.includes(':') ? allLabels : labelsWithoutColon) {
    const found = pattern.exec(head)
    if (!found) continue
    const written = found[group]!.trim().replace(/[ \t]+/g, ' ')
    const aside = heard.exec(written)?.[0] ?? ''
    const speaker = written.slice(0, written.length - aside.length)
    if (noSpeaker.test(speaker) || !/^[\p{Lu}\p{Lo}\d]/u.test(speaker) || /^\d+$/.test(speaker)) return null
    return {
      speaker,
      time: found[3 - group] ?? null,
      length: marks + found[0].length,
      aside: aside.trim(),
      isBare: pattern === bare || pattern === bareBehind,
    }
  }
  return null
}

/** How a voice is heard, as broadcasters put it behind a name. */
const heard =
  /\s*\((?:voice-?over|on|off|via|through|by|live|video|translated)(?:[ -](?:camera|screen|telephone|phone|translat(?:or|ion)|interpreter|text|video(?:tape)?|satellite|skype|zoom))*\)$/i

/** Labels that are nothing else: numbered voices, offices, titles before and parties behind a name. */
const sureSpeaker =
  /^(?:(?:speaker|spk|sprecher(?:in)?|voice|person|participant|interviewer(?:in)?|interviewee|moderator(?:in)?|respondent|student|teacher)(?:[ _-]?(?:\d{1,3}|[A-Z]))?|(?:Mrs?|Ms|Miss|Dr|Prof|Hon|Sir|Lord|Lady|Dame|Senator|Sen|Rep|Judge|Justice|Mme|Mlle|M|Herr|Frau|Abg|Abgeordneter?|(?:Vize)?präsident(?:in)?|(?:Alters)?präsident(?:in)?|Presidente|Sr|Sra|The (?:(?:deputy|acting|vice|hon\.?) )*(?:speaker|president|presiding officer|chair(?:man|woman|person)?|witness|court|clerk))\b.*)$/iu

/** No year: so do books begin in a list of them. */
const withParty = /\(\s*(?!\d{4}[a-z]?\s*\))[\p{Lu}\d][^()]*\)$/u

/** Whether a label by itself tells that it names who speaks. */
export const isSure = ({ speaker, time }: Label): boolean =>
  time !== null || sureSpeaker.test(speaker) || withParty.test(speaker)

export const countsOfNames = (labels: readonly Label[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { speaker } of labels) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return counts
}

/** `My point is this: …` is no name: what has words in small letters must be met again, or have its time in brackets. */
export function withoutPhrases(labels: readonly Label[]): Label[] {
  const counts = countsOfNames(labels)
  return labels.filter(
    (label) => isSure(label) || counts.get(label.speaker)! > 1 || !smallWord.test(label.speaker),
  )
}

/** Whether most of them are of somebody who speaks again. */
export function areMetAgain(labels: readonly Label[]): boolean {
  const counts = countsOfNames(labels)
  return labels.filter(({ speaker }) => counts.get(speaker)! > 1).length * 2 >= labels.length
}

/** Of labels that may be speakers or words, and end the turn before them. */
export function noteOnPhrases(phrases: readonly Label[]): string {
  const lines = counted(
    phrases.length,
    'line that begins as with a name, but met once and with words in small letters',
    'lines that begin as with a name, but each met once and with words in small letters',
  )
  const shown = phrases.slice(0, 3).map(({ speaker }) => `“${speaker}:”`)
  return `Given to no speaker: ${lines} (${shown.join(', ')}${phrases.length > 3 ? ' …' : ''}), up to the next name.`
}

import { counted } from '../tally.ts'

/** What a line begins with, where it says who speaks. */
export interface Label {
  speaker: string
  time: string | null
  /** Where the words begin in the line, in UTF-16 code units. */
  length: number
  /** Whether name and time are all there is, with a colon or no mark at all: so are the heads of a diary and of a programme. */
  isBare: boolean
}

const time = /[[(]?\s*(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)\s*[\])]?/.source
/** A name or a role: no sentence, no number alone; up to five words. */
const name =
  /(?:\p{L}[\p{L}\p{M}.'’-]*|\d{1,3})(?:[ \t]+(?:\p{L}[\p{L}\p{M}.'’-]*|\([^()\n]{1,40}\)|\d{1,3})){0,5}/u
    .source

/** Name  00:01:02   Name: 00:01:02   with the words in the lines below */
const bare = new RegExp(`^\\s*(${name})(?:[ \\t]*:)?[ \\t]+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*$`, 'u')

const labels: readonly RegExp[] = [
  // [00:01:02] Name: …   00:01:02 Name: …
  new RegExp(`^\\s*${time}\\s*[-–—]?\\s*(${name})\\s*:(?=\\s|$)`, 'u'),
  // Name [00:01:02]: …   Name (00:01:02) …
  new RegExp(
    `^\\s*(${name})\\s*[[(]\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)\\s*[\\])]\\s*:?(?=\\s|$)`,
    'u',
  ),
  bare,
  // Name: …
  new RegExp(`^\\s*(${name})\\s*:(?=\\s|$)`, 'u'),
]
/** Q. and A. of hearings, which stand for two speakers throughout. */
const questionAnswer = /^\s*([QA])[.:](?=\s)/

/** What stands before a colon at the head of letters, pages, notes and articles of databases, and speaks nowhere. */
export const noSpeaker =
  /^(?:byline|dateline|headline|length|load-date|language|publication(?:-type|[ ]info|[ ]date)?|journal-code|document-type|highlight|graphic|correction|distribution|copyright|full[ ]text|links|https?|note|notes|re|subject|date|from|to|cc|bcc|sent|source|sources|title|author|abstract|keywords|figure|table|example|summary|warning|tel|phone|fax|e-?mail|url|betreff|von|an|datum|anhang|objet|tip|chapter|part|section|step|page|p\.?s\.?)$/i

/** A word that no name has; those of `Vincent van Gogh` and `Ana de la Vega (chair)` are passed over. */
const smallWord =
  /(?:^|\s)(?!(?:van|von|vom|zu|de|der|den|di|da|do|dos|du|la|le|del|della|ten|ter|bin|al|el|y|e)(?:\s|$))\p{Ll}/u

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

export const countsOfNames = (labels: readonly Label[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { speaker } of labels) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return counts
}

/** `My point is this: …` is no name: what has words in small letters must be met again, or have its time in brackets. */
export function withoutPhrases(labels: readonly Label[]): Label[] {
  const counts = countsOfNames(labels)
  return labels.filter(
    ({ speaker, time }) => time !== null || counts.get(speaker)! > 1 || !smallWord.test(speaker),
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

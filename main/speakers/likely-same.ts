import type { SpeakerId } from '../../preload/contract/ids.ts'
import type { LikelySame, Speaker, SpeakerCounts } from '../../preload/contract/speaker.ts'
import { fold } from '../claims/words.ts'
import { namesOf } from '../handlers/speaker/speaker-named.ts'

/** More are not looked through by anybody. */
const mostTold = 200

/** A name that so many others end with tells nobody: “minister”. */
const mostEndings = 4

/** Kinds of likeness, the surest first. */
const kinds = ['same', 'initials', 'part', 'letters', 'spelling'] as const
type Kind = (typeof kinds)[number]

interface Name {
  speaker: Speaker
  words: string
  /** Without case, accents, signs and titles. */
  tokens: string[]
}

/** How people are called beside their names. */
const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev herr frau monsieur madame mme mlle m señor señora sr sra г г-н г-жа пан пані'.split(
    ' ',
  ),
)
const smallWords = new Set('of the and for in on de la du des der die das und für von et'.split(' '))

/**
 * Speakers whose names are so alike that they may be one and the same: the same words, a first name as its initial, one
 * name the end of another, the first letters of a body, or one letter that differs. Only told: whether they are one is
 * for a person to say. People whose first names differ are never told of, nor a person and a body.
 */
export function likelySame(
  speakers: readonly Speaker[],
  counts: SpeakerCounts,
  apart: readonly (readonly [SpeakerId, SpeakerId])[],
): LikelySame[] {
  const names = speakers.flatMap((speaker) =>
    namesOf(speaker).map((words): Name => ({ speaker, words, tokens: tokensOf(words) })),
  )
  const known = new Set(apart.map(([a, b]) => keyOf(a, b)))
  const found = new Map<string, LikelySame & { kind: Kind }>()

  function tell(kind: Kind, one: Name, other: Name, why: string): void {
    const key = keyOf(one.speaker.id, other.speaker.id)
    if (one.speaker.id === other.speaker.id || known.has(key) || differInKind(one.speaker, other.speaker))
      return
    const before = found.get(key)
    if (before && kinds.indexOf(before.kind) <= kinds.indexOf(kind)) return
    found.set(key, { kind, one: one.speaker.id, other: other.speaker.id, why })
  }

  const bySameWords = group(names, ({ tokens }) => [[...tokens].sort().join(' ')])
  for (const [, same] of bySameWords)
    pairs(same, (a, b) => tell('same', a, b, `“${a.words}” and “${b.words}” are the same words.`))

  const byLast = group(names, ({ tokens }) => tokens.slice(-1))
  for (const [, alike] of byLast) {
    if (alike.length > 1000) continue
    pairs(alike, (a, b) => {
      if (abbreviates(a.tokens, b.tokens) || abbreviates(b.tokens, a.tokens))
        tell('initials', a, b, `“${a.words}” and “${b.words}” differ in an initial only.`)
    })
  }

  const byEnding = group(names, ({ tokens }) => endingsOf(tokens))
  for (const name of names) {
    const whole = name.tokens.join(' ')
    const longer = (byEnding.get(whole) ?? []).filter(({ speaker }) => speaker.id !== name.speaker.id)
    if (whole.length < 3 || new Set(longer.map(({ speaker }) => speaker.id)).size > mostEndings) continue
    for (const other of longer)
      tell('part', name, other, `“${name.words}” may be short for “${other.words}”.`)
  }

  const byLetters = group(names, ({ tokens }) => firstLettersOf(tokens))
  for (const name of names) {
    if (!/^\p{Lu}\p{L}{0,4}\p{Lu}$/u.test(name.words.replace(/\./g, ''))) continue
    for (const other of byLetters.get(name.tokens.join('')) ?? [])
      tell('letters', name, other, `“${name.words}” may stand for “${other.words}”.`)
  }

  const bySpelling = group(names, ({ tokens }) => withoutALetter(tokens.join(' ')))
  for (const [, alike] of bySpelling) {
    if (alike.length > 50) continue
    pairs(alike, (a, b) => {
      if (differInOneLetter(a.tokens, b.tokens))
        tell('spelling', a, b, `“${a.words}” and “${b.words}” differ in one letter.`)
    })
  }

  const passages = new Map(Array.from(counts.speaker, (id, i) => [id as SpeakerId, counts.passages[i]!]))
  const weight = ({ one, other }: LikelySame) => (passages.get(one) ?? 0) + (passages.get(other) ?? 0)
  return [...found.values()]
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || weight(b) - weight(a) || a.one - b.one)
    .slice(0, mostTold)
    .map(({ one, other, why }) => ({ one, other, why }))
}

function tokensOf(words: string): string[] {
  const all = fold(words.replace(/\([^)]*\)/g, ' ')).match(/[\p{L}\p{N}]+/gu) ?? []
  const own = all.filter((token) => !titles.has(token) && token !== 'the')
  return own.length > 0 ? own : [...all]
}

const keyOf = (a: SpeakerId, b: SpeakerId) => `${Math.min(a, b)} ${Math.max(a, b)}`

const differInKind = (a: Speaker, b: Speaker) =>
  a.kind !== b.kind && a.kind !== 'unknown' && b.kind !== 'unknown'

/** Whether one is the other with first names as initials: “d peskov”, “dmitry peskov”. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length !== long.length || short.at(-1) !== long.at(-1)) return false
  const differing = short.filter((token, i) => token !== long[i])
  return (
    differing.length > 0 &&
    short.every((token, i) => token === long[i] || (token.length === 1 && long[i]!.startsWith(token)))
  )
}

/** The last words of a name, but not all of it. */
function endingsOf(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((_, at) => tokens.slice(at + 1).join(' '))
}

/** Of a name of several words: with small words and without. */
function firstLettersOf(tokens: readonly string[]): string[] {
  const letters = (all: readonly string[]) => (all.length < 2 ? [] : [all.map((token) => token[0]).join('')])
  return [...new Set([...letters(tokens), ...letters(tokens.filter((token) => !smallWords.has(token)))])]
}

/** The name itself and each way to leave one letter out: two names that differ in one letter have one of these in common. */
function withoutALetter(name: string): string[] {
  if (name.length < 5 || name.length > 60) return []
  return [name, ...Array.from({ length: name.length }, (_, at) => name.slice(0, at) + name.slice(at + 1))]
}

/** Whether one long enough word has a letter more, less or another one. Words of digits are never misspelt. */
function differInOneLetter(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const differing = a.flatMap((token, i) => (token === b[i] ? [] : [[token, b[i]!] as const]))
  const [pair] = differing
  if (!pair || differing.length > 1) return false
  const [one, other] = pair
  if (Math.min(one.length, other.length) < 5 || /\p{N}/u.test(one + other)) return false
  const shorter = one.length < other.length ? one : other
  const longer = one.length < other.length ? other : one
  let at = 0
  while (at < shorter.length && shorter[at] === longer[at]) at++
  const rest = longer.slice(at + 1)
  return rest === shorter.slice(one.length === other.length ? at + 1 : at)
}

function group(names: readonly Name[], keysOf: (name: Name) => readonly string[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    for (const key of new Set(keysOf(name))) {
      const known = groups.get(key)
      if (known) known.push(name)
      else groups.set(key, [name])
    }
  }
  return groups
}

function pairs(all: readonly Name[], look: (a: Name, b: Name) => void): void {
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) look(a, b)
}

import type { CueList } from '../../../preload/contract/answer.ts'
import { baseLanguage } from '../../../preload/contract/base-language.ts'

/** The lists there are, and an empty one for every other language that documents are in. */
export function listsFor(lists: readonly CueList[], documentLanguages: readonly string[]): CueList[] {
  const bases = documentLanguages.map(baseLanguage).filter((base) => /^[a-z]{2,3}$/.test(base))
  const others = [...new Set(bases)].filter((base) => !lists.some(({ language }) => language === base))
  return [...lists, ...others.map((language) => ({ language, denial: [], contrast: [], isOwn: false }))]
}

/** The list of a language, else the first. */
export function listFor(lists: readonly CueList[], language: string): CueList {
  return lists.find((list) => list.language === baseLanguage(language)) ?? lists[0]!
}

/** What stands between commas or on lines of its own, each once. */
export function cuesFrom(text: string): string[] {
  const cues = text.split(/[,\n]/u).map((cue) => cue.trim().replace(/\s+/gu, ' '))
  return [...new Set(cues.filter((cue) => cue !== ''))]
}

import type { PageFacts } from '../html-facts.ts'

const separator = /\s+[-–—|·•:»«/]+\s+|\s*[|»]\s*/

/**
 * What a page’s text is called: without the name of its outlet or author, which titles of pages have before or behind
 * it. `heading` is the first one of the text, '' for none. What the page says twice, in its head and in its text, is it.
 */
export function pageTitle({ title, headline, metadata }: PageFacts, heading: string): string {
  const around = [metadata.outlet, metadata.author, hostOf(metadata.url)].map((name) => keyOf(name ?? ''))
  const [ownTitle, ownHeadline] = [title, headline].map((words) => without(words, around)) as [string, string]
  if (isSeveralWords(heading) && [headline, title].some((words) => isPartOf(heading, words))) return heading
  if (isSeveralWords(ownHeadline) && holds(title, ownHeadline)) return ownHeadline
  const isInTitle = isSeveralWords(heading) && holds(title, heading) && !isNameBehind(heading, title)
  return isInTitle ? heading : ownTitle || ownHeadline
}

/** Whether a heading says what the page is called; `titles` are what its head says, '' among them. */
export function saysTitle(heading: string, titles: readonly string[]): boolean {
  return titles.some((title) =>
    isSeveralWords(heading)
      ? holds(title, heading) || saysNearly(heading, title)
      : heading !== '' && heading.toLowerCase() === title.toLowerCase(),
  )
}

/** A word alone is no headline; scripts without spaces say much in few letters. */
const isSeveralWords = (words: string): boolean =>
  words.includes(' ') ||
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{5}/u.test(
    words,
  )

const holds = (whole: string, words: string): boolean => whole.toLowerCase().includes(words.toLowerCase())

/** Behind a separator, and less than what stands before it. */
const isNameBehind = (words: string, title: string): boolean =>
  [...title.matchAll(new RegExp(separator, 'g'))].some(
    ({ index, 0: cut }) =>
      words.length <= index &&
      title
        .slice(index + cut.length)
        .toLowerCase()
        .startsWith(words.toLowerCase()),
  )

/** All of it, what stands before a separator, or what stands behind one and is most of it: blogs end with their name. */
function isPartOf(words: string, whole: string): boolean {
  const sides = [...whole.matchAll(new RegExp(separator, 'g'))].flatMap(({ index, 0: cut }) => {
    const behind = whole.slice(index + cut.length)
    return [whole.slice(0, index), behind.length > index ? behind : '']
  })
  return [whole, ...sides].some((side) => side.toLowerCase() === words.toLowerCase())
}

/** Newspapers turn a phrase of a headline for the head of the page. */
function saysNearly(heading: string, title: string): boolean {
  const words = new Set(wordsOf(heading))
  const said = new Set(wordsOf(title))
  const shared = [...words].filter((word) => said.has(word)).length
  return words.size >= 4 && shared >= words.size * 0.75
}

const wordsOf = (words: string): string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function without(title: string, around: readonly string[]): string {
  const cuts = [...title.matchAll(new RegExp(separator, 'g'))]
  const [first, last] = [cuts[0], cuts.at(-1)]
  if (!first || !last) return title
  const isName = (words: string) => keyOf(words) !== '' && around.includes(keyOf(words))
  if (isName(title.slice(last.index + last[0].length))) return title.slice(0, last.index)
  if (isName(title.slice(0, first.index))) return title.slice(first.index + first[0].length)
  return title
}

/** Names of outlets as letters alone: the Gazette is Gazette.example, and www.gazette.example too. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:www\.|the\s+)/, '')
    .replace(/(?:\.[a-z]{2,3})?\.[a-z]{2,7}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

function hostOf(address: string | undefined): string {
  try {
    return address ? new URL(address).hostname : ''
  } catch {
    return ''
  }
}

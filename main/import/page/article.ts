import { Readability } from '@mozilla/readability'
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { headingLevel, leftOutElements } from '../html-elements.ts'
import type { PageFacts } from '../html-facts.ts'
import { findLayoutTables } from '../html-tables.ts'
import {
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isElement,
  isHidden,
  walkTree,
} from '../html-tree.ts'
import type { PagePart } from '../html-walk.ts'
import { oneLine } from '../title.ts'
import { saysTitle } from './page-title.ts'
import { type ReadableCopy, readableCopy } from './readable-copy.ts'
import { isCookieNotice, restOfPage } from './rest-of-page.ts'

/** What a page was found to be. */
export interface WeighedPage {
  /** Null where the page has none, or is nothing else. */
  article: PagePart | null
  /** A sentence on what was left out with `article`, or on why there is none; '' for a mere document. */
  note: string
}

/** Fewer letters, after spaces, are a caption or a notice. */
const shortestArticle = 140

/** Of the letters of an article, how many may stand in links; a list of teasers has more. */
const mostInLinks = 0.5

/**
 * The article in a page, found by Mozilla’s Readability, the reader view of Firefox; it only chooses, what is read is
 * the page itself. The headline is part of it wherever it stands. There is none in lists of links, in pages of a few
 * words, in pages too large to weigh, and in documents that have nothing around their text that only web pages have.
 */
export function weighPage(page: HtmlNode, facts: PageFacts): WeighedPage {
  const copy = readableCopy(page, facts.title || facts.headline)
  if (!copy) return { article: null, note: tooLarge }
  const chosen = chosenTexts(copy)
  if (!chosen || !isArticle(chosen)) {
    return { article: null, note: restOfPage(copy.texts).hasFurniture ? notFound : '' }
  }
  const kept = new Set([...chosen, ...headlineOf(page, facts, chosen), ...tablesAmong(page, chosen)])
  const rest = restOfPage(copy.texts.filter((text) => !kept.has(text)))
  if (!rest.hasFurniture) return { article: null, note: '' }
  return {
    article: partOf(kept, copy.texts),
    note: `The article was taken and the rest of the page left out: ${rest.inWords}.`,
  }
}

const notFound = 'No article was found in this page: all of it came in.'
const tooLarge = 'This page is too large to look for an article in it: all of it came in.'

/** Elements without words (breaks, pictures, empty cells) go with what is around them. */
function partOf(kept: ReadonlySet<HtmlText>, all: readonly HtmlText[]): PagePart {
  const holding = elementsAround(kept)
  const withWords = elementsAround(all)
  return {
    holds: (element) => holding.has(element) || !withWords.has(element),
    holdsText: (text) => kept.has(text) || text.value.trim() === '',
  }
}

function chosenTexts({ wellFormed, texts }: ReadableCopy): Set<HtmlText> | null {
  const tree = new JSDOMParser().parse(wellFormed)
  const options = { serializer: (element: Node) => element as Element, disableJSONLD: true }
  const found = new Readability(tree, options).parse()
  if (!found?.content) return null
  const marked = Array.from(found.content.getElementsByTagName('data'))
  const chosen = marked.flatMap((mark) => texts[Number(mark.getAttribute('value'))] ?? [])
  return new Set(withoutCookieNotices(chosen))
}

/** A notice at the top of a page reads like a first paragraph. A page is never all notice, whatever its names say. */
function withoutCookieNotices(chosen: readonly HtmlText[]): readonly HtmlText[] {
  const others = chosen.filter((text) => !isCookieNotice(text))
  return others.length > chosen.length / 2 ? others : chosen
}

function isArticle(chosen: ReadonlySet<HtmlText>): boolean {
  let letters = 0
  let inLinks = 0
  for (const text of chosen) {
    const { length } = text.value.replace(/\s+/g, '')
    letters += length
    if (isInLink(text)) inLinks += length
  }
  return letters >= shortestArticle && inLinks <= letters * mostInLinks
}

/**
 * The heading that says the title of the page, where it stands before the article: Readability drops it, since it
 * shows the title elsewhere.
 */
function headlineOf(page: HtmlNode, facts: PageFacts, chosen: ReadonlySet<HtmlText>): HtmlText[] {
  const titles = [facts.title, facts.headline]
  const isUntitled = titles.every((title) => title === '')
  const outlet = facts.metadata.outlet?.toLowerCase()
  let best: { level: number; length: number; texts: HtmlText[] } | null = null
  let isBefore = true
  walkTree(page, {
    enter(element) {
      const level = headingLevel(element.tagName)
      if (level === null || !isBefore) return isBefore
      const texts = textsIn(element)
      const words = oneLine(texts.map(({ value }) => value).join(''))
      const says =
        words !== '' &&
        words.toLowerCase() !== outlet &&
        (saysTitle(words, titles) || (level === 1 && isUntitled))
      const isBetter =
        best === null || level < best.level || (level === best.level && words.length > best.length)
      if (says && isBetter) best = { level, length: words.length, texts }
      return true
    },
    text(text) {
      if (chosen.has(text) && text.value.trim().length > 40 && !isInHeading(text)) isBefore = false
    },
  })
  return (best as { texts: HtmlText[] } | null)?.texts ?? []
}

/**
 * Tables of data between the first and the last words of the article: Readability takes few of what stands beside
 * paragraphs.
 */
function tablesAmong(page: HtmlNode, chosen: ReadonlySet<HtmlText>): HtmlText[] {
  const layout = findLayoutTables(page)
  const among: HtmlText[] = []
  let waiting: HtmlText[] = []
  let hasBegun = false
  walkTree(page, {
    enter(element) {
      if (leftOutElements.has(element.tagName) || isHidden(element)) return false
      if (element.tagName !== 'table' || layout.has(element) || !hasBegun) return true
      const texts = textsIn(element)
      if (texts.some((text) => chosen.has(text) || isInLink(text))) return true
      waiting.push(...texts)
      return false
    },
    text(text) {
      if (!chosen.has(text)) return
      hasBegun = true
      among.push(...waiting)
      waiting = []
    },
  })
  return among
}

function textsIn(element: HtmlElement): HtmlText[] {
  const texts: HtmlText[] = []
  walkTree(element, { enter: () => true, text: (text) => texts.push(text) })
  return texts.filter((text) => text.value.trim() !== '')
}

const isInLink = (text: HtmlText): boolean => someAround(text, ({ tagName }) => tagName === 'a')
const isInHeading = (text: HtmlText): boolean =>
  someAround(text, ({ tagName }) => headingLevel(tagName) !== null)

function someAround(text: HtmlText, test: (element: HtmlElement) => boolean): boolean {
  for (let node: HtmlNode | null = text.parentNode; node && isElement(node); node = node.parentNode) {
    if (test(node)) return true
  }
  return false
}

/** All elements that any of the texts stands in. */
function elementsAround(texts: Iterable<HtmlText>): Set<HtmlElement> {
  const around = new Set<HtmlElement>()
  for (const text of texts) {
    for (let node: HtmlNode | null = text.parentNode; node && isElement(node); node = node.parentNode) {
      if (around.has(node)) break
      around.add(node)
    }
  }
  return around
}

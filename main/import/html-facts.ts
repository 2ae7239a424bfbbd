import type { Metadata } from '../../preload/contract/document.ts'
import { leftOutElements } from './html-elements.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isElement, isText, walkTree } from './html-tree.ts'
import { articleFactsIn } from './page/json-ld.ts'
import { isoDateOf, languageOf, linkTargetOf } from './stated-facts.ts'
import { oneLine } from './title.ts'

export interface PageFacts {
  /** '' when the page has none. */
  title: string
  /** What it says its article is called, without the outlet’s name; '' when it does not say. */
  headline: string
  metadata: Metadata
  /** The address its relative links are meant from. */
  base: string | undefined
}

/**
 * The names under which pages say the same, the surest first (Dublin Core, Open Graph, Highwire, Parse.ly). Those with a
 * space in them are given here: `ld` for schema.org’s in a script, `marked` for what stands in the text.
 */
const namesOf = {
  author: [
    ...['author', 'dc.creator', 'dcterms.creator', 'citation_author', 'parsely-author', 'article:author'],
    ...['ld author', 'marked author'],
  ],
  outlet: [
    'og:site_name',
    'ld outlet',
    'dc.publisher',
    'dcterms.publisher',
    'citation_publisher',
    'publisher',
    'application-name',
  ],
  date: [
    ...[
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dcterms.date',
    ],
    ...[
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'citation_publication_date',
      'parsely-pub-date',
    ],
    ...['pubdate', 'publishdate', 'publish-date', 'ld published', 'marked date'],
  ],
  language: ['content-language', 'dc.language', 'dcterms.language', 'og:locale', 'ld language'],
  url: ['og:url', 'ld url'],
  headline: ['og:title', 'ld headline', 'twitter:title', 'dc.title', 'citation_title'],
} as const

/** Longer is no name, date or address. */
const longestFact = 2000

/**
 * What a page says of itself: in its head, in schema.org’s words, in what marks up its author and date; of a name given
 * twice, the first. `address` is where it was saved from, as far as the file knows.
 */
export function factsOf(page: HtmlNode, address?: string): PageFacts {
  const said = new Map<string, string>()
  const say = (name: string | null, value: string | null) => {
    const key = name?.trim().toLowerCase()
    const words = oneLine(value ?? '')
    if (key && words !== '' && words.length <= longestFact && !said.has(key)) said.set(key, words)
  }
  let title = ''
  walkTree(page, {
    enter(element) {
      const { tagName } = element
      if (tagName === 'title' && title === '' && inHead(element)) title = oneLine(textOf(element))
      if (tagName === 'html') say('lang', attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang'))
      if (tagName === 'base') say('base', attributeOf(element, 'href'))
      if (tagName === 'link' && relOf(element).includes('canonical'))
        say('canonical', attributeOf(element, 'href'))
      if (tagName === 'script' && /^application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
        for (const [fact, words] of Object.entries(articleFactsIn(textOf(element)) ?? {}))
          say(`ld ${fact}`, words)
      if (tagName === 'time' && isPublished(element)) say('marked date', attributeOf(element, 'datetime'))
      if (isAuthor(element)) say('marked author', allTextOf(element))
      if (tagName === 'meta') {
        for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
          say(attributeOf(element, key), attributeOf(element, 'content'))
        }
      }
      return true
    },
  })

  const metadata: Metadata = {}
  const state = (field: string, values: (string | null | undefined)[]) => {
    const value = values.find((value) => value !== null && value !== undefined)
    if (value) metadata[field] = value
  }
  const under = (names: readonly string[]) =>
    names.map((name) => said.get(name)).filter((value) => value !== undefined)
  const isAddress = (value: string) => /^https?:/i.test(value)
  const base = said.get('base')
  state(
    'author',
    under(namesOf.author).filter((value) => !isAddress(value)),
  )
  state(
    'outlet',
    under(namesOf.outlet).filter((value) => !isAddress(value)),
  )
  state(
    'date',
    under(namesOf.date).map((value) => isoDateOf(value)),
  )
  state(
    'language',
    under(['lang', ...namesOf.language]).map((value) => languageOf(value)),
  )
  state(
    'url',
    [
      ...under(['canonical', ...namesOf.url]).map((value) => linkTargetOf(value, base ?? address)),
      address,
    ].filter((value) => value !== null),
  )
  const headline = under(namesOf.headline)[0] ?? ''
  return { title, headline, metadata, base: linkTargetOf(base ?? '', metadata.url) ?? metadata.url }
}

/** The date of a text, not that of a comment below it or of the day on which it was read. */
const isPublished = (element: HtmlElement) =>
  attributeOf(element, 'pubdate') !== null ||
  /\bdatePublished\b/i.test(attributeOf(element, 'itemprop') ?? '') ||
  isInArticle(element)

const isAuthor = (element: HtmlElement) =>
  element.tagName !== 'meta' &&
  (/^(?:author|creator)$/i.test(attributeOf(element, 'itemprop') ?? '') ||
    (element.tagName === 'a' && relOf(element).includes('author')))

/** Directly: comments are articles inside the article. */
function isInArticle(element: HtmlElement): boolean {
  let articles = 0
  for (let node: HtmlNode | null = element; node && isElement(node); node = node.parentNode) {
    if (node.tagName === 'article') articles++
  }
  return articles === 1
}

/** Drawings have titles too. */
const inHead = (element: HtmlElement) => element.parentNode?.nodeName === 'head'
const relOf = (element: HtmlElement) => (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/)
const textOf = (element: HtmlElement) =>
  element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')

function allTextOf(element: HtmlElement): string {
  let words = ''
  walkTree(element, {
    enter: ({ tagName }) => !leftOutElements.has(tagName),
    text: ({ value }) => {
      words += value
    },
  })
  return words
}

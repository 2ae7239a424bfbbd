import type { Metadata } from '../../preload/contract/document.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isText, walkTree } from './html-tree.ts'
import { statedDateOf } from './likely-dates.ts'
import { articleFactsIn } from './page/json-ld.ts'
import { MarkedFacts } from './page/marked-facts.ts'
import { languageOf, linkTargetOf } from './stated-facts.ts'
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
    ...['sailthru.author', 'ld author', 'marked author'],
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
    ...['pubdate', 'publishdate', 'publish-date', 'publish_date', 'pub_date', 'publication_date'],
    // The last gives the day in UTC, which may be the next one.
    ...['citation_date', 'citation_online_date', 'ld published', 'marked date', 'sailthru.date'],
  ],
  language: ['content-language', 'dc.language', 'dcterms.language', 'og:locale', 'ld language'],
  url: ['og:url', 'ld url'],
  headline: ['og:title', 'ld headline', 'twitter:title', 'dc.title', 'citation_title'],
} as const

/** Of several authors each has one of these to itself. */
const oneEach = new Set(['author', 'dc.creator', 'dcterms.creator', 'citation_author', 'article:author'])

/** Longer is no name, date or address. */
const longestFact = 2000

/**
 * What a page says of itself: in its head, in schema.org’s words, in what marks up its author and date; of a name given
 * twice, the first, of authors all. `address` is where it was saved from, as far as the file knows.
 */
export function factsOf(page: HtmlNode, address?: string): PageFacts {
  const said = new Map<string, string>()
  const say = (name: string | null, value: string | null) => {
    const key = name?.trim().toLowerCase()
    const words = oneLine(value ?? '')
    if (!key || words === '' || words.length > longestFact) return
    const before = said.get(key)
    if (before === undefined) said.set(key, words)
    else if (oneEach.has(key) && isAddress(before)) said.set(key, words)
    else if (
      oneEach.has(key) &&
      !isAddress(words) &&
      before.length + words.length < longestFact &&
      !before.includes(words)
    )
      said.set(key, `${before}, ${words}`)
  }
  const marked = new MarkedFacts()
  let title = ''
  walkTree(page, {
    enter(element) {
      const { tagName } = element
      if (tagName === 'title' && title === '' && inHead(element))
        title = oneLine(textOf(element)).slice(0, longestFact)
      if (tagName === 'html') say('lang', attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang'))
      if (tagName === 'base') say('base', attributeOf(element, 'href'))
      if (tagName === 'link' && relOf(element).includes('canonical'))
        say('canonical', attributeOf(element, 'href'))
      if (tagName === 'script' && /^application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
        for (const [fact, words] of Object.entries(articleFactsIn(textOf(element)) ?? {}))
          say(`ld ${fact}`, words)
      marked.meet(element)
      if (tagName === 'meta') {
        for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
          say(attributeOf(element, key), attributeOf(element, 'content'))
        }
      }
      return true
    },
  })

  say('marked author', marked.author)
  say('marked date', marked.date)

  const metadata: Metadata = {}
  const state = (field: string, values: (string | null | undefined)[]) => {
    const value = values.find((value) => value !== null && value !== undefined)
    if (value) metadata[field] = value
  }
  const under = (names: readonly string[]) =>
    names.map((name) => said.get(name)).filter((value) => value !== undefined)
  const base = said.get('base')
  const authors = under(namesOf.author).filter((value) => !isAddress(value))
  state(
    'author',
    // A newspaper that names itself as the author names the person elsewhere, if at all.
    [...authors.filter((value) => !isDomain(value)), ...authors].map(withoutBy),
  )
  state(
    'outlet',
    under(namesOf.outlet).filter((value) => !isAddress(value)),
  )
  state(
    'date',
    under(namesOf.date).map((value) => statedDateOf(value)),
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

const isAddress = (value: string): boolean => /^https?:/i.test(value)
const isDomain = (name: string): boolean => /^(?:[\w-]+\.)+[a-z]{2,}$/i.test(name)
const withoutBy = (author: string): string => author.replace(/^by:?\s+(?=\S)/i, '')

/** Drawings have titles too. */
const inHead = (element: HtmlElement) => element.parentNode?.nodeName === 'head'
const relOf = (element: HtmlElement) => (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/)
const textOf = (element: HtmlElement) =>
  element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')

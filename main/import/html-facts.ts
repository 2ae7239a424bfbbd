import type { Metadata } from '../../preload/contract/document.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isText, walkTree } from './html-tree.ts'
import { isoDateOf, languageOf, linkTargetOf } from './stated-facts.ts'
import { oneLine } from './title.ts'

export interface PageFacts {
  /** '' when the page has none. */
  title: string
  metadata: Metadata
  /** The address its relative links are meant from. */
  base: string | undefined
}

/** The names under which pages say the same, the surest first (Dublin Core, Open Graph, Highwire, Parse.ly). */
const namesOf = {
  author: ['author', 'dc.creator', 'dcterms.creator', 'citation_author', 'parsely-author', 'article:author'],
  outlet: [
    'og:site_name',
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
    ...['pubdate', 'publishdate', 'publish-date'],
  ],
  language: ['content-language', 'dc.language', 'dcterms.language', 'og:locale'],
  url: ['og:url'],
} as const

/** Longer is no name, date or address. */
const longestFact = 2000

/** What a page says of itself in its head; of a name given twice, the first. */
export function factsOf(page: HtmlNode): PageFacts {
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
    under(['canonical', ...namesOf.url]).map((value) => linkTargetOf(value, base)),
  )
  return { title, metadata, base: linkTargetOf(base ?? '', metadata.url) ?? metadata.url }
}

/** Drawings have titles too. */
const inHead = (element: HtmlElement) => element.parentNode?.nodeName === 'head'
const relOf = (element: HtmlElement) => (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/)
const textOf = (element: HtmlElement) =>
  element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')

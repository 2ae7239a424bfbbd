import { leftOutElements } from '../html-elements.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isElement, walkTree } from '../html-tree.ts'
import { statedDateOf } from '../likely-dates.ts'
import { oneLine } from '../title.ts'

const mostAuthors = 20

/** How many elements are looked through for a name or a date: where they are marked there are few. */
const mostElements = 100

/** UTF-16 code units of a name or a date: what is longer is another thing. */
const mostLetters = 2000

/** Marks that many pages give to their author and date in the text: schema.org’s, hAtom’s, h-entry’s, those of blogs. */
export class MarkedFacts {
  readonly #authors: string[] = []
  #beside: HtmlNode | null = null
  #date = ''
  readonly #datesAnywhere = new Set<string>()

  /** To be told of each element of the page, from the top. */
  meet(element: HtmlElement): void {
    if (element.tagName === 'meta') return
    if (isAuthor(element)) this.#meetAuthor(element)
    const date = isDate(element) ? dateOf(element) : null
    if (date === null) return
    this.#datesAnywhere.add(date)
    if (this.#date === '' && isOfTheText(element)) this.#date = date
  }

  /** The first that is marked and those right beside, with commas between; '' for none. */
  get author(): string {
    return this.#authors.join(', ')
  }

  /** ISO 8601; '' where none is marked, or several outside of the article. */
  get date(): string {
    if (this.#date !== '') return this.#date
    return this.#datesAnywhere.size === 1 ? [...this.#datesAnywhere][0]! : ''
  }

  #meetAuthor(element: HtmlElement): void {
    if (
      this.#authors.length > 0 &&
      (element.parentNode !== this.#beside || this.#authors.length >= mostAuthors)
    )
      return
    const name = authorIn(element)
    if (name === '' || this.#authors.includes(name)) return
    this.#authors.push(name)
    this.#beside = element.parentNode
  }
}

const isAuthor = (element: HtmlElement): boolean =>
  /^(?:author|creator)$/i.test(attributeOf(element, 'itemprop') ?? '') ||
  (element.tagName === 'a' && namesIn(element, 'rel').includes('author')) ||
  namesIn(element, 'class').includes('p-author') ||
  // In hAtom the author is a card with a name; a lone `author` is anything.
  (namesIn(element, 'class').includes('author') &&
    ['vcard', 'fn'].some((name) => namesIn(element, 'class').includes(name)))

/** Of a card with a portrait, a telephone number and more, the name alone. */
function authorIn(element: HtmlElement): string {
  let name: HtmlElement | null = null
  let elements = 0
  walkTree(element, {
    enter(inner) {
      if (++elements > mostElements) return false
      const isName =
        /^name$/i.test(attributeOf(inner, 'itemprop') ?? '') ||
        ['fn', 'p-name'].some((word) => namesIn(inner, 'class').includes(word))
      if (isName && name === null && wordsIn(inner) !== '') name = inner
      return name === null
    },
  })
  return wordsIn(name ?? element)
}

const isDate = (element: HtmlElement): boolean =>
  element.tagName === 'time' ||
  /\bdatePublished\b/i.test(attributeOf(element, 'itemprop') ?? '') ||
  namesIn(element, 'class').some((name) => ['published', 'dt-published', 'entry-date'].includes(name))

const dateOf = (element: HtmlElement): string | null =>
  ['datetime', 'content', 'title']
    .map((name) => statedDateOf(attributeOf(element, name) ?? ''))
    .find((date) => date !== null) ?? statedDateOf(wordsIn(element))

/** The date of a text, not that of a comment below it or of the day on which it was read. */
const isOfTheText = (element: HtmlElement): boolean =>
  attributeOf(element, 'pubdate') !== null ||
  /\bdatePublished\b/i.test(attributeOf(element, 'itemprop') ?? '') ||
  isInArticle(element)

/** Directly: comments are articles inside the article. */
function isInArticle(element: HtmlElement): boolean {
  let articles = 0
  for (let node: HtmlNode | null = element; node && isElement(node); node = node.parentNode) {
    if (node.tagName === 'article') articles++
  }
  return articles === 1
}

const namesIn = (element: HtmlElement, attribute: string): string[] =>
  (attributeOf(element, attribute) ?? '').toLowerCase().split(/\s+/)

function wordsIn(element: HtmlElement): string {
  let words = ''
  let elements = 0
  walkTree(element, {
    enter: ({ tagName }) => ++elements <= mostElements && !leftOutElements.has(tagName),
    text: ({ value }) => {
      if (words.length <= mostLetters) words += value.slice(0, mostLetters + 1)
    },
  })
  return oneLine(words)
}

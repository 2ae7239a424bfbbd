import { leftOutElements, silentElements } from '../html-elements.ts'
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isHidden,
  walkTree,
} from '../html-tree.ts'

/** A page written out for a library that finds articles. */
export interface ReadableCopy {
  /** Well-formed; each text with words stands in a `<data value="N">` of its own. */
  wellFormed: string
  /** The texts of the page by their N. */
  texts: readonly HtmlText[]
}

/** Larger pages are lists or whole books; to weigh them would take longer than to read them. */
const mostElements = 40_000

/** Elements below are written as if they were not there: what nests deeper is no layout any more. */
const deepest = 300

/** By what a page’s parts are told from each other. */
const telling = [
  'class',
  'id',
  'role',
  'itemprop',
  'itemtype',
  'rel',
  'href',
  'lang',
  'aria-hidden',
  'aria-modal',
] as const

/** Without content of their own; pictures and fields say how much text is to be expected beside them. */
const emptyElements = new Set(['br', 'hr', 'img', 'input'])

/**
 * What a reader sees of a page, as text that the library can read without a browser; null for a page too large to
 * weigh. Around every text stands an element that no rule of the library looks at, so that what it keeps is known
 * however it moves and renames the rest.
 */
export function readableCopy(page: HtmlNode, title: string): ReadableCopy | null {
  const pieces = [`<html><head><title>${encoded(title)}</title></head>`]
  const texts: HtmlText[] = []
  let elements = 0
  let depth = 0
  walkTree(page, {
    enter(element) {
      const { tagName } = element
      if (tagName === 'head') return false
      if (tagName === 'html') return true
      if (emptyElements.has(tagName)) {
        pieces.push(`<${tagName}/>`)
        return false
      }
      if (leftOutElements.has(tagName) || silentElements.has(tagName) || isHidden(element)) return false
      if (++elements > mostElements) return false
      if (++depth <= deepest) pieces.push(startTag(element))
      return true
    },
    leave(element) {
      if (element.tagName === 'html') return
      if (depth-- <= deepest) pieces.push(`</${nameOf(element)}>`)
    },
    text(text) {
      if (text.value.trim() === '') pieces.push(' ')
      else pieces.push(`<data value="${texts.push(text) - 1}">${encoded(text.value)}</data>`)
    },
  })
  return elements > mostElements ? null : { wellFormed: `${pieces.join('')}</html>`, texts }
}

function startTag(element: HtmlElement): string {
  const attributes = telling.map((name) => {
    const value = attributeOf(element, name)
    return value === null ? '' : ` ${name}="${encoded(value)}"`
  })
  return `<${nameOf(element)}${attributes.join('')}>`
}

/** A tag of no known shape is worth no more than a `span`. */
const nameOf = ({ tagName }: HtmlElement): string => (/^[a-z][a-z\d]*$/.test(tagName) ? tagName : 'span')

const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

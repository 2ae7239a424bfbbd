import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node
export const isText = (node: HtmlNode): node is HtmlText => node.nodeName === '#text'

/** What an element’s start tag says under a name; null when it says nothing. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** A person with a browser would not see it. */
export function isHidden(element: HtmlElement): boolean {
  const hidden = attributeOf(element, 'hidden')
  if (hidden !== null && hidden !== 'until-found') return true
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === null) return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '')
}

/**
 * Visits a tree in document order without recursion: pages nest tens of thousands deep. `enter` answers whether
 * to go on into the element; `leave` is told of those it went into.
 */
export function walkTree(
  root: HtmlNode,
  visit: {
    enter(element: HtmlElement): boolean
    leave?(element: HtmlElement): void
    text?(text: HtmlText): void
  },
): void {
  const path: { node: HtmlNode; next: number }[] = [{ node: root, next: 0 }]
  while (path.length > 0) {
    const here = path.at(-1)!
    const child = 'childNodes' in here.node ? here.node.childNodes[here.next++] : undefined
    if (child === undefined) {
      path.pop()
      if (isElement(here.node) && here.node !== root) visit.leave?.(here.node)
    } else if (isElement(child)) {
      if (visit.enter(child)) path.push({ node: child, next: 0 })
    } else if (isText(child)) {
      visit.text?.(child)
    }
  }
}

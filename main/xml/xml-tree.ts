import { decodeXml } from './decode-xml.ts'
import { type XmlOptions, XmlReader, type XmlTag } from './xml-reader.ts'

/** An element with all that is in it. `name` and the names of attributes are as `XmlTag` says. */
export interface XmlElement extends XmlTag {
  readonly children: readonly XmlNode[]
}

/** Text stands as one string between two elements. */
export type XmlNode = XmlElement | string

/**
 * The root element of an XML file, given as its bytes or as its text. Elements are no more than `deepest` inside each
 * other, so a tree may be walked by functions that call themselves. Fails with `unreadable`, with the line.
 */
export function parseXml(source: Uint8Array | string, options: XmlOptions = {}): XmlElement {
  const top: XmlNode[] = []
  const open: XmlNode[][] = [top]
  const reader = new XmlReader(
    {
      enter({ name, attributes, line }) {
        const children: XmlNode[] = []
        open.at(-1)!.push({ name, attributes, line, children })
        open.push(children)
      },
      leave: () => open.pop(),
      text(words) {
        const siblings = open.at(-1)!
        const last = siblings.at(-1)
        if (typeof last === 'string') siblings[siblings.length - 1] = last + words
        else if (words !== '') siblings.push(words)
      },
    },
    options,
  )
  reader.write(typeof source === 'string' ? source : decodeXml(source, options.called))
  reader.end()
  return top[0] as XmlElement
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The elements directly inside, or those of one name. */
export function elementsIn(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(isElement).filter((child) => name === undefined || child.name === name)
}

/** The first element of that name directly inside. */
export function elementIn(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child): child is XmlElement => isElement(child) && child.name === name)
}

/** All text inside, of all levels. */
export function textIn(node: XmlNode): string {
  return isElement(node) ? node.children.map(textIn).join('') : node
}

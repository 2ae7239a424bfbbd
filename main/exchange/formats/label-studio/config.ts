import { elementsIn, parseXml, type XmlElement } from '../../../xml/xml-tree.ts'
import type { Gathering } from '../../foreign/gathering.ts'

/** Takes the labels of a labelling configuration into the codebook, with their colours where they are such. */
export function takeConfig(bytes: Uint8Array, called: string, gathering: Gathering): void {
  for (const element of within(parseXml(bytes, { called }))) {
    const value = element.attributes.get('value')
    if (value === undefined) continue
    if (element.name === 'Label') {
      const color = element.attributes.get('background')?.toLowerCase()
      gathering.tag(value, color !== undefined && /^#[0-9a-f]{6}$/.test(color) ? { color } : {})
    } else if (element.name === 'Relation') gathering.linkType(value)
  }
}

function within(element: XmlElement): XmlElement[] {
  return [element, ...elementsIn(element).flatMap(within)]
}

import { readXml } from './read-xml.ts'
import type { XmlOptions, XmlTag } from './xml-reader.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

export interface XmlPartsHandler {
  /** Elements of these names are given whole, wherever they stand, though not those inside another such element. */
  parts: ReadonlySet<string>
  part(element: XmlElement, inside: readonly XmlTag[]): void
  enter?(tag: XmlTag, inside: readonly XmlTag[]): void
  leave?(tag: XmlTag, inside: readonly XmlTag[]): void
}

/**
 * Reads a large XML file part by part, so that no more than one part is held at once. `inside` are the elements around,
 * the outermost first. Text outside the parts is passed over. Fails as `readXml` does.
 */
export async function readXmlParts(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlPartsHandler,
  options: XmlOptions = {},
): Promise<void> {
  const inside: XmlTag[] = []
  const open: XmlNode[][] = []
  let part: XmlElement | null = null
  await readXml(
    pieces,
    {
      enter(tag) {
        const isPart = open.length === 0 && handler.parts.has(tag.name)
        if (open.length === 0 && !isPart) {
          handler.enter?.(tag, inside)
          inside.push(tag)
          return
        }
        const children: XmlNode[] = []
        const element = { ...tag, children }
        if (isPart) part = element
        else open.at(-1)!.push(element)
        open.push(children)
      },
      leave(tag) {
        if (open.length === 0) {
          inside.pop()
          handler.leave?.(tag, inside)
          return
        }
        open.pop()
        if (open.length === 0) handler.part(part!, inside)
      },
      text(words) {
        const siblings = open.at(-1)
        const last = siblings?.at(-1)
        if (typeof last === 'string') siblings![siblings!.length - 1] = last + words
        else siblings?.push(words)
      },
    },
    options,
  )
}

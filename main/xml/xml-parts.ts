import { readXml } from './read-xml.ts'
import type { XmlOptions, XmlTag } from './xml-reader.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

export interface XmlPartsHandler {
  /** Elements of these names, or of which it says so, are given whole, though not those inside another such element. */
  parts: ReadonlySet<string> | ((tag: XmlTag, inside: readonly XmlTag[]) => boolean)
  part(element: XmlElement, inside: readonly XmlTag[]): void
  enter?(tag: XmlTag, inside: readonly XmlTag[]): void
  leave?(tag: XmlTag, inside: readonly XmlTag[]): void
  /** Text outside the parts. A stretch may come in several pieces. */
  text?(words: string): void
}

/**
 * Reads a large XML file part by part, so that no more than one part is held at once. `inside` are the elements around,
 * the outermost first. Fails as `readXml` does.
 */
export async function readXmlParts(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlPartsHandler,
  options: XmlOptions = {},
): Promise<void> {
  const { parts } = handler
  const isPartOf = typeof parts === 'function' ? parts : ({ name }: XmlTag): boolean => parts.has(name)
  const inside: XmlTag[] = []
  const open: XmlNode[][] = []
  let part: XmlElement | null = null
  await readXml(
    pieces,
    {
      enter(tag) {
        const isPart = open.length === 0 && isPartOf(tag, inside)
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
        if (open.length === 0) {
          handler.text?.(words)
          return
        }
        const siblings = open.at(-1)
        const last = siblings?.at(-1)
        if (typeof last === 'string') siblings![siblings!.length - 1] = last + words
        else siblings?.push(words)
      },
    },
    options,
  )
}

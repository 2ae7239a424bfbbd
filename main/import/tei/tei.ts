import { Failure } from '../../../preload/contract/failure.ts'
import { elementIn, elementsIn, parseXml, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { lossNotes } from '../loss-notes.ts'
import type { ParsedText } from '../parsed-document.ts'
import { counted } from '../tally.ts'
import { longestStatedTitle, oneLine, shorten, titleOfName } from '../title.ts'
import { factsOf, peopleIn } from './header.ts'
import { TeiWalk } from './walk.ts'

export const teiNamespace = 'http://www.tei-c.org/ns/1.0'

/**
 * A TEI text, of P4 or P5, as blocks and marks: the words as the source has them, not as an editor corrects them;
 * notes come to the end. What is said of single words stays in the file. Fails with `unreadable`.
 */
export function parseTei(bytes: Uint8Array, name: string): ParsedText {
  const root = parseXml(bytes, { prefixes: { [teiNamespace]: '' } })
  const text = elementIn(root, 'text')
  if (!text) throw new Failure('unreadable', 'There is no <text> in this TEI file, only its header.')
  const header = elementIn(root, 'teiHeader')
  const walk = new TeiWalk(peopleIn(header))
  walk.children(text)
  const structured = walk.finish()
  const facts = factsOf(header, [text, root])
  const heading = structured.blocks.find(({ kind }) => kind === 'heading')
  const headline = heading ? oneLine(structured.text.slice(heading.start, heading.end)) : ''
  const inline = walk.inline.words()
  return {
    ...structured,
    title: shorten(facts.title || headline, longestStatedTitle) || titleOfName(name),
    metadata: facts.metadata,
    notes: [
      ...lossNotes(walk),
      ...(inline === '' ? [] : [`The words stay, what the file says of them does not: ${inline}.`]),
      ...otherParts(root),
    ],
  }
}

/** What stands beside the text. */
function otherParts(root: XmlElement): string[] {
  return (['facsimile', 'sourceDoc', 'standOff'] as const).flatMap((name) => {
    const part = elementIn(root, name)
    if (!part) return []
    const words = textIn(part).trim().split(/\s+/).filter(Boolean).length
    const held = `Left out: <${name}>, which holds ${counted(words, 'word')} beside the text`
    const annotations = annotationsIn(part)
    if (annotations === 0) return [`${held}.`]
    return [`${held} and ${counted(annotations, 'annotation')}: import this file by itself to have them.`]
  })
}

const annotationsIn = (part: XmlElement): number =>
  elementsIn(part).reduce(
    (count, child) =>
      count + (child.name === 'annotation' || child.name === 'span' ? 1 : annotationsIn(child)),
    0,
  )

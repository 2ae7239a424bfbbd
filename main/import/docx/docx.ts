import { elementsIn, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { openZip } from '../../zip/zip-archive.ts'
import { type OfficeFacts, officeDocument } from '../office-document.ts'
import { OfficeParts, type Relation } from '../office-parts.ts'
import { OfficeText } from '../office-text.ts'
import type { ParsedDocument } from '../parsed-document.ts'
import { counted } from '../tally.ts'
import { WordLists } from './numbering.ts'
import { WordStyles } from './styles.ts'
import { WordWalk } from './walk.ts'

/**
 * A Word document as blocks and marks: tracked insertions are read, deletions are not; footnotes come to the end; what
 * a text cannot hold is counted. Fails with `unreadable`.
 */
export async function parseDocx(bytes: Uint8Array, name: string): Promise<Omit<ParsedDocument, 'mediaType'>> {
  const parts = new OfficeParts(await openZip(bytes))
  const main = await parts.main('word/document.xml')
  const relations = await parts.relationsOf(main)
  const partOf = async (type: string) => {
    const found = relations.find((relation) => relation.type === type && !relation.isExternal)
    return found ? parts.read(found.target) : null
  }
  const footnotes = await partOf('footnotes')
  const endnotes = await partOf('endnotes')
  const out = new OfficeText()
  const walk = new WordWalk(
    out,
    {
      styles: new WordStyles(await partOf('styles')),
      lists: new WordLists(await partOf('numbering')),
      comments: commentsIn(await partOf('comments')),
      notes: new Map([...notesIn(footnotes, 'footnote'), ...notesIn(endnotes, 'endnote')]),
    },
    relations,
  )
  const root = await parts.read(main)
  for (const body of root ? elementsIn(root, 'w:body') : []) walk.blocks(body)
  const text = out.finish()
  walk.finishComments()
  walk.tell()
  const notes = out.told()
  const edges = await edgesWithText(parts, relations)
  if (edges > 0)
    notes.push(`Left out: ${counted(edges, 'header or footer', 'headers or footers')} of the pages.`)
  return officeDocument(text, { facts: await factsOf(parts), notes, name })
}

function notesIn(root: XmlElement | null, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  return (root ? elementsIn(root, `w:${kind}`) : []).map((note) => [
    `${kind} ${note.attributes.get('w:id')}`,
    note,
  ])
}

function commentsIn(root: XmlElement | null): Map<string, XmlElement> {
  const comments = root ? elementsIn(root, 'w:comment') : []
  return new Map(comments.map((comment) => [comment.attributes.get('w:id') ?? '', comment]))
}

async function edgesWithText(parts: OfficeParts, relations: readonly Relation[]): Promise<number> {
  let count = 0
  for (const { type, target } of relations) {
    if (type !== 'header' && type !== 'footer') continue
    const edge = await parts.read(target)
    if (edge && textIn(edge).trim() !== '') count++
  }
  return count
}

async function factsOf(parts: OfficeParts): Promise<OfficeFacts> {
  const relation = (await parts.relationsOf('')).find(({ type }) => type === 'core-properties')
  const root = await parts.read(relation?.target ?? 'docProps/core.xml')
  const said = (name: string) =>
    root
      ? (elementsIn(root, name)
          .map(textIn)
          .find((words) => words.trim() !== '') ?? '')
      : ''
  return {
    title: said('dc:title'),
    author: said('dc:creator'),
    created: said('dcterms:created'),
    language: said('dc:language'),
  }
}

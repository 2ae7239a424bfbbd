import { parse } from 'parse5'
import { factsOf } from './html-facts.ts'
import { HtmlWalk } from './html-walk.ts'
import { lossNotes } from './loss-notes.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { longestStatedTitle, oneLine, shorten, titleOfName } from './title.ts'

/**
 * A web page as blocks, marks and the words a reader sees, from the tree that browsers build of it (parse5). Scripts,
 * frames, pictures, form fields and hidden parts are left out and counted; only links to the web and to mail keep
 * their target. The whole page comes in: what is an article and what surrounds it is not told apart.
 */
export function parseHtml(text: string, fileName: string): Omit<ParsedDocument, 'mediaType'> {
  const page = parse(text)
  const facts = factsOf(page)
  const walk = new HtmlWalk(page, facts.base)
  const structured = walk.finish()

  const heading = structured.blocks.find(({ kind }) => kind === 'heading')
  const headline = heading ? oneLine(structured.text.slice(heading.start, heading.end)) : ''
  const title = shorten(facts.title || headline, longestStatedTitle) || titleOfName(fileName)
  return { ...structured, title, metadata: facts.metadata, notes: lossNotes(walk) }
}

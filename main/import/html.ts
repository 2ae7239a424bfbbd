import { parse } from 'parse5'
import type { FileChoices } from '../../preload/contract/file-reading.ts'
import { factsOf } from './html-facts.ts'
import { HtmlWalk } from './html-walk.ts'
import { lossNotes } from './loss-notes.ts'
import { weighPage } from './page/article.ts'
import { pageTitle } from './page/page-title.ts'
import { savedFrom } from './page/saved-from.ts'
import type { ParsedText } from './parsed-document.ts'
import { longestStatedTitle, oneLine, shorten, titleOfName } from './title.ts'

export interface PageRequest {
  /** Null to take the article where there is one. */
  page: FileChoices['page']
  /** Where it was saved from, as far as another than the page itself says so. */
  address?: string | undefined
}

/**
 * A web page as blocks, marks and the words a reader sees, from the tree that browsers build of it (parse5). Scripts,
 * frames, pictures, form fields and hidden parts are left out and counted; only links to the web and to mail keep
 * their target. With a `request` the article is looked for and the rest left out; else the whole page comes in.
 */
export function parseHtml(text: string, fileName: string, request?: PageRequest): ParsedText {
  const page = parse(text)
  const facts = factsOf(page, request?.address ?? savedFrom(text))
  const found = request ? weighPage(page, facts) : null
  const article = request?.page === 'whole' ? null : (found?.article ?? null)
  const walk = new HtmlWalk(page, facts.base, article)
  const structured = walk.finish()

  const heading = structured.blocks.find(({ kind }) => kind === 'heading')
  const headline = heading ? oneLine(structured.text.slice(heading.start, heading.end)) : ''
  const title = pageTitle(facts, article ? headline : '') || headline
  const isNoted = found !== null && (article !== null || found.article === null) && found.note !== ''
  return {
    ...structured,
    title: shorten(title, longestStatedTitle) || titleOfName(fileName),
    metadata: facts.metadata,
    notes: [...(isNoted ? [found.note] : []), ...lossNotes(walk)],
    reading: { page: found?.article ? (article ? 'article' : 'whole') : null },
  }
}

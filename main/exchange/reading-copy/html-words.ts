import type { Mark } from '../../../preload/contract/text.ts'
import type { Drawn } from './inline.ts'
import { toHtml } from './to-html.ts'

/** A line would end at its hyphens: in a narrow column of a table it did, after the year. */
const isoDate = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g

const tagOf = { em: 'em', strong: 'strong', sup: 'sup', sub: 'sub' } as const

/** Words in HTML with the typography over them, and with the annotations where these are shown. */
export function htmlWords(
  words: string,
  over: readonly Drawn[],
  typography: readonly Mark[],
  showsAnnotations: boolean,
): string {
  let html = toHtml(words).replace(isoDate, '<span class="date">$&</span>')
  for (const mark of typography.toReversed()) {
    html = mark.kind === 'link' ? link(html, mark.href) : `<${tagOf[mark.kind]}>${html}</${tagOf[mark.kind]}>`
  }
  if (!showsAnnotations) return html
  // Tints over one another would become too dark to read through.
  let tint = ' tint'
  for (const { of, lane } of over.toReversed()) {
    html = `<span class="a t${of.tag} lane${lane}${tint}">${html}</span>`
    tint = ''
  }
  return html
}

/** Pages and mail addresses alone can be followed; what else a source links to stays words. */
export const canBeFollowed = (href: string): boolean => /^(https?|mailto):/i.test(href)

function link(html: string, href: string): string {
  return canBeFollowed(href) ? `<a class="out" href="${toHtml(href)}">${html}</a>` : html
}

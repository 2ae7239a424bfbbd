import { countWords } from '../../../db/count-words.ts'
import { attributeOf, type HtmlElement, type HtmlNode, type HtmlText, isElement } from '../html-tree.ts'
import { counted } from '../tally.ts'

const cookies = 'cookie notices'

/** What surrounds the articles of web pages, by the roles, tags and names that pages give it; the first that fits. */
const parts: readonly { name: string; tags?: readonly string[]; named: RegExp }[] = [
  { name: 'comments of readers', named: /comment|disqus|discuss|livefyre|respond|kommentar/ },
  {
    name: 'sharing and sign-up',
    tags: ['form', 'button', 'dialog'],
    named: /\bshar(?:e|ing)|social|newsletter|subscri|sign-?(?:in|up)|log-?in|follow-|paywall/,
  },
  { name: cookies, named: /cookie|consent|gdpr/ },
  { name: 'advertising', named: /\bads?\b|\bad-|advert|sponsor|promo|banner|commercial|werbung|anzeige/ },
  {
    name: 'links to other texts',
    named:
      /related|recommend|teaser|trending|popular|most-?(?:read|viewed)|more-?(?:on|from|stor|news)|read-?(?:more|next)|also|outbrain|taboola/,
  },
  {
    name: 'navigation',
    tags: ['nav', 'menu'],
    named: /\bnav|navi|menu|breadcrumb|pagination|\bpager|\bskip|toolbar|\btags?\b|topics/,
  },
  {
    name: 'authors and dates',
    tags: ['time', 'address'],
    named: /byline|author|dateline|publi(?:c|sh)|\bdate|\btime|timestamp/,
  },
  { name: 'captions', tags: ['figcaption', 'figure'], named: /caption|credit|gallery|slideshow|\bphoto/ },
  {
    name: 'head and foot of the page',
    tags: ['header', 'footer'],
    named: /header|masthead|\bfoot|colophon|copyright|legal|imprint|\blogo/,
  },
  { name: 'columns at the side', tags: ['aside'], named: /\baside|side-?bar|\brail|widget|complementary/ },
]
const unnamed = 'other parts'

/** Parts whose absence a reader of the article would not notice; without any of them a page is a mere document. */
const isFurniture = (name: string): boolean =>
  name !== unnamed && name !== 'authors and dates' && name !== 'captions'

/** What a page holds beside its article. */
export interface RestOfPage {
  /** Whether any of it is what only web pages have: navigation, comments and the like. */
  hasFurniture: boolean
  words: number
  /** “navigation (120 words), comments of readers (1,020 words)”, the largest first. */
  inWords: string
}

export function restOfPage(texts: readonly HtmlText[]): RestOfPage {
  const byPart = new Map<string, string[]>()
  const known = new Map<HtmlElement, string>()
  for (const text of texts) {
    const name = partAround(text, known)
    const held = byPart.get(name)
    if (held) held.push(text.value)
    else byPart.set(name, [text.value])
  }
  const sizes = [...byPart].map(([name, texts]) => ({ name, words: countWords(texts.join('\n')) }))
  const told = sizes.filter(({ words }) => words > 0).sort((a, b) => b.words - a.words)
  return {
    hasFurniture: told.some(({ name }) => isFurniture(name)),
    words: told.reduce((sum, { words }) => sum + words, 0),
    inWords: told.map(({ name, words }) => `${name} (${counted(words, 'word')})`).join(', '),
  }
}

export const isCookieNotice = (text: HtmlText): boolean => partAround(text, new Map()) === cookies

/** The part that a text stands in, by the innermost element that is named as one. */
function partAround(text: HtmlText, known: Map<HtmlElement, string>): string {
  const path: HtmlElement[] = []
  let name = unnamed
  for (let node: HtmlNode | null = text.parentNode; node && isElement(node); node = node.parentNode) {
    const found = known.get(node) ?? partOf(node)
    if (found !== undefined) {
      name = found
      break
    }
    path.push(node)
  }
  for (const element of path) known.set(element, name)
  return name
}

function partOf(element: HtmlElement): string | undefined {
  if (['body', 'html', 'article', 'main'].includes(element.tagName)) return undefined
  const names = ['class', 'id', 'role', 'itemprop', 'aria-label']
    .map((name) => attributeOf(element, name) ?? '')
    .join(' ')
    .toLowerCase()
    .replaceAll('_', '-')
  return parts.find(({ tags, named }) => tags?.includes(element.tagName) || named.test(names))?.name
}

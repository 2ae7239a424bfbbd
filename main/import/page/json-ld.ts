import { oneLine } from '../title.ts'

/** What a page’s article says of itself in schema.org’s words; '' where it says nothing. */
export interface ArticleFacts {
  headline: string
  author: string
  published: string
  outlet: string
  language: string
  url: string
}

type Thing = Readonly<Record<string, unknown>>

/** How many objects of one script are looked at, and how deep lists and graphs nest. */
const mostThings = 1000
const deepestGraph = 3

/** The first article, posting or report in a `<script type="application/ld+json">`; null for none, or for no JSON. */
export function articleFactsIn(script: string): ArticleFacts | null {
  let json: unknown
  try {
    // Some pages wrap it in a comment or in CDATA.
    json = JSON.parse(
      script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, ''),
    )
  } catch {
    return null
  }
  const article = thingsIn(json, deepestGraph)
    .slice(0, mostThings)
    .find((thing) => /(?:Article|Posting|Report|Review|Interview)$/.test(typeOf(thing)))
  if (!article) return null
  return {
    headline: wordsOf(article.headline) || wordsOf(article.name),
    author: namesOf(article.author) || namesOf(article.creator),
    published: wordsOf(article.datePublished) || wordsOf(article.dateCreated),
    outlet: namesOf(article.publisher) || namesOf(article.isPartOf),
    language: wordsOf(article.inLanguage) || namesOf(article.inLanguage, 'alternateName'),
    url: wordsOf(article.url) || addressOf(article.mainEntityOfPage),
  }
}

function thingsIn(json: unknown, depth: number): Thing[] {
  if (depth < 0) return []
  if (Array.isArray(json)) return json.slice(0, mostThings).flatMap((item) => thingsIn(item, depth - 1))
  if (!isThing(json)) return []
  return [json, ...thingsIn(json['@graph'], depth - 1), ...thingsIn(json.mainEntity, depth - 1)]
}

const isThing = (json: unknown): json is Thing => typeof json === 'object' && json !== null
const typeOf = (thing: Thing): string =>
  [thing['@type']].flat().find((type): type is string => typeof type === 'string') ?? ''
const wordsOf = (value: unknown): string => (typeof value === 'string' ? oneLine(value) : '')

const addressOf = (value: unknown): string => wordsOf(value) || (isThing(value) ? wordsOf(value['@id']) : '')

/** Names may be words, things with a name, or a list of either. */
function namesOf(value: unknown, key = 'name'): string {
  const names = [value].flat().map((one) => wordsOf(one) || (isThing(one) ? wordsOf(one[key]) : ''))
  return [...new Set(names.filter((name) => name !== '' && !/^https?:/i.test(name)))].join(', ')
}

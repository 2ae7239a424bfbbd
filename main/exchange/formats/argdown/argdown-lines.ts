import type { Kind } from '../../../../db/repositories/dataset.ts'
import { isAgainst, isFor } from '../../../../preload/contract/link-type.ts'
import type * as Data from '../../dataset.ts'
import { afterTheirEnds, linksUnder } from '../../dataset-order.ts'
import { labelsOf } from '../../foreign/labels.ts'
import { dataValue } from './data.ts'
import { Numbering } from './ids.ts'
import { asRead, asText, asTitle, readWords } from './words.ts'

/** The links that Argdown has a sign for, and links onto these. */
export function argdownLinks({ links, linkTypes }: Data.Dataset): Data.Link[] {
  const types = new Map(linkTypes.map((type) => [type.id, type]))
  const signed = links.filter(({ linkType }) => isSigned(types.get(linkType)!))
  const sound = new Set(afterTheirEnds(signed, () => false).map(({ id }) => id))
  return signed.filter(({ id }) => sound.has(id))
}

const isSigned = ({ id: uid, sourceRoles }: Data.LinkType): boolean =>
  isAgainst({ uid, sourceRoles }) || isFor({ uid, sourceRoles })

/** Annotations that stand in the file: they state a claim, or a link that is written leads to or from them. */
export function argdownAnnotations(dataset: Data.Dataset): Data.Annotation[] {
  const linked = new Set(
    argdownLinks(dataset).flatMap(({ source, target }) =>
      [source, target].flatMap((end) => ('annotation' in end ? [end.annotation] : [])),
    ),
  )
  return dataset.annotations.filter(({ id, claim }) => claim !== null || linked.has(id))
}

/**
 * Claims as statements with their passages as further wordings, and links as relations between them. A link that
 * another link is about is an argument of its own. Asks once for each text. `noted` hears as what each record will be
 * read.
 */
export function* argdownLines(
  dataset: Data.Dataset,
  noted: (kind: Kind, ours: string, readAs: string) => void = () => {},
): Generator<string> {
  const numbering = new Numbering()
  const links = argdownLinks(dataset)
  const quotes = quotesOf(dataset)
  const words = new Map([...quotes].map(([annotation, quote]) => [annotation, quote.join(' … ')]))
  const wordingOfEnd = wordingOf(dataset, words)
  const titles = titlesOf(dataset, words, links, wordingOfEnd)
  const titleOf = (end: Data.LinkEnd): string => titles.get(keyOf(end))!
  const types = new Map(dataset.linkTypes.map((type) => [type.id, type]))
  const isArgument = (link: Data.Link) => titles.has(`link ${link.id}`)
  const plain = Map.groupBy(
    links.filter((link) => !isArgument(link)),
    ({ source }) => titleOf(source),
  )
  const relation = (link: Data.Link): string => {
    const sign = signOf(types.get(link.linkType)!, link.source, link.target)
    const onto = titleOf(link.target)
    const own = titles.get(`link ${link.id}`)
    noted('link', link.id, own ?? numbering.next(`${titleOf(link.source)} ${sign} ${onto}`))
    return `  ${sign} ${onto}\n`
  }
  const documents = labelsOf(dataset.documents.map(({ id, title }) => ({ id, name: title.toWellFormed() })))

  const project = asTitle(dataset.project.name.trim() || 'Untitled')
  yield `===\ntitle: ${JSON.stringify(project)}\ngenerator: Rejoinder\n===\n\n# ${asText(project)}\n`
  const passages = Map.groupBy(words.keys(), (annotation) => titleOf({ annotation: annotation.id }))
  for (const { id, statement } of dataset.claims) {
    const title = titleOf({ claim: id })
    noted('claim', id, title)
    yield `\n${title}: ${asText(statement)}\n`
    for (const link of plain.get(title) ?? []) yield relation(link)
    yield* wordings(title)
    passages.delete(title)
  }
  for (const title of passages.keys()) {
    yield* wordings(title)
    for (const link of plain.get(title) ?? []) yield relation(link)
  }
  for (const link of links.filter(isArgument)) {
    const { source } = link
    const title = titleOf({ link: link.id })
    const from = `{from: ${dataValue(titleOf(source))}}`
    yield `\n${title}: ${asText(wordingOfEnd(source))} ${from}\n${relation(link)}`
    for (const other of plain.get(title) ?? []) yield relation(other)
  }

  function* wordings(title: string): Generator<string> {
    for (const annotation of passages.get(title) ?? []) {
      const document = documents.get(annotation.document)!
      noted('document', annotation.document, document)
      noted('annotation', annotation.id, numbering.next(`${title} in ${document}`))
      const [quote, text] = [quotes.get(annotation)!, asText(words.get(annotation)!)]
      const isSame = quote.length === 1 && readWords(text).words === quote[0]
      const exactly = isSame ? '' : `, quote: ${dataValue(quote)}`
      yield `\n${title}: ${text} {document: ${dataValue(document)}${exactly}}\n`
    }
  }
}

/** `+>` supports, `->` attacks, `_>` attacks an inference, `><` contradict each other. */
function signOf({ id: uid, sourceRoles }: Data.LinkType, source: Data.LinkEnd, target: Data.LinkEnd): string {
  if (isFor({ uid, sourceRoles })) return '+>'
  if ('link' in target) return '_>'
  return uid === 'counter-claim' && !('link' in source) ? '><' : '->'
}

/** Brackets and all, by `claim id`, `annotation id` and `link id`: of links only those that others are tied to. */
function titlesOf(
  dataset: Data.Dataset,
  words: ReadonlyMap<Data.Annotation, string>,
  links: readonly Data.Link[],
  wordingOfEnd: (end: Data.LinkEnd) => string,
): Map<string, string> {
  const statements = [
    ...dataset.claims.map(({ id, statement }) => ({ id: `claim ${id}`, name: statement })),
    ...[...words]
      .filter(([{ claim }]) => claim === null)
      .map(([{ id }, quote]) => ({ id: `annotation ${id}`, name: quote })),
  ]
  const tied = new Set(links.flatMap(linksUnder))
  const argued = links
    .filter(({ id }) => tied.has(id))
    .map(({ id, source }) => ({ id: `link ${id}`, name: `Since ${wordingOfEnd(source)}` }))
  const titles = new Map([...labelsOf(statements, asTitle)].map(([id, title]) => [id, `[${title}]`]))
  for (const [id, title] of labelsOf(argued, asTitle)) titles.set(id, `<${title}>`)
  for (const { id, claim } of words.keys()) {
    if (claim !== null) titles.set(`annotation ${id}`, titles.get(`claim ${claim}`)!)
  }
  return titles
}

/** What a claim says, or an annotation that states none, by `claim id` and `annotation id`. */
function wordingOf(
  { claims }: Data.Dataset,
  words: ReadonlyMap<Data.Annotation, string>,
): (end: Data.LinkEnd) => string {
  const wordings = new Map(claims.map(({ id, statement }) => [`claim ${id}`, asRead(statement)]))
  for (const [{ id, claim }, quote] of words)
    wordings.set(`annotation ${id}`, claim === null ? quote : wordings.get(`claim ${claim}`)!)
  return (end) => wordings.get(keyOf(end)) ?? 'one of these links'
}

const keyOf = (end: Data.LinkEnd): string => Object.entries(end)[0]!.join(' ')

/** The words of the annotations that are written, in their order. */
function quotesOf(dataset: Data.Dataset): Map<Data.Annotation, string[]> {
  const quotes = new Map<Data.Annotation, string[]>()
  let document: string | undefined
  let text = ''
  for (const annotation of argdownAnnotations(dataset)) {
    if (annotation.document !== document) {
      document = annotation.document
      text = dataset.textOf(document).text
    }
    const quote = annotation.spans.map(({ start, end }) => text.slice(start, end))
    quotes.set(annotation, quote)
  }
  return quotes
}

import type { Metadata } from '../../../preload/contract/document.ts'
import { elementIn, elementsIn, textIn, type XmlElement } from '../../xml/xml-tree.ts'
import { isoDateOf, languageOf, linkTargetOf } from '../stated-facts.ts'
import { oneLine } from '../title.ts'

/** Names of those who speak, by their `xml:id`. */
export type People = ReadonlyMap<string, string>

const blank: readonly XmlElement[] = []

function below(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((element, name) => element && elementIn(element, name), parent)
}

/** All elements of these names, at any depth, in the order of the file. */
function anywhere(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
  if (!parent) return []
  return elementsIn(parent).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...anywhere(child, ...names),
  ])
}

const said = (element: XmlElement | undefined): string => (element ? oneLine(textIn(element)).trim() : '')

export function peopleIn(header: XmlElement | undefined): People {
  const people = new Map<string, string>()
  for (const person of anywhere(header, 'person', 'personGrp')) {
    const id = person.attributes.get('xml:id')
    const name = said(anywhere(person, 'persName', 'name')[0]) || person.attributes.get('n') || ''
    if (id !== undefined && name !== '') people.set(id, name)
  }
  return people
}

/** What the header says of the text; `roots` are those whose `xml:lang` counts, the nearest first. */
export function factsOf(
  header: XmlElement | undefined,
  roots: readonly XmlElement[],
): { title: string; metadata: Metadata } {
  const file = below(header, 'fileDesc')
  const titles = below(file, 'titleStmt')
  const source = below(file, 'sourceDesc')
  const profile = below(header, 'profileDesc')
  const all = titles ? elementsIn(titles, 'title') : blank
  const main = all.find((title) => title.attributes.get('type') === 'main') ?? all[0]
  const authors = (titles ? elementsIn(titles, 'author') : blank).map(said).filter(Boolean)
  const dates = [
    ...anywhere(below(profile, 'creation'), 'date'),
    ...anywhere(source, 'date'),
    ...anywhere(below(file, 'publicationStmt'), 'date'),
  ].flatMap((date) => dateOf(date) ?? [])
  const languages = [
    ...anywhere(below(profile, 'langUsage'), 'language').map(({ attributes }) => attributes.get('ident')),
    ...roots.map(({ attributes }) => attributes.get('xml:lang')),
  ].flatMap((written) => languageOf(written ?? '') ?? [])
  const addresses = anywhere(file, 'idno', 'ptr', 'ref').flatMap(
    (element) => linkTargetOf(element.attributes.get('target') ?? said(element)) ?? [],
  )
  const facts: [string, string | undefined][] = [
    ['author', authors.join(', ') || said(anywhere(source, 'author')[0])],
    ['date', dates[0]],
    ['language', languages[0]],
    ['outlet', said(anywhere(source, 'publisher')[0])],
    ['url', addresses[0]],
  ]
  return {
    title: said(main),
    metadata: Object.fromEntries(facts.filter((fact): fact is [string, string] => Boolean(fact[1]))),
  }
}

function dateOf(date: XmlElement): string | null {
  const written = date.attributes.get('when') ?? date.attributes.get('value') ?? said(date)
  return isoDateOf(written)
}

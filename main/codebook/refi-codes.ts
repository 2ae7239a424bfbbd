import { freeColor } from '../../preload/contract/palette.ts'
import { Color } from '../../preload/contract/tag.ts'
import type * as Data from '../exchange/dataset.ts'
import { asXmlHasIt, xmlAttribute, xmlText } from '../xml/xml-text.ts'
import { elementIn, elementsIn, textIn, type XmlElement } from '../xml/xml-tree.ts'

// The tree of codes, which REFI-QDA’s codebooks and projects write alike: names, colours and descriptions.

/** The `origin` of codebooks and projects that come from here. */
export const ourOrigin = 'Rejoinder'

/** The namespaces of a kind of file, all read alike: most say 1.0, some 1:0, drafts 0:4; 1.5 adds elements that are passed over. */
export const refiNamespaces = (kind: 'codebook' | 'project'): Record<string, string> =>
  Object.fromEntries(
    ['1.0', '1:0', '1.5', '1:5', '0.4', '0:4'].map((version) => [`urn:QDA-XML:${kind}:${version}`, '']),
  )

/** What a code is called whose tag has no name, which programs take for none. */
export const unnamedCode = 'Unnamed code'

export interface CodesOptions {
  guidOf(tag: Data.Tag): string
  /** Elements that stand after the description. */
  afterDescription(tag: Data.Tag): string
}

/** The elements of all codes, a parent around its children. */
export function* codeElements(
  tags: readonly Data.Tag[],
  options: CodesOptions,
  indent = '    ',
): Generator<string> {
  const children = Map.groupBy(tags, ({ parent }) => parent)
  const names = codeNames(tags)
  yield* below(null, indent)

  function* below(parent: string | null, indent: string): Generator<string> {
    for (const tag of children.get(parent) ?? []) {
      yield `${indent}<Code guid="${options.guidOf(tag)}" name="${xmlAttribute(names.get(tag.id)!)}" isCodable="true" color="${tag.color.toUpperCase()}">\n`
      const said = descriptionOf(tag)
      if (said !== '') yield `${indent}  <Description>${xmlText(said)}</Description>\n`
      yield options.afterDescription(tag)
      yield* below(tag.id, `${indent}  `)
      yield `${indent}</Code>\n`
    }
  }
}

/**
 * What each code is called, by the id of its tag. No two are called the same: programs know codes by name, and QualCoder
 * (class RefiImport) leaves the passages of the second one without a code. The later ones also get the name of the tag
 * that they stand under, or a number.
 */
export function codeNames(tags: readonly Data.Tag[]): ReadonlyMap<string, string> {
  const own = new Map(
    tags.map((tag) => [tag.id, tag.name.trim() === '' ? unnamedCode : asXmlHasIt(tag.name)]),
  )
  const names = new Map<string, string>()
  const taken = new Set(own.values())
  const met = new Map<string, number>()
  for (const { id, parent } of tags) {
    const name = own.get(id)!
    let count = met.get(name) ?? 0
    let distinct = count > 0 && parent !== null ? `${name} (${own.get(parent)})` : name
    while (count > 0 && taken.has(distinct)) {
      count += 1
      distinct = `${name} (${count})`
    }
    met.set(name, Math.max(count, 1))
    taken.add(distinct)
    names.set(id, distinct)
  }
  return names
}

const labels: readonly string[] = ['Use when', 'Not when', 'Example']
const labelled = new RegExp(`^(${labels.join('|')}):(?: |$)`)
/** A line of somebody’s words that begins like one of ours, however far in, is written one space further in. */
const likeLabelled = new RegExp(`^ *(?:${labels.join('|')}):(?: |$)`)

/** A code has one description: what a tag says further goes into it, each thing in lines of its own. */
function descriptionOf({ definition, include, exclude, examples }: Data.Tag): string {
  const under = (label: string, [first, ...lines]: string[]) => [`${label}: ${first}`, ...lines.map(indented)]
  const lines = (words: string): string[] => words.split('\n')
  return [
    ...(definition === '' ? [] : lines(definition).map(indented)),
    ...(include === '' ? [] : under(labels[0]!, lines(include))),
    ...(exclude === '' ? [] : under(labels[1]!, lines(exclude))),
    ...examples.flatMap((example) => under(labels[2]!, lines(example))),
  ].join('\n')
}

const indented = (line: string): string => (likeLabelled.test(line) ? ` ${line}` : line)
const outdented = (line: string): string =>
  line.startsWith(' ') && likeLabelled.test(line) ? line.slice(1) : line

/** What was put together by `descriptionOf`, apart again, to the character. */
function partsOfDescription(said: string): Pick<Data.Tag, 'definition' | 'include' | 'exclude' | 'examples'> {
  const found = [{ part: -1, words: [] as string[] }]
  for (const line of said === '' ? [] : said.split('\n')) {
    const label = labelled.exec(line)?.[1]
    const part = labels.indexOf(label ?? '')
    const { part: last, words } = found.at(-1)!
    // They come in this order, and only examples again.
    if (part > last || (part === 2 && last === 2))
      found.push({ part, words: [line.slice(labels[part]!.length + 2)] })
    else words.push(outdented(line))
  }
  const all = (part: number) => found.filter((one) => one.part === part).map(({ words }) => words.join('\n'))
  const [definition = ''] = all(-1)
  const [include = ''] = all(0)
  const [exclude = ''] = all(1)
  return { definition, include, exclude, examples: all(2) }
}

/**
 * A code as a tag. Others that were read before it are there so that it gets a colour of its own. What another program
 * wrote in several lines of a description stays one; only of ours is it known what they are.
 */
export function tagOfCode(
  code: XmlElement,
  given: Pick<Data.Tag, 'id' | 'name' | 'parent'>,
  others: readonly Data.Tag[],
  { isOurs }: { isOurs: boolean },
): Data.Tag {
  const description = elementIn(code, 'Description')
  const said = description ? textIn(description) : ''
  return {
    ...given,
    role: 'none',
    color: Color.safeParse(sixDigits(code.attributes.get('color'))).data ?? freeColor(others),
    key: '',
    ...(isOurs
      ? partsOfDescription(said)
      : { definition: said.trim(), include: '', exclude: '', examples: [] }),
    attributes: [],
  }
}

/** A GUID as files refer to it: with or without braces, in large or small letters. */
export const plainGuid = (written: string | undefined): string =>
  (written ?? '').replace(/[{}\s]/g, '').toLowerCase()

/** Each code below an element, its parent before it. */
export function* codesBelow(
  element: XmlElement,
  parent: XmlElement | null = null,
): Generator<{ code: XmlElement; parent: XmlElement | null }> {
  for (const code of elementsIn(element, 'Code')) {
    yield { code, parent }
    yield* codesBelow(code, code)
  }
}

function sixDigits(color = ''): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color)
  return (
    short
      ? `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`
      : color
  ).toLowerCase()
}

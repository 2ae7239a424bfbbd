import { createHash } from 'node:crypto'
import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml'
import { Failure } from '../../preload/contract/failure.ts'
import { freeColor } from '../../preload/contract/palette.ts'
import { Color } from '../../preload/contract/tag.ts'
import type * as Data from '../exchange/dataset.ts'
import type { CodebookData, ReadCodebook } from './codebook-data.ts'

/** The REFI-QDA exchange of codebooks, as ATLAS.ti, MAXQDA, NVivo and QualCoder read it: names, colours, descriptions. */
export function writeQdc({ tags }: CodebookData): string {
  const children = Map.groupBy(tags, ({ parent }) => parent)
  const codes = (parent: string | null, depth: number): string =>
    (children.get(parent) ?? [])
      .map((tag) => codeOf(tag, codes(tag.id, depth + 1), '  '.repeat(depth)))
      .join('')
  return `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Rejoinder">
  <Codes>
${codes(null, 2)}  </Codes>
</CodeBook>
`
}

function codeOf({ id, name, color, ...tag }: Data.Tag, below: string, indent: string): string {
  const said = [
    tag.definition,
    tag.include && `Use when: ${tag.include}`,
    tag.exclude && `Not when: ${tag.exclude}`,
    ...tag.examples.map((example) => `Example: ${example}`),
  ].filter((words) => words.trim() !== '')
  const head = `${indent}<Code guid="${guidOf(id)}" name="${escaped(name)}" isCodable="true" color="${color.toUpperCase()}">`
  const description =
    said.length === 0 ? '' : `${indent}  <Description>${escaped(said.join('\n'))}</Description>\n`
  return `${head}\n${description}${below}${indent}</Code>\n`
}

/** Ids that are no GUIDs get one that follows from them, so that it is the same each time. */
function guidOf(id: string): string {
  if (isGuid(id)) return id.toUpperCase()
  const hex = createHash('sha256').update(`rejoinder tag ${id}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-').toUpperCase()
}

const isGuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

const escaped = (words: string): string =>
  words
    // XML has no way to write these.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** Any entity but the five of XML itself is refused, and so is a document type: nothing is fetched or expanded. */
export function readQdc(text: string): ReadCodebook {
  if (/<!DOCTYPE/i.test(text))
    throw new Failure(
      'unreadable',
      'This file has a document type, which no codebook needs. It was not read.',
    )
  const root = parsed(text).root
  const codes = root?.name === 'CodeBook' ? childOf(root, 'Codes') : undefined
  if (!codes) throw new Failure('unreadable', 'This is no REFI-QDA codebook: it has no list of codes.')
  const tags: Data.Tag[] = []
  const read = (element: XmlElement, parent: string | null): void => {
    for (const code of childrenOf(element, 'Code')) {
      const guid = (code.attributes.guid ?? '').replace(/[{}]/g, '').toLowerCase()
      const name = (code.attributes.name ?? '').trim().slice(0, 200)
      const id = guid === '' || tags.some((tag) => tag.id === guid) ? `code ${tags.length + 1}` : guid
      if (name !== '') tags.push(tagOf(code, { id, name, parent, color: colorOf(code, tags) }))
      read(code, name === '' ? parent : id)
    }
  }
  read(codes, null)
  const sets = childrenOf(root!, 'Sets').flatMap((all) => childrenOf(all, 'Set')).length
  const notes = sets > 0 ? ['Sets of codes were passed over.'] : []
  return { tags, linkTypes: [], fields: ['name', 'parent', 'color', 'definition'], notes }
}

function tagOf(code: XmlElement, given: Pick<Data.Tag, 'id' | 'name' | 'parent' | 'color'>): Data.Tag {
  return {
    ...given,
    role: 'none',
    key: '',
    definition: childOf(code, 'Description')?.text.trim() ?? '',
    include: '',
    exclude: '',
    examples: [],
    attributes: [],
  }
}

function colorOf(code: XmlElement, tags: readonly Data.Tag[]): string {
  return Color.safeParse(code.attributes.color?.toLowerCase()).data ?? freeColor(tags)
}

function parsed(text: string): XmlDocument {
  try {
    return parseXml(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    const [what = ''] = (cause as Error).message.split('\n')
    throw new Failure('unreadable', `This file is no well-formed XML: ${what}.`)
  }
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  )
}

const childOf = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element, name)[0]

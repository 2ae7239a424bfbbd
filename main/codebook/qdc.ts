import { Failure } from '../../preload/contract/failure.ts'
import type * as Data from '../exchange/dataset.ts'
import { asXmlHasIt, countBeyondXml } from '../xml/xml-text.ts'
import { elementIn, elementsIn, parseXml, type XmlElement } from '../xml/xml-tree.ts'
import type { CodebookData, ReadCodebook } from './codebook-data.ts'
import { guidOf } from './guid.ts'
import {
  codeElements,
  codeNames,
  codesBelow,
  ourOrigin,
  plainGuid,
  refiNamespaces,
  tagOfCode,
} from './refi-codes.ts'

const namespace = 'urn:QDA-XML:codebook:1.0'
const codeFields = ['name', 'parent', 'color', 'definition'] as const
const describedFields = ['include', 'exclude', 'examples'] as const

/** The REFI-QDA exchange of codebooks, as ATLAS.ti, MAXQDA, NVivo and QualCoder read it: names, colours, descriptions. */
export function writeQdc({ tags }: CodebookData): string {
  const codes = codeElements(tags, {
    guidOf: ({ id }) => guidOf('tag', id).toUpperCase(),
    afterDescription: () => '',
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="${namespace}" origin="${ourOrigin}">
  <Codes>
${[...codes].join('')}  </Codes>
</CodeBook>
`
}

/** So many codes that are called otherwise are named, in a dialog that is read. */
const shown = 5

/** What stands in a .qdc otherwise than in the codebook, in sentences. */
export function changedInQdc({ tags }: CodebookData): string[] {
  const names = codeNames(tags)
  const renamed = tags.filter(({ id, name }) => names.get(id) !== asXmlHasIt(name))
  const words = tags.flatMap(({ name, definition, include, exclude, examples }) => [
    ...[name, definition, include, exclude],
    ...examples,
  ])
  const beyond = words.reduce((sum, one) => sum + countBeyondXml(one), 0)
  return [
    ...renamed
      .slice(0, shown)
      .map(
        ({ id, name }) =>
          `“${name}” is called “${names.get(id)}” there: no two codes may be called the same.`,
      ),
    ...(renamed.length > shown
      ? [`${renamed.length - shown} further codes are called otherwise there.`]
      : []),
    ...(beyond > 0
      ? [`${beyond} ${beyond === 1 ? 'character' : 'characters'} that XML cannot write became “�”.`]
      : []),
  ]
}

/** A document type is refused: no codebook needs one. */
export function readQdc(text: string): ReadCodebook {
  if (/<!DOCTYPE/i.test(text))
    throw new Failure(
      'unreadable',
      'This file has a document type, which no codebook needs. It was not read.',
    )
  const root = parseXml(text, { prefixes: refiNamespaces('codebook') })
  const codes = root.name === 'CodeBook' ? elementIn(root, 'Codes') : undefined
  if (!codes) throw new Failure('unreadable', 'This is no REFI-QDA codebook: it has no list of codes.')
  const isOurs = root.attributes.get('origin') === ourOrigin
  const tags: Data.Tag[] = []
  const ids = new Set<string>()
  /** What stands under a code without a name comes to stand where that one would. */
  const places = new Map<XmlElement | null, string | null>([[null, null]])
  for (const { code, parent: above } of codesBelow(codes)) {
    const guid = plainGuid(code.attributes.get('guid'))
    const name = (code.attributes.get('name') ?? '').trim().slice(0, 200)
    const parent = places.get(above) ?? null
    const id = guid === '' || ids.has(guid) ? `code ${tags.length + 1}` : guid
    places.set(code, name === '' ? parent : id)
    if (name === '') continue
    ids.add(id)
    tags.push(tagOfCode(code, { id, name, parent }, tags, { isOurs }))
  }
  const sets = elementsIn(root, 'Sets').flatMap((all) => elementsIn(all, 'Set')).length
  const notes = sets > 0 ? ['Sets of codes were passed over.'] : []
  const fields = isOurs ? [...codeFields, ...describedFields] : [...codeFields]
  return { tags, linkTypes: [], fields, notes }
}

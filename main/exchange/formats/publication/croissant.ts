import type { Column, TableShape } from './columns.ts'
import { filesOf, splitNames } from './columns.ts'
import { addressOf } from './licences.ts'
import { allShapes } from './table-shapes.ts'
import type { Terms } from './terms.ts'

/** The vocabulary of Croissant 1.0, written out, so that the file is read without a network. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}

export interface Described {
  name: string
  description: string
  terms: Terms
  languages: readonly string[]
  /** ISO 8601, the day. */
  published: string
  /** Size and SHA-256 by file. */
  files: ReadonlyMap<string, { bytes: number; sha256: string }>
}

/** Not as IANA calls Parquet: mlcroissant reads no file of another kind than these. */
const encodings = { parquet: 'application/x-parquet', jsonl: 'application/jsonlines' } as const

/** The description of the folder for search engines and loaders: croissant.json, by Croissant 1.0. */
export function croissant({ name, description, terms, languages, published, files }: Described): string {
  const metadata = {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name,
    description,
    ...(terms.licence !== '' && { license: addressOf(terms.licence) ?? terms.licence }),
    ...(terms.address !== '' && { url: terms.address }),
    ...(terms.authors !== '' && { creator: { '@type': 'sc:Organization', name: terms.authors } }),
    datePublished: published,
    ...(languages.length > 0 && { inLanguage: languages }),
    distribution: allShapes.flatMap((shape) =>
      (['parquet', 'jsonl'] as const).flatMap((kind) =>
        filesOf(shape, kind).map(({ file }) => ({
          ...{ '@type': 'cr:FileObject', '@id': file, name: file, contentUrl: file },
          encodingFormat: encodings[kind],
          contentSize: `${files.get(file)!.bytes} B`,
          sha256: files.get(file)!.sha256,
        })),
      ),
    ),
    recordSet: [splitRecords, ...allShapes.flatMap(recordSetsOf)],
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

const splitRecords = {
  ...{ '@type': 'cr:RecordSet', '@id': 'splits', name: 'splits', dataType: 'cr:Split' },
  key: { '@id': 'splits/name' },
  field: [{ '@type': 'cr:Field', '@id': 'splits/name', name: 'name', dataType: 'sc:Text' }],
  data: splitNames.map((name) => ({ 'splits/name': name })),
}

/** One for each file, since a record stands in one. */
function recordSetsOf(shape: TableShape) {
  return filesOf(shape, 'parquet').map(({ split, file }) => {
    const id = split === null ? shape.name : `${shape.name}/${split}`
    return {
      ...{ '@type': 'cr:RecordSet', '@id': id, name: id, description: shape.means },
      key: { '@id': `${id}/id` },
      field: shape.columns.map((column) => field(column, id, { fileObject: { '@id': file } })),
    }
  })
}

const types = { text: 'sc:Text', whole: 'sc:Integer', number: 'sc:Float', truth: 'sc:Boolean' } as const

function field({ name, holds, isList, means }: Column, above: string, from: object): object {
  const id = `${above}/${name}`
  const source = { ...from, extract: { column: name } }
  if (typeof holds === 'string')
    return { ...named(id, name, means, isList), dataType: types[holds], source, ...splitOf(name) }
  // Records in records of a column are only named: mlcroissant stops at them and reads nothing of the table.
  const deeper = holds.filter((column) => typeof column.holds !== 'string').map((column) => column.name)
  const all = deeper.length === 0 ? means : `${means}; not described here: ${deeper.join(', ')}`
  return {
    ...named(id, name, all, isList),
    subField: holds.flatMap((column) =>
      typeof column.holds === 'string'
        ? [
            {
              ...named(`${id}/${column.name}`, column.name, column.means, column.isList),
              ...{
                dataType: types[column.holds],
                source: { ...source, transform: { jsonPath: `$[*].${column.name}` } },
              },
            },
          ]
        : [],
    ),
  }
}

const named = (id: string, name: string, description: string, isList: boolean | undefined): object => ({
  ...{ '@type': 'cr:Field', '@id': id, name },
  ...(description !== '' && { description }),
  ...(isList && { repeated: true }),
})

const splitOf = (name: string): object | false =>
  name === 'split' && { references: { field: { '@id': 'splits/name' } } }

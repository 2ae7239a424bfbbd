import type * as Data from '../../dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import { writeFilePieces } from '../../target.ts'
import type { FormatWriter, TouchingLoss } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { AifGraph, schemeLinks } from './nodes.ts'

/** Native AIF has nodes and edges at the top, xAIF under `AIF` with the text beside them. */
export function aifWriter(kind: 'aif' | 'xaif'): FormatWriter {
  return {
    isOurs: () => false,
    losses,
    async write(dataset, to, options) {
      const { annotations, claims, links, documents } = dataset
      const of = 2 * (annotations.length + claims.length) + 3 * links.length + documents.length
      const pieces = inBatches(kind === 'aif' ? aifLines(dataset) : xaifLines(dataset), of, options)
      await writeFilePieces(to, pieces)
      return { files: [''], readAs: new Map() }
    },
  }
}

function losses(dataset: Data.Dataset): TouchingLoss[] {
  const { annotations, links, linkTypes, tags, annotators, speakers } = dataset
  const written = schemeLinks(dataset)
  const writtenIds = new Set(written.map(({ id }) => id))
  const used = {
    tags: new Set(annotations.map(({ tag }) => tag)),
    types: new Set(written.map(({ linkType }) => linkType)),
    annotators: new Set([...annotations, ...written].map(({ annotator }) => annotator)),
    speakers: new Set(annotations.map(({ speaker }) => speaker)),
  }
  return thatTouch([
    {
      what: 'links that neither support, attack nor restate or start from a link, and links onto these',
      touches: touched('link', links, ({ id }) => !writtenIds.has(id)),
    },
    {
      what: 'tags, link types, annotators and speakers that nothing has',
      touches: [
        ...touched('tag', tags, ({ id }) => !used.tags.has(id)),
        ...touched('link_type', linkTypes, ({ id }) => !used.types.has(id)),
        ...touched('annotator', annotators, ({ id }) => !used.annotators.has(id)),
        ...touched('speaker', speakers, ({ id }) => !used.speakers.has(id)),
      ],
    },
    ...fieldLosses(dataset, {
      ...{ annotator: [], speaker: [], tag: ['id'], link_type: ['id'], document: ['id', 'title'] },
      claim: ['note', 'created'],
      annotation: ['id', 'annotator', 'claim', 'speaker', 'note', 'created'],
      link: ['id', 'annotator', 'note', 'created'],
    }),
  ])
}

function* aifLines(dataset: Data.Dataset, documents = dataset.documents): Generator<string> {
  const graph = new AifGraph(dataset)
  yield '{"nodes":['
  yield* listed(graph.nodes())
  yield '],\n"edges":['
  yield* listed(graph.edges())
  yield '],\n"schemefulfillments":[],\n"locutions":['
  yield* listed(graph.locutions())
  yield '],\n"participants":['
  yield* listed(graph.participants())
  yield '],\n'
  yield* documentLines({ ...dataset, documents })
  yield '}\n'
}

function* xaifLines(dataset: Data.Dataset): Generator<string> {
  yield '{"AIF":'
  yield* aifLines(dataset, [])
  yield ',"OVA":{"firstname":"","surname":"","url":"","nodes":[],"edges":[]},\n"text":{"txt":"'
  let between = ''
  for (const { id } of dataset.documents) {
    const html = dataset.textOf(id).text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    yield `${between}${JSON.stringify(html.replaceAll('\n', '<br>')).slice(1, -1)}`
    between = '<br><br>'
  }
  yield '"},\n'
  yield* documentLines(dataset)
  yield '}\n'
}

/** Nodes may be of several documents, which the format has no place for: texts stand in a field of our own. */
function* documentLines(dataset: Data.Dataset): Generator<string> {
  yield '"rejoinder":{"documents":['
  yield* listed(
    (function* () {
      for (const { id, title } of dataset.documents) yield { id, title, text: dataset.textOf(id).text }
    })(),
  )
  yield ']}'
}

function* listed(objects: Iterable<object>): Generator<string> {
  let between = '\n'
  for (const object of objects) {
    yield `${between}${JSON.stringify(object)}`
    between = ',\n'
  }
}

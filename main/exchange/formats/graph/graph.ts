import { dotLines } from '../../../../preload/contract/argument-graph/dot.ts'
import type { ArgumentGraph, Fact } from '../../../../preload/contract/argument-graph/graph.ts'
import { graphmlLines } from '../../../../preload/contract/argument-graph/graphml.ts'
import { inBatches } from '../../foreign/batches.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import { writeFilePieces } from '../../target.ts'
import type { AnnotationFormat, FormatWriter } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { graphAnnotations, graphOf } from './dataset-graph.ts'

const said: readonly Fact[] = [
  ...([
    'kind',
    'text',
    'speaker',
    'document',
    'date',
    'tag',
    'mentions',
    'type',
    'stance',
    'symmetric',
  ] as const),
  ...(['part', 'annotator', 'strength', 'status', 'note', 'created', 'uid'] as const),
]

const cannotHold = [
  'texts, and where passages stand in them',
  'passages that neither state a claim nor are linked',
  'attributes and confidence of annotations',
  'memos and the codebook',
]

/** Claims, passages and links as a graph; it is not read again. */
function graphWriter(linesOf: (graph: ArgumentGraph) => Iterable<string>): FormatWriter {
  return {
    isOurs: () => false,
    losses(dataset) {
      const there = new Set(graphAnnotations(dataset).map(({ id }) => id))
      return thatTouch([
        {
          what: 'passages that neither state a claim nor are linked',
          touches: touched('annotation', dataset.annotations, ({ id }) => !there.has(id)),
        },
        { what: 'where passages stand', touches: touched('annotation', dataset.annotations) },
        { what: 'the words of texts', touches: touched('document', dataset.documents) },
        ...fieldLosses(dataset, {
          annotator: [],
          claim: ['note', 'created'],
          annotation: ['id', 'annotator', 'claim', 'speaker', 'note', 'created'],
          link: ['id', 'annotator', 'strength', 'status', 'note', 'created'],
          document: ['title'],
        }),
      ])
    },
    async write(dataset, to, options) {
      const of = dataset.claims.length + graphAnnotations(dataset).length + dataset.links.length
      await writeFilePieces(to, inBatches(linesOf(graphOf(dataset)), of, options))
      return { files: [''], readAs: new Map() }
    },
  }
}

export const graphml: AnnotationFormat = {
  name: 'graphml',
  title: 'GraphML graph of claims and links',
  endings: ['graphml'],
  makes: 'file',
  cannotHold: [...cannotHold, 'characters that XML cannot write'],
  writer: graphWriter((graph) => graphmlLines(graph, said)),
}

export const dot: AnnotationFormat = {
  name: 'dot',
  title: 'Graphviz graph of claims and links (DOT)',
  endings: ['dot', 'gv'],
  makes: 'file',
  cannotHold,
  writer: graphWriter(dotLines),
}

import type { Kind } from '../../../../db/repositories/dataset.ts'
import { type CodePoints, codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import { plainLinkType, plainTag } from '../../foreign/gathering.ts'
import { type InnerLink, innerLinksOf } from '../../foreign/inner-links.ts'
import { labelsOf } from '../../foreign/labels.ts'
import { type Region, regionsOf } from '../../foreign/regions.ts'
import { grouped, sortedKeys } from '../../foreign/work.ts'
import { writeFilePieces } from '../../target.ts'
import type { FormatWriter, IdsRead } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { tokensOf } from './tokens.ts'

const toLabel = (name: string): string => name || 'unnamed'
/** A line is the work of one annotator on one text. */
const isOneHand = ({ link, source, target }: InnerLink) =>
  source.annotator === link.annotator && target.annotator === link.annotator

/** A line for each text and annotator, with tokens, spans and relations; offsets count code points. */
export const prodigyWriter: FormatWriter = {
  isOurs: () => false,

  losses(dataset) {
    const labels = labelsOf(dataset.tags, toLabel)
    const types = labelsOf(dataset.linkTypes, toLabel)
    const { inner, others } = innerLinksOf(dataset, isOneHand)
    const usedTags = new Set(dataset.annotations.map(({ tag }) => tag))
    const usedTypes = new Set(inner.map(({ link }) => link.linkType))
    const worked = new Set(dataset.annotations.map(({ annotator }) => annotator))
    const isParted = ({ spans }: Data.Annotation) => spans.length > 1
    return thatTouch([
      {
        what: 'links across documents or annotators, to claims or to links',
        touches: touched('link', others),
      },
      {
        what: 'that several stretches are one annotation',
        touches: touched('annotation', dataset.annotations, isParted),
      },
      {
        what: 'names that stand twice or are empty',
        touches: [
          ...touched('tag', dataset.tags, ({ id, name }) => labels.get(id) !== name),
          ...touched('link_type', dataset.linkTypes, ({ id, name }) => types.get(id) !== name),
        ],
      },
      {
        what: 'tags, link types and annotators that nothing has',
        touches: [
          ...touched('tag', dataset.tags, ({ id }) => !usedTags.has(id)),
          ...touched('link_type', dataset.linkTypes, ({ id }) => !usedTypes.has(id)),
          ...touched('annotator', dataset.annotators, ({ id }) => !worked.has(id)),
        ],
      },
      ...fieldLosses(dataset, {
        ...{ annotator: [], tag: ['id'], link_type: ['id'], document: ['id', 'title'] },
        ...{ annotation: ['id', 'annotator'], link: ['id', 'annotator'] },
      }),
    ])
  },

  async write(dataset, to, options) {
    const relations = new Map<string, string>()
    const regions = new Map<string, string[]>()
    const lines = linesOf(dataset, relations, regions)
    await writeFilePieces(to, inBatches(lines, dataset.documents.length, options))
    const labels = [...labelsOf(dataset.tags, toLabel)]
    const types = [...labelsOf(dataset.linkTypes, toLabel)]
    return {
      files: [''],
      readAs: new Map<Kind, IdsRead>([
        ['tag', new Map(labels.map(([id, label]) => [id, [plainTag(label).id]]))],
        ['link_type', new Map(types.map(([id, label]) => [id, [plainLinkType(label).id]]))],
        ['annotation', regions],
        ['link', relations],
      ]),
    }
  },
}

function* linesOf(
  dataset: Data.Dataset,
  relations: Map<string, string>,
  regions: Map<string, string[]>,
): Generator<string> {
  const labels = labelsOf(dataset.tags, toLabel)
  const types = labelsOf(dataset.linkTypes, toLabel)
  const names = new Map(dataset.annotators.map(({ id, name }) => [id, name]))
  const ids = new Set(dataset.annotations.map(({ id }) => id))
  const work = grouped(
    dataset.annotations,
    ({ document }) => document,
    ({ annotator }) => annotator,
  )
  const links = grouped(
    innerLinksOf(dataset, isOneHand).inner,
    ({ source }) => source.document,
    ({ link }) => link.annotator,
  )
  for (const { id: document, title } of dataset.documents) {
    const { text } = dataset.textOf(document)
    const points = codePointsOf(text)
    const hands = sortedKeys(work.get(document))
    for (const annotator of hands.length > 0 ? hands : [undefined]) {
      const own = annotator === undefined ? [] : work.get(document)!.get(annotator)!
      const line = new Line(
        text,
        points,
        regionsOf(own, (id) => ids.has(id)),
        labels,
      )
      for (const { id, annotation } of line.regions) {
        if (annotation.spans.length < 2) continue
        regions.set(annotation.id, [...(regions.get(annotation.id) ?? []), id])
      }
      const inner = links.get(document)?.get(annotator ?? '') ?? []
      for (const { link } of inner) relations.set(link.id, `relation ${relations.size + 1}`)
      yield `${JSON.stringify({
        text,
        meta: { document, title },
        tokens: line.tokens(),
        spans: line.regions.map((region) => line.span(region)),
        relations: inner.map((link) => line.relation(link, types.get(link.link.linkType)!)),
        ...(annotator !== undefined && {
          ...{ answer: 'accept', _annotator_id: annotator, _annotator_name: names.get(annotator) },
        }),
      })}\n`
    }
  }
}

class Line {
  readonly regions: Region[]
  readonly #text: string
  readonly #points: CodePoints
  readonly #labels: ReadonlyMap<string, string>
  readonly #tokens: ReturnType<typeof tokensOf>
  readonly #starting = new Map<number, number>()
  readonly #ending = new Map<number, number>()
  readonly #byId: ReadonlyMap<string, Region>

  constructor(text: string, points: CodePoints, regions: Region[], labels: ReadonlyMap<string, string>) {
    this.regions = regions
    this.#text = text
    this.#points = points
    this.#labels = labels
    this.#tokens = tokensOf(text, regions)
    for (const [index, { start, end }] of this.#tokens.entries()) {
      this.#starting.set(start, index)
      this.#ending.set(end, index)
    }
    this.#byId = new Map(regions.map((region) => [region.id, region]))
  }

  tokens(): object[] {
    return this.#tokens.map(({ start, end, isSpaced }, id) => ({
      ...{ text: this.#text.slice(start, end), ...this.#extent(start, end), id, ws: isSpaced },
    }))
  }

  /** `token_end` is the last token itself. */
  span({ id, start, end, annotation }: Region): object {
    return {
      ...{ id, ...this.#extent(start, end), label: this.#labels.get(annotation.tag) },
      ...{ token_start: this.#starting.get(start), token_end: this.#ending.get(end) },
    }
  }

  /** Ends are named by their last token, as Prodigy does. */
  relation({ source, target }: InnerLink, label: string): object {
    const [head, child] = [this.#byId.get(source.id)!, this.#byId.get(target.id)!]
    return {
      ...{ head: this.#ending.get(head.end), child: this.#ending.get(child.end), label },
      ...{ head_span: this.span(head), child_span: this.span(child) },
    }
  }

  #extent(start: number, end: number): { start: number; end: number } {
    return { start: this.#points.fromUtf16(start)!, end: this.#points.fromUtf16(end)! }
  }
}

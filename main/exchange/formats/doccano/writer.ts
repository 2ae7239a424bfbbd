import type { Kind } from '../../../../db/repositories/dataset.ts'
import { codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import { plainLinkType, plainTag } from '../../foreign/gathering.ts'
import { type InnerLink, innerLinksOf } from '../../foreign/inner-links.ts'
import { labelsOf } from '../../foreign/labels.ts'
import { type Region, regionsOf } from '../../foreign/regions.ts'
import { writeFilePieces } from '../../target.ts'
import type { FormatWriter } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { entityId, everybody, relationId } from './ids.ts'

const toLabel = (name: string): string => name || 'unnamed'

/** A line for each text: as doccano’s sequence labelling wants it, and with entities and relations where there are any. */
export const doccanoWriter: FormatWriter = {
  isOurs: () => false,

  losses(dataset) {
    const labels = labelsOf(dataset.tags, toLabel)
    const types = labelsOf(dataset.linkTypes, toLabel)
    const { inner, others } = innerLinksOf(dataset)
    const usedTags = new Set(dataset.annotations.map(({ tag }) => tag))
    const usedTypes = new Set(inner.map(({ link }) => link.linkType))
    const renamed = [
      ...touched('tag', dataset.tags, ({ id, name }) => labels.get(id) !== name),
      ...touched('link_type', dataset.linkTypes, ({ id, name }) => types.get(id) !== name),
    ]
    const unused = [
      ...touched('tag', dataset.tags, ({ id }) => !usedTags.has(id)),
      ...touched('link_type', dataset.linkTypes, ({ id }) => !usedTypes.has(id)),
    ]
    const isParted = ({ spans }: Data.Annotation) => spans.length > 1
    return thatTouch([
      { what: 'links across documents, to claims or to links', touches: touched('link', others) },
      {
        what: 'that several stretches are one annotation',
        touches: touched('annotation', dataset.annotations, isParted),
      },
      { what: 'names that stand twice or are empty', touches: renamed },
      { what: 'tags and link types that nothing has', touches: unused },
      ...fieldLosses(dataset, {
        ...{ tag: ['id'], link_type: ['id'], document: ['id', 'title'], annotation: ['id'], link: ['id'] },
      }),
    ])
  },

  async write(dataset, to, options) {
    const readAs = new Map<Kind, Map<string, string[]>>()
    // Its files know no annotators: the reader has one for all, who stands for our first.
    readAs.set('annotator', new Map(dataset.annotators.slice(0, 1).map(({ id }) => [id, [everybody]])))
    for (const kind of ['tag', 'link_type', 'annotation', 'link'] as const) readAs.set(kind, new Map())
    await writeFilePieces(to, inBatches(linesOf(dataset, readAs), dataset.documents.length, options))
    return { files: [''], readAs }
  },
}

/** Enters into `readAs` what each record becomes. */
function* linesOf(dataset: Data.Dataset, readAs: Map<Kind, Map<string, string[]>>): Generator<string> {
  const labels = labelsOf(dataset.tags, toLabel)
  const types = labelsOf(dataset.linkTypes, toLabel)
  for (const [id, label] of labels) readAs.get('tag')!.set(id, [plainTag(label).id])
  for (const [id, label] of types) readAs.get('link_type')!.set(id, [plainLinkType(label).id])
  const { inner } = innerLinksOf(dataset)
  const links = Map.groupBy(inner, ({ source }) => source.document)
  const annotations = Map.groupBy(dataset.annotations, ({ document }) => document)
  let line = 0
  let entitiesBefore = 0
  let relationsBefore = 0
  for (const { id: document, title } of dataset.documents) {
    line += 1
    const { text } = dataset.textOf(document)
    const points = codePointsOf(text)
    const regions = regionsOf(annotations.get(document) ?? [], () => false)
    const numbers = new Map<string, number>()
    for (const [index, { annotation }] of regions.entries()) {
      const ids = readAs.get('annotation')!.get(annotation.id)
      if (ids) ids.push(entityId(line, index))
      else readAs.get('annotation')!.set(annotation.id, [entityId(line, index)])
      if (!numbers.has(annotation.id)) numbers.set(annotation.id, entitiesBefore + index)
    }
    const own = links.get(document) ?? []
    for (const [index, { link }] of own.entries()) readAs.get('link')!.set(link.id, [relationId(line, index)])
    const extent = ({ start, end }: Region) => [points.fromUtf16(start)!, points.fromUtf16(end)!] as const
    const labelled =
      inner.length > 0
        ? {
            entities: regions.map((region, index) => {
              const [start_offset, end_offset] = extent(region)
              return {
                id: entitiesBefore + index,
                label: labels.get(region.annotation.tag),
                start_offset,
                end_offset,
              }
            }),
            relations: own.map((link, index) => relation(link, relationsBefore + index, numbers, types)),
          }
        : { label: regions.map((region) => [...extent(region), labels.get(region.annotation.tag)]) }
    entitiesBefore += regions.length
    relationsBefore += own.length
    yield `${inAscii(JSON.stringify({ text, ...labelled, document, title }))}\n`
  }
}

/** Where a file has relations doccano guesses its encoding, and takes one of few foreign letters for another than UTF-8. */
const inAscii = (json: string): string =>
  json.replace(/[\x80-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function relation(
  { link, source, target }: InnerLink,
  id: number,
  numbers: ReadonlyMap<string, number>,
  types: ReadonlyMap<string, string>,
): object {
  return {
    id,
    from_id: numbers.get(source.id),
    to_id: numbers.get(target.id),
    type: types.get(link.linkType),
  }
}

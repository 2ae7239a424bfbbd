import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import { xmlAttributes } from '../../../xml/xml-text.ts'
import type * as Data from '../../dataset.ts'
import { inBatches } from '../../foreign/batches.ts'
import { plainLinkType, plainTag } from '../../foreign/gathering.ts'
import type { InnerLink } from '../../foreign/inner-links.ts'
import { type Region, regionsOf } from '../../foreign/regions.ts'
import { grouped, sortedKeys } from '../../foreign/work.ts'
import { writeFilePieces } from '../../target.ts'
import type { FormatWriter, WrittenFiles } from '../annotation-format.ts'
import { type Layout, layoutOf } from './layout.ts'
import { losses } from './losses.ts'
import { type Relation, relationsOf } from './relations.ts'

const files = ['labeling-config.xml', 'tasks.json']

/** The tasks to import and the configuration to paste into the project’s settings. */
export const labelStudioWriter: FormatWriter = {
  isOurs: (name) => files.includes(name),
  losses,
  async write(dataset, folder, options) {
    const layout = layoutOf(dataset)
    await mkdir(folder, { recursive: true })
    await writeFilePieces(join(folder, files[0]!), [configOf(dataset, layout)])
    const pieces = inBatches(taskLines(dataset, layout), dataset.documents.length, options)
    await writeFilePieces(join(folder, files[1]!), pieces)
    return { files: [...files], readAs: readAsOf(dataset, layout) }
  },
}

function readAsOf(dataset: Data.Dataset, layout: Layout): WrittenFiles['readAs'] {
  const { labels, relations } = layout
  const isTaken = takenBy(dataset)
  const parts = dataset.annotations.filter(({ spans }) => spans.length > 1)
  return new Map<Kind, Map<string, string[]>>([
    ['tag', new Map(dataset.tags.map(({ id }) => [id, [plainTag(labels.get(id)!).id]]))],
    ['link_type', new Map(dataset.linkTypes.map(({ id }) => [id, [plainLinkType(relations.get(id)!).id]]))],
    ['annotation', new Map(parts.map((one) => [one.id, regionsOf([one], isTaken).map(({ id }) => id)]))],
    [
      'link',
      new Map(inWrittenOrder(dataset, layout).map(({ id }, index) => [id, [`relation ${index + 1}`]])),
    ],
  ])
}

const takenBy = ({ annotations }: Data.Dataset): ((id: string) => boolean) => {
  const ids = new Set(annotations.map(({ id }) => id))
  return (id) => ids.has(id)
}

function configOf(dataset: Data.Dataset, { labels, relations }: Layout): string {
  const label = ({ id, color }: Data.Tag) =>
    `    <Label${xmlAttributes({ value: labels.get(id)!, background: color })}/>\n`
  const relation = ({ id }: Data.LinkType) =>
    `    <Relation${xmlAttributes({ value: relations.get(id)! })}/>\n`
  return `<View>
  <Relations choice="multiple">
${dataset.linkTypes.map(relation).join('')}  </Relations>
  <Labels name="label" toName="text">
${dataset.tags.map(label).join('')}  </Labels>
  <Text name="text" value="$text" granularity="symbol"/>
</View>
`
}

/** By document and annotator. */
function relationsByTask(
  { linkTypes }: Data.Dataset,
  { inner }: Layout,
): Map<string, Map<string, Relation[]>> {
  const symmetric = new Set(linkTypes.filter((type) => type.symmetric).map(({ id }) => id))
  const links = grouped(
    inner,
    ({ source }) => source.document,
    ({ link }) => link.annotator,
  )
  const relations = (some: readonly InnerLink[]) => relationsOf(some, (type) => symmetric.has(type))
  return new Map(
    [...links].map(([document, work]) => [
      document,
      new Map([...work].map(([annotator, some]) => [annotator, relations(some)])),
    ]),
  )
}

/** Links in the order in which they stand in the file: they are known by their number there. */
function inWrittenOrder(dataset: Data.Dataset, layout: Layout): Data.Link[] {
  const byTask = relationsByTask(dataset, layout)
  return dataset.documents.flatMap(({ id }) =>
    sortedKeys(byTask.get(id)).flatMap((who) =>
      byTask
        .get(id)!
        .get(who)!
        .flatMap(({ links }) => links),
    ),
  )
}

function* taskLines(dataset: Data.Dataset, layout: Layout): Generator<string> {
  const byTask = relationsByTask(dataset, layout)
  const annotations = grouped(
    dataset.annotations,
    ({ document }) => document,
    ({ annotator }) => annotator,
  )
  const names = new Map(dataset.annotators.map(({ id, name }) => [id, name]))
  const isTaken = takenBy(dataset)
  yield '['
  let between = '\n'
  for (const [index, { id, title }] of dataset.documents.entries()) {
    const { text } = dataset.textOf(id)
    const work = annotations.get(id)
    yield `${between}${JSON.stringify({
      id: index + 1,
      data: { text, title, document: id },
      annotations: sortedKeys(work).map((annotator) => ({
        annotator: { id: annotator, name: names.get(annotator) },
        result: [
          ...regionsOf(work!.get(annotator)!, isTaken).map((region) => resultOf(region, text, layout)),
          ...(byTask.get(id)?.get(annotator) ?? []).map(({ from, to, direction, links }) => ({
            type: 'relation',
            ...{ from_id: from, to_id: to, direction },
            labels: links.map(({ linkType }) => layout.relations.get(linkType)),
          })),
        ],
      })),
    })}`
    between = ',\n'
  }
  yield '\n]\n'
}

function resultOf({ id, start, end, annotation }: Region, text: string, { labels }: Layout): object {
  const { confidence, note, tag } = annotation
  return {
    ...{ id, from_name: 'label', to_name: 'text', type: 'labels' },
    value: { start, end, text: text.slice(start, end), labels: [labels.get(tag)] },
    ...(confidence !== null && { score: confidence }),
    ...(note !== '' && { meta: { text: [note] } }),
  }
}

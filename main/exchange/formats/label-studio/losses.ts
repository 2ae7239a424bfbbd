import type * as Data from '../../dataset.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { type Layout, layoutOf } from './layout.ts'

export function losses(dataset: Data.Dataset): TouchingLoss[] {
  const { labels, relations, others }: Layout = layoutOf(dataset)
  const worked = new Set(dataset.annotations.map(({ annotator }) => annotator))
  return thatTouch([
    { what: 'links across documents or annotators, to claims or to links', touches: touched('link', others) },
    {
      what: 'that several stretches are one annotation',
      touches: touched('annotation', dataset.annotations, ({ spans }) => spans.length > 1),
    },
    {
      what: 'annotators without work',
      touches: touched('annotator', dataset.annotators, ({ id }) => !worked.has(id)),
    },
    {
      what: 'names that labels cannot have or that stand twice',
      touches: [
        ...touched('tag', dataset.tags, ({ id, name }) => labels.get(id) !== name),
        ...touched('link_type', dataset.linkTypes, ({ id, name }) => relations.get(id) !== name),
      ],
    },
    ...fieldLosses(dataset, {
      ...{ annotator: [], tag: ['id', 'color'], link_type: ['id'], document: ['id', 'title'] },
      annotation: ['id', 'annotator', 'confidence', 'note'],
      link: ['id', 'annotator'],
    }),
  ])
}

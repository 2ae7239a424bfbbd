import type * as Data from '../../dataset.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import type { Touched, TouchingLoss } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { conllLabels } from './labels.ts'
import { layoutOf } from './sheets.ts'

/** What one column of labels has no place for. Reads every text and finds its words. */
export function conllLosses(dataset: Data.Dataset): TouchingLoss[] {
  const { annotations, annotators, tags } = dataset
  const { sheets, covered, wordless } = layoutOf(dataset)
  const labels = conllLabels(tags)
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  const widened: Data.Annotation[] = []
  const called: Touched[] = []
  const present = new Set<string>()
  for (const sheet of sheets) {
    const [, folder, file] = sheet.path.split('/')
    for (const { of } of sheet.stretches) {
      if (!of.isExact) widened.push(of.annotation)
      present.add(of.annotation.tag)
      present.add(`by ${of.annotation.annotator}`)
    }
    if (folder !== sheet.document.title) called.push({ kind: 'document', ids: [sheet.document.id] })
    if (sheet.annotator && file !== sheet.annotator.name) {
      called.push({ kind: 'annotator', ids: [sheet.annotator.id] })
    }
  }
  return thatTouch([
    ...[...Map.groupBy(covered, ({ tag }) => tag)].map(([tag, annotations]) => ({
      what: `annotations with “${names.get(tag)}” that lie over longer ones`,
      touches: touched('annotation', annotations),
    })),
    { what: 'annotations, or parts of them, without a word', touches: touched('annotation', wordless) },
    {
      what: 'where inside of a word an annotation begins or ends',
      touches: touched('annotation', widened),
    },
    {
      what: 'that several stretches are one annotation',
      touches: touched('annotation', annotations, ({ spans }) => spans.length > 1),
    },
    {
      what: 'names that are no label and no file can have',
      touches: [...called, ...touched('tag', tags, ({ id, name }) => labels.get(id) !== name)],
    },
    {
      what: 'tags and annotators that nothing has',
      touches: [
        ...touched('tag', tags, ({ id }) => !present.has(id)),
        ...touched('annotator', annotators, ({ id }) => !present.has(`by ${id}`)),
      ],
    },
    ...fieldLosses(dataset, {
      ...{ annotator: [], tag: ['id'], document: ['id', 'title'], annotation: ['id', 'annotator'] },
    }),
  ])
}

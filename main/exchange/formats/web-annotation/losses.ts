import type * as Data from '../../dataset.ts'
import { fieldLosses } from '../../foreign/field-losses.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { thatTouch, touched } from '../losses.ts'
import { isWritten, usedIn } from './used.ts'

/** What web annotations cannot hold: what nobody has used, and what is known of tags, link types and speakers. */
export function losses(dataset: Data.Dataset): TouchingLoss[] {
  const { annotators, tags, linkTypes, speakers, memos } = dataset
  const used = usedIn(dataset)
  const isNot =
    (ids: ReadonlySet<string>) =>
    ({ id }: { id: string }) =>
      !ids.has(id)
  return thatTouch([
    { what: 'tags that no annotation has', touches: touched('tag', tags, isNot(used.tags)) },
    {
      what: 'link types that no link has',
      touches: touched('link_type', linkTypes, isNot(used.linkTypes)),
    },
    { what: 'speakers of no passage', touches: touched('speaker', speakers, isNot(used.speakers)) },
    {
      what: 'annotators who have made nothing',
      touches: touched('annotator', annotators, isNot(used.annotators)),
    },
    {
      what: 'memos about such tags and speakers',
      touches: touched('memo', memos, ({ about }) => !isWritten(about, used)),
    },
    ...fieldLosses(dataset, {
      ...{ annotator: [], speaker: [], tag: ['id'], link_type: ['id'], memo: [] },
      document: ['id', 'title'],
      claim: ['note', 'created'],
      annotation: ['id', 'annotator', 'claim', 'speaker', 'note', 'created'],
      link: ['id', 'annotator', 'note', 'created'],
    }),
  ])
}

import type * as Data from '../../dataset.ts'
import { fieldLosses, touchesOf } from '../../foreign/field-losses.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { isWritten, usedIn } from './used.ts'

/** What web annotations cannot hold: what nobody has used, and what is known of tags, link types and speakers. */
export function losses(dataset: Data.Dataset): TouchingLoss[] {
  const { annotators, tags, linkTypes, speakers, memos } = dataset
  const used = usedIn(dataset)
  const unused = <T extends { id: string }>(things: readonly T[], ids: ReadonlySet<string>): T[] =>
    things.filter(({ id }) => !ids.has(id))
  return [
    { what: 'tags that no annotation has', touches: touchesOf('tag', unused(tags, used.tags)) },
    {
      what: 'link types that no link has',
      touches: touchesOf('link_type', unused(linkTypes, used.linkTypes)),
    },
    { what: 'speakers of no passage', touches: touchesOf('speaker', unused(speakers, used.speakers)) },
    {
      what: 'annotators who have made nothing',
      touches: touchesOf('annotator', unused(annotators, used.annotators)),
    },
    {
      what: 'memos about such tags and speakers',
      touches: touchesOf(
        'memo',
        memos.filter(({ about }) => !isWritten(about, used)),
      ),
    },
    ...fieldLosses(dataset, {
      ...{ annotator: [], speaker: [], tag: ['id'], link_type: ['id'], memo: [] },
      document: ['id', 'title'],
      claim: ['note', 'created'],
      annotation: ['id', 'annotator', 'claim', 'speaker', 'note', 'created'],
      link: ['id', 'annotator', 'note', 'created'],
    }),
  ].filter(({ touches }) => touches.length > 0)
}

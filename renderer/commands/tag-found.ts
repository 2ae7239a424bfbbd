import { mostCreated } from '../../preload/contract/annotation.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import type { Stretches } from '../document/index.ts'
import { countOf } from '../store/counting.ts'
import { notify, say } from '../store/notices.ts'
import { currentHit, sentencesOf } from '../store/reading/finding.ts'
import { focusAnnotation } from '../store/reading/focus.ts'
import { workbench } from '../store/workbench.ts'

/** What of a hit is tagged. */
export type FoundExtent = 'hit' | 'sentence'

/** Tags the hit that stands out, or all of them, as one step, and tells how many. A name makes a tag where there is none of it. */
export async function tagFound(
  which: 'this' | 'all',
  extent: FoundExtent,
  tag: { id: TagId } | { name: string },
): Promise<void> {
  const { finding, tags } = workbench.getState()
  if (!finding) return
  const passages = await passagesFor(which, extent)
  if (!passages || passages.start.length === 0) return
  if (passages.start.length > mostCreated) {
    const most = mostCreated.toLocaleString('en')
    throw new Failure(
      'bad-input',
      `No more than ${most} passages are tagged in one go. Look for something rarer.`,
    )
  }
  const { documentId, side } = finding
  const wanted = { documentId, start: passages.start, end: passages.end }
  const { created, skipped, first, tagId, name } = await ('id' in tag
    ? request('annotation.createMany', { ...wanted, tagId: tag.id }).then((done) => ({
        ...done,
        tagId: tag.id,
        name: tags.find(({ id }) => id === tag.id)?.name ?? '',
      }))
    : request('annotation.createManyWithTag', { ...wanted, name: tag.name }).then((done) => ({
        ...done,
        tagId: done.tag.id,
        name: `${done.tag.name}${done.isNew ? ', a new tag' : ''}`,
      })))
  workbench.setState({ lastTag: tagId })
  const words = told(created, skipped, name)
  if (which === 'this') {
    say(words)
    if (first !== null) await focusAnnotation(first, side)
  } else {
    notify('done', words, { isOfChange: true })
  }
}

/** The passages that would be tagged; null when the search has ended or something newer was asked. */
export async function passagesFor(which: 'this' | 'all', extent: FoundExtent): Promise<Stretches | null> {
  const { finding } = workbench.getState()
  const hit = currentHit(finding)
  const hits =
    which === 'all'
      ? finding?.passages
      : hit && { start: Int32Array.of(hit.start), end: Int32Array.of(hit.end) }
  if (!hits) return null
  return extent === 'hit' ? hits : sentencesOf(hits)
}

function told(created: number, skipped: number, name: string): string {
  const already = `${countOf(skipped, 'passage')} ${skipped === 1 ? 'was' : 'were'} tagged so already`
  if (created === 0) return `Nothing to tag as ${name}: ${already}`
  return `Tagged ${countOf(created, 'passage')} as ${name}${skipped > 0 ? `; ${already}` : ''}`
}

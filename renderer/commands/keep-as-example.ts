import { request } from '../client.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

/** Keeps the words of the annotation in focus among the examples of its tag. */
export async function keepAsExample(): Promise<void> {
  const { focused, tags } = workbench.getState()
  if (!focused) return
  const { id, tagId } = focused.annotation
  const { isNew } = await request('tag.keepExample', { annotationId: id })
  const name = tags.find((tag) => tag.id === tagId)?.name ?? ''
  say(isNew ? `Kept as an example of ${name}` : `An example of ${name} already`)
}

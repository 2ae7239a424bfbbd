import type { Annotation, AttributeValues } from '../../preload/contract/annotation.ts'
import { noLongerApplying } from '../../preload/contract/attribute-rules.ts'
import type { AnnotationId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { focusAnnotation } from '../store/reading/focus.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { askForRequired } from './go-to-form.ts'

type Change = InputOf<'annotation.update'>['change']

/** Changes the annotation in focus, or another one by its id. */
export async function changeAnnotation(id: AnnotationId, change: Change): Promise<Annotation> {
  return request('annotation.update', { id, change })
}

/** Sets one attribute, whatever happens to the others meanwhile; null takes its value away. */
export async function setAttribute(
  id: AnnotationId,
  name: string,
  value: AttributeValues[string] | null,
): Promise<void> {
  await request('annotation.updateMany', { ids: [id], change: { attribute: { name, value } } })
}

/** Changes the tag of the annotation in focus; says how many values the new one has no use for. They stay. */
export async function retag(tagId: TagId): Promise<void> {
  const { focused, tags } = workbench.getState()
  if (!focused) return
  const before = tags.find((tag) => tag.id === focused.annotation.tagId)?.attributes ?? []
  const after = tags.find((tag) => tag.id === tagId)
  const annotation = await changeAnnotation(focused.annotation.id, { tagId })
  workbench.setState({ lastTag: tagId })
  const unused = noLongerApplying(before, after?.attributes ?? [], annotation.attributes).length
  say(`Now tagged as ${after?.name ?? ''}${unusedInWords(unused)}`)
  askForRequired(annotation)
}

/** Ends a sentence about a change of tag. */
export function unusedInWords(count: number): string {
  return count === 0 ? '' : `; ${countOf(count, 'value')} no longer ${count === 1 ? 'applies' : 'apply'}`
}

export async function moveEnds(id: AnnotationId, spans: Span[]): Promise<void> {
  await changeAnnotation(id, { spans })
  say('Ends moved')
}

/** Says who speaks: someone of the register, someone new, or nobody when the name is empty. */
export async function setSpeaker(id: AnnotationId, name: string): Promise<void> {
  await changeAnnotation(id, { speakerName: name })
  say(name.trim() === '' ? 'No speaker' : `Speaker: ${name.trim()}`)
}

/** One of the list; it is not in focus. */
export async function deleteAnnotation(id: AnnotationId): Promise<void> {
  const { links } = await request('annotation.delete', { ids: [id] })
  say(deletedInWords(links))
}

function deletedInWords(links: number): string {
  return links > 0 ? `Annotation and ${countOf(links, 'link')} deleted` : 'Annotation deleted'
}

export async function deleteFocused(): Promise<void> {
  const { focused, activeSide } = workbench.getState()
  if (!focused) return
  const { links } = await request('annotation.delete', { ids: [focused.annotation.id] })
  await focusAnnotation(null, focused.side)
  activeView()?.focus()
  say(deletedInWords(links))
  workbench.setState({ activeSide })
}

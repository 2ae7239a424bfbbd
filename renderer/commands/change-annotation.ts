import type { Annotation } from '../../preload/contract/annotation.ts'
import type { AnnotationId, SpeakerId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { Span } from '../../preload/contract/text.ts'
import { request } from '../client.ts'
import { focusAnnotation } from '../store/focus.ts'
import { say } from '../store/notices.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'

type Change = InputOf<'annotation.update'>['change']

/** Changes the annotation in focus, or another one by its id. */
export async function changeAnnotation(id: AnnotationId, change: Change): Promise<Annotation> {
  return request('annotation.update', { id, change })
}

export async function retag(tagId: TagId): Promise<void> {
  const { focused, tags } = workbench.getState()
  if (!focused) return
  await changeAnnotation(focused.annotation.id, { tagId })
  say(`Now tagged as ${tags.find((tag) => tag.id === tagId)?.name ?? ''}`)
}

export async function moveEnds(id: AnnotationId, spans: Span[]): Promise<void> {
  await changeAnnotation(id, { spans })
  say('Ends moved')
}

/** Says who speaks: someone of the register, someone new, or nobody when the name is empty. */
export async function setSpeaker(id: AnnotationId, name: string): Promise<void> {
  const speakerId: SpeakerId | null =
    name.trim() === '' ? null : (await request('speaker.create', { name })).id
  await changeAnnotation(id, { speakerId })
}

export async function deleteFocused(): Promise<void> {
  const { focused, activeSide } = workbench.getState()
  if (!focused) return
  await request('annotation.delete', { ids: [focused.annotation.id] })
  await focusAnnotation(null, focused.side)
  activeView()?.focus()
  say(
    focused.links.length > 0 ? `Annotation and ${focused.links.length} links deleted` : 'Annotation deleted',
  )
  workbench.setState({ activeSide })
}

import type { AnnotationId, TagId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, here } from '../store/places.ts'
import { closeDialog } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'

/** Goes to the next or previous annotation made under an older definition, through all documents and round again. */
export async function goToOutdated(step: 1 | -1): Promise<void> {
  const place = here()
  if (!place) return say('Open a document first')
  const from =
    place.annotationId === null
      ? { documentId: place.documentId, offset: place.caret ?? 0 }
      : { annotation: place.annotationId }
  const { next, left } = await request('annotation.nextOutdated', { from, step })
  if (!next) return say('Nothing was made under an older definition')
  await goToAnnotation(next.id, next.documentId)
  say(`Made under an older definition. ${left === 1 ? 'The only one' : `One of ${left}`}`)
}

/** The annotation in focus is right under the present definition of its tag. */
export async function confirmFocused(): Promise<void> {
  const { focused } = workbench.getState()
  if (focused) await confirm([focused.annotation.id])
}

/** Finds it still right and goes to the next one to look at. */
export async function confirmAndGoOn(): Promise<void> {
  const { focused } = workbench.getState()
  if (!focused) return
  const { id } = focused.annotation
  const left = await confirm([id])
  if (left > 0) await goToOutdated(1)
}

/** Tells how many are left to look at. */
export async function confirm(ids: AnnotationId[]): Promise<number> {
  const { left } = await request('annotation.confirm', { ids })
  say(left === 0 ? 'Still right. Nothing is left to look at' : `Still right. ${left} left to look at`)
  return left
}

export async function confirmAll(id: TagId): Promise<void> {
  const tag = workbench.getState().tags.find((one) => one.id === id)
  await request('tag.confirmAll', { id })
  if (tag) say(`${countOf(tag.outdated, 'annotation')} of ${tag.name} still right`)
}

/** Leaves the codebook for the first annotation of a tag that was made under an older definition. */
export async function lookAtOutdatedOf(id: TagId): Promise<void> {
  const { next } = await request('tag.firstOutdated', { id })
  if (!next) return
  closeDialog()
  await goToAnnotation(next.id, next.documentId)
  say('Press Y when it is still right, R for the next one')
}

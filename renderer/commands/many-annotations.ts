import type { AnnotationId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { AttributeDefinition } from '../../preload/contract/tag.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { focusAnnotation, focusArriving } from '../store/reading/focus.ts'
import { activeView } from '../store/views.ts'
import { type Workbench, workbench } from '../store/workbench.ts'
import { joinAnnotations } from './annotation-parts.ts'
import { unusedInWords } from './change-annotation.ts'

type Change = InputOf<'annotation.updateMany'>['change']

/** Shows the annotations of the active text as a list and brings the keyboard there, to the one that was in focus. */
export async function listAnnotations(): Promise<void> {
  await focusArriving()
  const { focused, activeSide } = workbench.getState()
  const at = focused?.side === activeSide ? focused.annotation.id : null
  workbench.setState(({ shown }) => ({ shown: { ...shown, inspector: true }, listWanted: { at } }))
  if (focused) await focusAnnotation(null, activeSide)
}

export function choose(chosen: Iterable<number>): void {
  const next = new Set(chosen) as Set<AnnotationId>
  workbench.setState({ chosen: next })
  say(next.size === 0 ? 'None selected' : `${next.size.toLocaleString('en')} selected`)
}

/** Those that are chosen and still there, in reading order. */
export function chosenHere({ chosen }: Workbench = workbench.getState()): AnnotationId[] {
  const view = activeView()
  if (!view || chosen.size === 0) return []
  return view.inReadingOrder().filter((id) => chosen.has(id))
}

export async function retagChosen(tagId: TagId): Promise<void> {
  const name = workbench.getState().tags.find((tag) => tag.id === tagId)?.name ?? ''
  await changeChosen({ tagId }, (those, unused) => `${those} now tagged as ${name}${unusedInWords(unused)}`)
}

/** Someone of the register, someone new, or nobody when the name is empty. */
export async function setSpeakerOfChosen(speakerName: string): Promise<void> {
  await changeChosen({ speakerName }, (those) =>
    speakerName === '' ? `${those} without a speaker now` : `${speakerName} now speaks in ${those}`,
  )
}

export async function setConfidenceOfChosen(confidence: number | null): Promise<void> {
  await changeChosen({ confidence }, (those) => `Confidence of ${those} set`)
}

export async function setAttributeOfChosen(
  name: string,
  value: NonNullable<Change['attribute']>['value'],
): Promise<void> {
  await changeChosen({ attribute: { name, value } }, (those) => `${name} of ${those} set`)
}

async function changeChosen(
  change: Change,
  done: (those: string, noLongerApply: number) => string,
): Promise<void> {
  const ids = chosenHere()
  if (ids.length === 0) return
  const { noLongerApply } = await request('annotation.updateMany', { ids, change })
  say(done(countOf(ids.length, 'annotation'), noLongerApply))
}

export async function deleteChosen(): Promise<void> {
  const ids = chosenHere()
  if (ids.length === 0) return
  await request('annotation.delete', { ids })
  workbench.setState({ chosen: new Set() })
  say(`${countOf(ids.length, 'annotation')} deleted`)
}

/** Makes one annotation of those that are chosen: the first of them. */
export async function joinChosen(): Promise<void> {
  const [into, ...ids] = chosenHere()
  if (into === undefined || ids.length === 0) {
    say('Joining takes at least two annotations')
    return
  }
  await joinAnnotations(into, ids)
  workbench.setState({ chosen: new Set([into]) })
}

/** The attributes that the tags of all chosen annotations have in the same way. */
export function attributesOfChosen(state: Workbench): AttributeDefinition[] {
  const view = activeView()
  const tagIds = new Set(chosenHere(state).map((id) => view?.tagOf(id)))
  const [first, ...others] = state.tags.filter(({ id }) => tagIds.has(id))
  const isSame = (a: AttributeDefinition, b: AttributeDefinition) =>
    a.name === b.name && a.kind === b.kind && a.values.join('\n') === b.values.join('\n')
  return (first?.attributes ?? []).filter((one) =>
    others.every(({ attributes }) => attributes.some((other) => isSame(one, other))),
  )
}

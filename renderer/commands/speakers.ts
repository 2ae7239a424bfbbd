import type { AnnotationId, DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { showMiddle } from '../store/middle.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, otherSide } from '../store/places.ts'
import { changeSpeakersView } from '../store/speakers.ts'
import { workbench } from '../store/workbench.ts'

/** Shows a speaker in the register. */
export function openSpeaker(id: SpeakerId): void {
  changeSpeakersView({ tab: 'register', current: id, row: '', words: '', chosen: [] })
  showMiddle('speakers')
}

/** From an entry to its passage; the view remembers the entry, to come back to. */
export async function goFromSpeakers(
  row: string,
  { id, documentId }: { id: AnnotationId; documentId: DocumentId },
  beside: boolean,
): Promise<void> {
  changeSpeakersView({ row })
  const { activeSide } = workbench.getState()
  await goToAnnotation(id, documentId, beside ? otherSide(activeSide) : activeSide)
}

export async function addSpeaker(name: string): Promise<void> {
  const { id } = await request('speaker.create', { name })
  openSpeaker(id)
  say(`${name} added to the register`)
}

export async function changeSpeaker(
  id: SpeakerId,
  change: InputOf<'speaker.update'>['change'],
): Promise<void> {
  await request('speaker.update', { id, change })
}

export async function deleteSpeaker(id: SpeakerId): Promise<void> {
  await request('speaker.delete', { id })
  say('Speaker deleted. Their passages stay')
}

export async function mergeSpeakers(merging: InputOf<'speaker.merge'>): Promise<void> {
  const { passages } = await request('speaker.merge', merging)
  openSpeaker(merging.into as SpeakerId)
  say(`${countOf(merging.ids.length + 1, 'speaker')} made one, ${countOf(passages, 'passage')} moved`)
}

export async function splitSpeaker(splitting: InputOf<'speaker.split'>): Promise<void> {
  const { id, passages } = await request('speaker.split', splitting)
  if (id !== null) openSpeaker(id)
  say(`${splitting.name} split off with ${countOf(passages, 'passage')}`)
}

export async function tellApart(one: SpeakerId, other: SpeakerId): Promise<void> {
  await request('speaker.tellApart', { one, other })
  say('Kept apart. They are not suggested any more')
}

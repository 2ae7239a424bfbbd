import type { AnnotationId, DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { DescribedEnd } from '../../preload/contract/link.ts'
import type { AnswerBetween } from '../../preload/contract/speaker.ts'
import { request } from '../client.ts'
import { changeSpeakersView } from '../store/argument/speakers.ts'
import { countOf } from '../store/counting.ts'
import { showMiddle } from '../store/middle.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, otherSide } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'

/** Shows a speaker in the register. */
function openSpeaker(id: SpeakerId): void {
  changeSpeakersView({ tab: 'register', current: id, row: '', words: '', show: 'all', chosen: [] })
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

/** All that nothing names, in one step. */
export async function deleteNamedNowhere(): Promise<void> {
  const count = await request('speaker.deleteNamedNowhere', undefined)
  changeSpeakersView({ show: 'all' })
  say(count === 0 ? 'Everyone is named somewhere' : `${countOf(count, 'speaker')} deleted that nothing named`)
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

/** The two passages of a link side by side: what is answered on the left, the answer on the right, in focus. */
export async function openAnswer(row: string, { answer, answered }: AnswerBetween): Promise<void> {
  changeSpeakersView({ row })
  const [left, right] = [await passageOf(answered), await passageOf(answer)]
  if (left && !(await goToAnnotation(left.id, left.documentId, 'left'))) return
  if (right) await goToAnnotation(right.id, right.documentId, left ? 'right' : 'left')
  if (!left && !right) say('No passage states either of the two claims')
}

/** Of a claim the first passage that states it, of a link the one where it begins; null where there is none. */
async function passageOf(end: DescribedEnd): Promise<{ id: AnnotationId; documentId: DocumentId } | null> {
  if (end.kind === 'annotation') return end.annotation
  if (end.kind === 'claim') return (await request('claim.mentions', { id: end.claim }))[0] ?? null
  const { source, target } = await request('link.get', { id: end.link })
  for (const next of await request('link.describe', { ends: [source, target] })) {
    const found = next && (await passageOf(next))
    if (found) return found
  }
  return null
}

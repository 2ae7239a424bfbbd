import type { Speaker, SpeakerCounts } from '../../../preload/contract/speaker.ts'
import { naturally, plain } from '../documents/natural-order.ts'
import { workbench } from '../workbench.ts'
import type { SpeakersView } from './speakers-view.ts'

export function changeSpeakersView(change: Partial<SpeakersView>): void {
  workbench.setState(({ speakersView }) => ({ speakersView: { ...speakersView, ...change } }))
}

/** A speaker with how much they say. */
export interface RegisteredSpeaker extends Speaker {
  passages: number
  documents: number
}

export function registered(
  speakers: readonly Speaker[],
  counts: SpeakerCounts | undefined,
): RegisteredSpeaker[] {
  const at = new Map(counts ? Array.from(counts.speaker, (id, i) => [id, i]) : [])
  return speakers.map((speaker) => {
    const i = at.get(speaker.id) ?? -1
    return { ...speaker, passages: counts?.passages[i] ?? 0, documents: counts?.documents[i] ?? 0 }
  })
}

/** Those of whom some name holds every word, in order. */
export function shownSpeakers(
  speakers: readonly RegisteredSpeaker[],
  { words, order }: Pick<SpeakersView, 'words' | 'order'>,
): RegisteredSpeaker[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  const fits = ({ name, variants }: Speaker) =>
    [name, ...variants].some((one) => wanted.every((word) => plain(one).includes(word)))
  return speakers
    .filter((speaker) => wanted.length === 0 || fits(speaker))
    .sort((a, b) => (order === 'passages' ? b.passages - a.passages : 0) || naturally(a.name, b.name))
}

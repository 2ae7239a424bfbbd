import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { SaidBy } from '../../preload/contract/said-by.ts'
import type { AnswersAsked, Speaker, Voice } from '../../preload/contract/speaker.ts'
import { namesOf } from '../handlers/speaker/speaker-named.ts'

/** What tells who speaks in a document where neither a speaker is set nor a turn names one. */
export interface Written {
  author?: string | undefined
  outlet?: string | undefined
}

export const undetermined: Voice = {
  key: '',
  name: 'Undetermined',
  kind: 'undetermined',
  speakerId: null,
}

export type Voices = ReturnType<typeof createVoices>

/**
 * Who speaks. The speaker of a passage, where one is set; else whom the turn names that it begins in; else, if so asked,
 * the author of its document, else the outlet: under the speaker of the register who goes by that name, if there is one.
 * A voice is a place in `all`.
 */
export function createVoices(
  speakers: readonly Speaker[],
  written: (document: DocumentId) => Written | undefined,
  unset: AnswersAsked['unset'],
  /** Whom a turn names at a place of a text, in UTF-16 code units; '' outside of turns. */
  turnAt: (document: DocumentId, at: number) => string,
) {
  const all: Voice[] = [undetermined]
  const places = new Map([[undetermined.key, 0]])
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const byName = new Map<string, Speaker>()
  for (const speaker of speakers) {
    for (const name of namesOf(speaker)) {
      const key = name.trim().toLowerCase()
      if (!byName.has(key)) byName.set(key, speaker)
    }
  }

  function placeOf(voice: Voice): number {
    const place = places.get(voice.key)
    if (place !== undefined) return place
    places.set(voice.key, all.length)
    return all.push(voice) - 1
  }

  // Asked for each of 200,000 passages, where an array takes a fifth of what a map does.
  const bySpeaker: (number | undefined)[] = []
  function ofSpeaker(id: SpeakerId): number {
    const before = bySpeaker[id]
    if (before !== undefined) return before
    const speaker = known.get(id)
    const place = speaker
      ? placeOf({ key: `speaker ${id}`, name: speaker.name, kind: 'speaker', speakerId: id })
      : 0
    bySpeaker[id] = place
    return place
  }

  const byDocument: (number | undefined)[] = []
  function ofDocument(id: DocumentId): number {
    const before = byDocument[id]
    if (before !== undefined) return before
    const { name, kind } = ofSource(id)
    const place = ofName(name, kind)
    byDocument[id] = place
    return place
  }

  function ofName(name: string, kind: 'turn' | 'author' | 'outlet'): number {
    if (name === '') return 0
    const speaker = byName.get(name.toLowerCase())
    if (speaker) return ofSpeaker(speaker.id)
    return placeOf({ key: `name ${name.toLowerCase()}`, name, kind, speakerId: null })
  }

  function ofSource(id: DocumentId): { name: string; kind: 'author' | 'outlet' } {
    const { author = '', outlet = '' } = written(id) ?? {}
    const kind = author.trim() !== '' ? 'author' : 'outlet'
    return { name: (author.trim() || outlet.trim()).slice(0, 500), kind }
  }

  return {
    all: all as readonly Voice[],
    /** What a voice is called; '' where nobody is known, and of what is no voice. */
    name: (voice: number): string => (voice === 0 ? '' : (all[voice]?.name ?? '')),
    /** Whether it is one person or body: an outlet that the register does not know prints what many say. */
    isSomebody: (voice: number): boolean => voice !== 0 && all[voice]!.kind !== 'outlet',
    /** What tells who says a passage that has no speaker; null where nothing does. */
    from(document: DocumentId, at: number): SaidBy['speakerFrom'] {
      if (turnAt(document, at) !== '') return 'turn'
      const { name, kind } = ofSource(document)
      return name === '' ? null : kind
    },
    /** Of a passage that begins at a place, in UTF-16 code units. */
    of(speaker: SpeakerId | null, document: DocumentId | null, at: number): number {
      if (speaker !== null) return ofSpeaker(speaker)
      const turn = document === null ? '' : turnAt(document, at)
      if (turn !== '') return ofName(turn, 'turn')
      return unset === 'document' && document !== null ? ofDocument(document) : 0
    },
    /** Who says a passage, and what tells so. */
    saidBy(speaker: SpeakerId | null, document: DocumentId, at: number): SaidBy {
      const name = this.name(this.of(speaker, document, at))
      return { speaker: name, speakerFrom: speaker === null && name !== '' ? this.from(document, at) : null }
    },
  }
}

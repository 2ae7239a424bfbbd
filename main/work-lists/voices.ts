import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import type { Speaker } from '../../preload/contract/speaker.ts'

/**
 * Who says what: the speaker of a passage, else who wrote its document, else where that appeared. Voices are numbers:
 * the id of a speaker; below 0 somebody whom the register does not know; 0 nobody knows whom.
 */
export interface Voices {
  /** By document id: who speaks where a passage names no speaker. */
  ofDocument: Int32Array
  name(voice: number): string
}

export function voicesOf(
  documents: readonly SearchedDocument[],
  speakers: readonly Pick<Speaker, 'id' | 'name' | 'variants'>[],
): Voices {
  const known = new Map<string, number>()
  for (const { id, name, variants } of speakers) {
    for (const one of [name, ...variants]) if (!known.has(folded(one))) known.set(folded(one), id)
  }
  const names = new Map<number, string>(speakers.map(({ id, name }) => [id, name]))
  const largest = documents.reduce((most, { documentId }) => Math.max(most, documentId), 0)
  const ofDocument = new Int32Array(largest + 1)
  for (const { documentId, metadata } of documents) {
    const name = metadata.author?.trim() || metadata.outlet?.trim() || ''
    if (name === '') continue
    let voice = known.get(folded(name))
    if (voice === undefined) {
      voice = -known.size - 1
      known.set(folded(name), voice)
      names.set(voice, name)
    }
    ofDocument[documentId] = voice
  }
  return { ofDocument, name: (voice) => names.get(voice) ?? '' }
}

const folded = (name: string) => name.trim().toLowerCase()

import type { QdaNote, QdaProject, QdaSelection, QdaSource } from './qda-project.ts'

// What QualCoder calls an annotation (refi.py, insert_annotation) is a note that a text refers to, with a passage of that
// text. By the standard a passage in a note is one of the note’s own text.

/** Notes that mark passages, by the text that refers to them; the first one has it. */
export function notesThatMark({ notes, noteRefs }: QdaProject): ReadonlyMap<QdaSource, QdaNote[]> {
  const marking = new Map(
    notes.filter(({ passages }) => passages.length > 0).map((note) => [note.guid, note]),
  )
  const found = new Map<QdaSource, QdaNote[]>()
  for (const { note: guid, about } of noteRefs) {
    const note = marking.get(guid)
    if (!note || !('source' in about)) continue
    marking.delete(guid)
    found.set(about.source, [...(found.get(about.source) ?? []), note])
  }
  return found
}

/** What a note marks in the text that it is about, as selections that nobody has coded; `words` is what the note says. */
export function selectionsOf(
  { user, created, passages }: QdaNote,
  words: string,
  origin: string,
): QdaSelection[] {
  const mayBeItsOwn = !/qualcoder/i.test(origin) && passages.some(({ end }) => end <= words.length)
  if (mayBeItsOwn) return []
  return passages.map((passage) => ({
    ...{ ...passage, user, created, name: '', description: words, codings: [], notes: [] },
  }))
}

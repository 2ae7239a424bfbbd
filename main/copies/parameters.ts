/**
 * What counts as a copy. docs/copies.md says the same in words, with what these numbers find and miss; lengths are in
 * words, and of scripts without spaces in characters where that is said.
 */
export interface CopyParameters {
  /** Words in a row that are compared as one: a shingle. */
  shingle: number
  /** The same in scripts without spaces: characters. */
  shingleOfCharacters: number
  /** Of so many shingles in a row the one with the smallest number is kept. */
  window: number
  /** Places of one shingle that are remembered. */
  places: number
  /** Words that may differ in a row, on either side, without parting a passage. */
  gap: number
  /** Words that both passages share at least; in scripts without spaces twice as many characters. */
  least: number
  /** Their share of the longer passage. */
  share: number
}

export const usualParameters: CopyParameters = {
  shingle: 4,
  shingleOfCharacters: 8,
  window: 6,
  places: 4,
  gap: 30,
  least: 16,
  share: 0.6,
}

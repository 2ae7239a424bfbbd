import { Failure } from '../../../../preload/contract/failure.ts'

/** In UTF-16 code units: of a text, and of any other value. What is longer is refused before all of it has come. */
export const longestText = 100_000_000
export const longestValue = 10_000_000

/** `where` begins the sentence. */
export const tooLong = (where: string): Failure =>
  new Failure(
    'unreadable',
    `${where}: a value has more than ${longestValue / 1_000_000} million letters: shorten it where the file comes from.`,
  )

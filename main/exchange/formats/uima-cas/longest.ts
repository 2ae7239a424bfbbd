import { Failure } from '../../../../preload/contract/failure.ts'

/** In UTF-16 code units: of a text, and of any other value. What is longer is refused before all of it has come. */
export const longestText = 100_000_000
export const longestValue = 10_000_000

/** In bytes: of an entry of JSON, which is held until its end has come. */
export const longestEntry = 100_000_000

/** `called` begins the sentence. */
export const tooLongEntry = (called: string): Failure =>
  new Failure(
    'unreadable',
    `${called} holds something longer than ${longestEntry / 1_000_000} MB, which is as much JSON as can be read at once here: divide that text where the file comes from.`,
  )

const tooMany = (where: string, what: string, most: number): Failure =>
  new Failure(
    'unreadable',
    `${where}: ${what} has more than ${most / 1_000_000} million letters: shorten it where the file comes from.`,
  )

/** `where` begins the sentence. */
export const tooLong = (where: string): Failure => tooMany(where, 'a value', longestValue)
export const tooLongText = (where: string): Failure => tooMany(where, 'the text', longestText)

/** In UTF-16 code units: what is no longer is held. */
const short = 1000

/** How long values of attributes may be as they are written; 0 where nobody needs them. */
export type Longest = (attribute: string, element: string | undefined) => number

/** The long values of attributes of one element after the other: which are too long, and which are passed over. */
export class LongValues {
  readonly #longest: Longest | undefined
  /** The attribute of the element that begins of which some is let go of already. */
  #forgotten: string | null = null
  #lines = 0

  constructor(longest: Longest | undefined) {
    this.#longest = longest
  }

  /** Whether nobody needs this value, of which so much has come. Throws an `Error` with a sentence where it is too long. */
  isPassedOver(attribute: string, length: number, element: string, meant: () => string | undefined): boolean {
    if (attribute === this.#forgotten) return true
    if (length <= short || !this.#longest) return false
    const longest = this.#longest(attribute, meant())
    if (longest > 0 && length > longest) {
      const most = (longest / 1_000_000).toLocaleString('en')
      throw new Error(
        `${attribute} of <${element}> has more than ${most} million letters: shorten it where the file comes from.`,
      )
    }
    return longest === 0
  }

  /** Lets go of what has come of a value; the rest of it is passed over. */
  forget(attribute: string, value: string): void {
    this.#forgotten = attribute
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) this.#lines++
  }

  /** Begins with the next element, and tells how many line ends of this one were let go of. */
  next(): number {
    const lines = this.#lines
    this.#forgotten = null
    this.#lines = 0
    return lines
  }
}

import { detached } from '../../detached.ts'

/** A stretch of rows with one label; `last` is in it. */
export interface LabelledRows {
  first: number
  last: number
  label: string
}

/** Where a row begins and ends in its text, in UTF-16 code units, and the number of its sentence. */
export interface Place {
  row: number
  sentence: number
  start: number
  end: number
  /** The same in the text that lies beside the rows, as far as its words are those of the rows. */
  besideStart: number
  besideEnd: number
}

export interface Stretch extends LabelledRows {
  /** In which its first row is. */
  sentence: number
  start: number
  end: number
  besideStart: number
  besideEnd: number
}

/**
 * Stretches as BIO, IOB and BIOES (BILOU) write them, from one label after the other: one begins with B, S or U, and
 * where the label changes or there was none before, whatever letter it has; it ends with E, L, S and U, and where a
 * sentence ends.
 */
export class Decoding {
  readonly found: Stretch[] = []
  #open: Stretch | undefined
  #sentence = 0

  take(cell: string, place: Place): void {
    if (cell === 'O') {
      this.#open = undefined
      return
    }
    const [letter, label] = [cell[0]!, cell.slice(2)]
    const open = this.#open
    if (open && this.#sentence === place.sentence && open.label === label && !'BSU'.includes(letter)) {
      open.last = place.row
      open.end = place.end
      open.besideEnd = place.besideEnd
    } else {
      const { row, ...where } = place
      // Labels are few, and each is held once.
      this.#open = { first: row, last: row, label: this.#label(label), ...where }
      this.found.push(this.#open)
    }
    this.#sentence = place.sentence
    if ('ELSU'.includes(letter)) this.#open = undefined
  }

  readonly #labels = new Map<string, string>()

  #label(label: string): string {
    const known = this.#labels.get(label)
    if (known !== undefined) return known
    const own = detached(label)
    this.#labels.set(own, own)
    return own
  }
}

/** A stretch of rows with one label; `last` is in it. */
export interface LabelledRows {
  first: number
  last: number
  label: string
}

/**
 * Stretches as BIO, IOB and BIOES (BILOU) write them: one begins with B, S or U, and where the label changes or there was
 * none before, whatever letter it has; it ends with E, L, S and U, and where a sentence ends in `breaks`.
 */
export function decoded(labels: readonly string[], breaks: ReadonlySet<number>): LabelledRows[] {
  const found: LabelledRows[] = []
  let open: LabelledRows | undefined
  labels.forEach((cell, row) => {
    const [letter, label] = [cell[0]!, cell.slice(2)]
    if (cell === 'O') {
      open = undefined
      return
    }
    if (open && !breaks.has(row) && open.label === label && !'BSU'.includes(letter)) open.last = row
    else {
      open = { first: row, last: row, label }
      found.push(open)
    }
    if ('ELSU'.includes(letter)) open = undefined
  })
  return found
}

import { expect, it, vi } from 'vitest'
import { expectHeld, inPieces } from '../testing/what-is-held.ts'
import { tsvReader } from './reader.ts'

vi.setConfig({ testTimeout: 60_000 })

const words = 'The tram line pays for itself within twenty years , says the council .'.split(' ')
const sentences = 25_000

/** A text of 1.8 MB in a file of 8 MB, of which one sentence in a hundred is marked. */
function* oneText(): Generator<string> {
  yield '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|label\n#T_RL=webanno.custom.Rebuttal|label|BT_webanno.custom.Claim\n\n'
  let at = 0
  for (let number = 1; number <= sentences; number++) {
    let rows = `\n#Text=${words.join(' ')}\n`
    for (const [index, word] of words.entries()) {
      const cells = index === 1 && number % 100 === 0 ? 'a label of some length\t_\t_' : '_\t_\t_'
      rows += `${number}-${index + 1}\t${at}-${at + word.length}\t${word}\t${cells}\t\n`
      at += word.length + 1
    }
    yield rows
  }
}

it('holds no line of a large file, but its text and what is said of it', async () => {
  expect(await expectHeld(tsvReader, 'large.tsv', [...inPieces(oneText())], 16)).toBe(sentences / 100)
})

import { CopyIndex } from '../../main/copies/copy-index.ts'
import { cut, type Edit, edited, restyled } from '../../main/copies/testing/edited.ts'
import { numbers } from '../text-view/prose.ts'

/** Passages that are copied in each way, and the words that one has. */
const passages = 400
const words = 60

const kinds: [string, Edit][] = [
  ['verbatim, other capitals and quotation marks', restyled],
  ['one word in 50 changed', edited(0.02)],
  ['one word in 20 changed', edited(0.05)],
  ['one word in 10 changed', edited(0.1)],
  ['one word in 5 changed', edited(0.2)],
  ['cut to half', cut(0.5)],
  ['cut to a third', cut(1 / 3)],
  ['cut to a third, one word in 20 changed', (all, random) => edited(0.05)(cut(1 / 3)(all, random), random)],
]

export interface Recall {
  kind: string
  /** Share of the copies that were found. */
  found: number
  /** Share of the words of what was found that do belong to the copy. */
  exact: number
}

/**
 * How many copies are found when the texts around them share nothing but single words: each original stands in a text of
 * its own, and its copy, in another order, in one with three others.
 */
export function measureRecall(): { rows: Recall[]; wrong: number; pairs: number } {
  const rows: Recall[] = []
  let wrong = 0
  let pairs = 0
  for (const [at, [kind, edit]] of kinds.entries()) {
    const random = numbers(31 + at)
    const word = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]!
    const some = (count: number) => Array.from({ length: count }, word)
    const originals = Array.from({ length: passages }, () => some(words))
    const texts = originals.map((own) => `${some(80).join(' ')}\n${own.join(' ')}\n${some(80).join(' ')}`)
    const copies = originals.map((own) => edit(own, random).join(' '))
    const expected = new Map<string, number>()
    for (let first = 0; first < passages; first += 4) {
      const order = [first + 2, first, first + 3, first + 1]
      for (const one of order) expected.set(`${one + 1} ${texts.length + 1}`, copies[one]!.split(' ').length)
      texts.push(order.map((one) => `${some(40).join(' ')}\n${copies[one]}`).join('\n'))
    }
    const { found, covered, extra } = look(texts, expected)
    rows.push({ kind, found: found / passages, exact: covered })
    wrong += extra
    pairs += found + extra
  }
  return { rows, wrong, pairs }
}

function look(texts: readonly string[], expected: ReadonlyMap<string, number>) {
  const index = new CopyIndex()
  for (const [at, text] of texts.entries()) index.put(at + 1, text)
  while (index.waiting > 0) index.advance()
  const { document, group, words: lengths } = index.passages()
  const rows = Map.groupBy(document.keys(), (row) => group[row]!)
  let [found, extra, right, all] = [0, 0, 0, 0]
  for (const [first, second] of [...rows.values()]) {
    const length = expected.get(`${document[first!]} ${document[second!]}`)
    if (length === undefined) {
      extra += 1
      continue
    }
    found += 1
    right += Math.min(length, lengths[second!]!)
    all += Math.max(length, lengths[second!]!)
  }
  return { found, extra, covered: right / Math.max(1, all) }
}

/** Words of two to four syllables; the first of them are drawn most often, as in a language. */
const vocabulary = (() => {
  const random = numbers(7)
  const syllables = ['ka', 'ro', 'mi', 'ten', 'lu', 'vas', 'pe', 'don', 'ri', 'sa', 'no', 'gel', 'fi', 'tor']
  const syllable = () => syllables[Math.floor(random() * syllables.length)]!
  return Array.from({ length: 4000 }, (_, at) => Array.from({ length: 1 + (at % 4) }, syllable).join(''))
})()

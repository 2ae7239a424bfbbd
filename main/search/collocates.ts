import type { OutputOf, ParsedOf } from '../../preload/contract/index.ts'
import { type Corpus, wordFrom } from './corpus.ts'
import type { Hits } from './hits.ts'
import { usualForms } from './word-list.ts'

type Asked = Omit<ParsedOf<'search.collocates'>, 'id'> & { documentIds: Int32Array }
type Collocates = OutputOf<'search.collocates'>

/**
 * Words that stand near the hits more often than elsewhere in the documents that were searched, by the log-likelihood
 * ratio G² (T. Dunning, “Accurate methods for the statistics of surprise and coincidence”, Computational Linguistics
 * 19:1, 1993, 61–74). Each place of a text counts once, however many hits it is near to; the words of the hits
 * themselves count nowhere. A word of the text beyond the edge of a paragraph is near as well.
 */
export function collocates(hits: Hits, corpus: Corpus, asked: Asked): Collocates {
  const { vocabulary } = corpus
  const { wordOf, words } = vocabulary
  const near = new Int32Array(words.length)
  const all = new Int32Array(words.length)
  const formCount = new Int32Array(vocabulary.forms.length)
  let nearPlaces = 0
  let places = 0

  let row = 0
  for (const id of asked.documentIds) {
    const text = corpus.get(id)
    if (!text) continue
    const { forms } = text
    for (let at = 0; at < forms.length; at++) {
      all[wordOf[forms[at]!]!]!++
      formCount[forms[at]!]!++
    }
    places += forms.length
    const first = row
    while (row < hits.length && hits.document[row] === id) row++
    if (row === first) continue
    /** 1: near; 2: of a hit. */
    const place = new Uint8Array(forms.length)
    const ends: number[] = []
    for (let hit = first; hit < row; hit++) {
      const from = hits.word[hit]!
      const to = wordFrom(corpus, text, hits.end[hit]! - 1)
      ends.push(Math.max(to, from - 1))
      const last = Math.min(forms.length - 1, Math.max(to, from - 1) + asked.right)
      for (let at = Math.max(0, from - asked.left); at <= last; at++) place[at] = 1
    }
    for (let hit = first; hit < row; hit++) {
      for (let at = hits.word[hit]!; at <= ends[hit - first]!; at++) {
        if (place[at] !== 2) {
          all[wordOf[forms[at]!]!]!--
          places -= 1
        }
        place[at] = 2
      }
    }
    for (let at = 0; at < place.length; at++) {
      if (place[at] !== 1) continue
      near[wordOf[forms[at]!]!]!++
      nearPlaces += 1
    }
  }

  const rows: { word: number; expected: number; likelihood: number }[] = []
  for (let word = 0; word < near.length; word++) {
    if (near[word]! < asked.least) continue
    const expected = (nearPlaces * all[word]!) / places
    if (near[word]! <= expected) continue
    rows.push({ word, expected, likelihood: logLikelihood(near[word]!, nearPlaces, all[word]!, places) })
  }
  const byLetters = (a: number, b: number) => (words[a]! < words[b]! ? -1 : 1)
  rows.sort(
    (a, b) =>
      (asked.sort === 'likelihood'
        ? b.likelihood - a.likelihood
        : asked.sort === 'near'
          ? near[b.word]! - near[a.word]!
          : asked.sort === 'count'
            ? all[b.word]! - all[a.word]!
            : 0) || byLetters(a.word, b.word),
  )
  const shown = rows.slice(0, asked.limit)
  const names = usualForms(
    shown.map(({ word }) => word),
    formCount,
    corpus,
  )
  return shown.map(({ word, expected, likelihood }) => ({
    word: names.get(word)!,
    near: near[word]!,
    count: all[word]!,
    expected,
    likelihood,
  }))
}

/** G² of a word that stands `near` times in `nearPlaces` places, and `all` times in all `places`, those included. */
export function logLikelihood(near: number, nearPlaces: number, all: number, places: number): number {
  const observed = [
    [near, nearPlaces - near],
    [all - near, places - nearPlaces - (all - near)],
  ] as const
  let sum = 0
  for (const [row, cells] of observed.entries()) {
    const inRow = row === 0 ? nearPlaces : places - nearPlaces
    for (const [column, cell] of cells.entries()) {
      const inColumn = column === 0 ? all : places - all
      if (cell > 0) sum += cell * Math.log((cell * places) / (inRow * inColumn))
    }
  }
  return 2 * sum
}

import { expect, it } from 'vitest'
import { parseQuery } from '../../preload/contract/search/parse.ts'
import { Corpus } from './corpus.ts'
import { finderOf } from './evaluate.ts'

const how = { matchCase: false, matchAccents: false, together: 'paragraph' as const }

it('guesses how often something stands by the rarest of its words, as the texts are now', () => {
  const corpus = new Corpus()
  const often = (query: string) => {
    const parsed = parseQuery(query)
    if (!('node' in parsed) || !parsed.node) throw new Error(query)
    return finderOf(parsed.node, corpus, how).often
  }
  corpus.put({ documentId: 1, language: '', text: 'The tram and the bus and the Tram. The cost, the costs.' })
  corpus.put({ documentId: 2, language: '', text: 'The tram.' })
  expect(
    ['the', 'tram', '"the tram"', 'the bus', 'cost*', 'tram OR bus', 'NEAR(the bus, 3)'].map(often),
  ).toEqual([6, 3, 3, 1, 2, 4, 1])
  expect([often('ferry'), often('the ferry')]).toEqual([0, 0])
  corpus.put({ documentId: 1, language: '', text: 'A bus.' })
  expect([often('the'), often('bus')]).toEqual([1, 1])
  corpus.remove(2)
  expect(often('the')).toBe(0)
})

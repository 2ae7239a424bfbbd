import { expect, test } from 'vitest'
import { emptyQuery } from '../../preload/contract/finding/query.ts'
import { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import { nearbyFinder } from './find-nearby.ts'
import { TextSearch } from './find-passages.ts'

const lines = Array.from({ length: 4000 }, (_, at) => `The ${at}th tram of the day passes the old harbour.`)
const text = lines.join('\n')
const document = {
  ...{ id: DocumentId.parse(1), revisionId: RevisionId.parse(1), title: '', language: 'en', text },
  ...{ blocks: [], marks: [], breaks: [] },
}
const near = nearbyFinder(document)

test.each([0, 1, 777, 60_000, text.length - 20])(
  'the first hit from %i on is the one of the whole text',
  (from) => {
    const query = { ...emptyQuery, words: 'the' }
    const whole = new TextSearch(text, 'en').find(query)
    if ('problem' in whole) throw new Error(whole.problem)
    const first = whole.passages.start.find((at) => at >= from)
    const nearby = near(query, from)
    expect(nearby?.passages.start[nearby.current]).toBe(first)
    // What is shown meanwhile is a part of what will be.
    const all = new Set(whole.passages.start)
    expect([...nearby!.passages.start].filter((at) => !all.has(at))).toEqual([])
  },
)

test('there is none for what stands far off, is not to be found, or may take any time', () => {
  expect(near({ ...emptyQuery, words: '3999th' }, 0)).toBeNull()
  expect(near({ ...emptyQuery, words: 'bridge' }, 0)).toBeNull()
  expect(near({ ...emptyQuery, words: 'tram', kind: 'expression' }, 0)).toBeNull()
})

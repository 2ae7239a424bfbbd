import { expect, test } from 'vitest'
import { CopyIndex } from './copy-index.ts'

const wire =
  'The city council said on Monday that the new tram line would cost 412 million and open in the spring of 2027, two years later than first announced, because the bridge has to be rebuilt before any rails can be laid.'
const other =
  'A spokesman for the neighbours told reporters that nobody had asked them, and that the noise of the depot at night was the reason why most of them would vote against the plan when it comes to the ballot in June.'

function found(texts: readonly string[]): string[][] {
  const index = indexOf(texts)
  return groups(index, texts)
}

function indexOf(texts: readonly string[]): CopyIndex {
  const index = new CopyIndex()
  for (const [at, text] of texts.entries()) index.put(at + 1, text)
  while (index.waiting > 0) index.advance()
  return index
}

function groups(index: CopyIndex, texts: readonly string[]): string[][] {
  const { document, start, end, group } = index.passages()
  const rows = [...document].map((id, at) => ({
    group: group[at]!,
    words: `${id} ${texts[id - 1]!.slice(start[at], end[at])}`,
  }))
  return [...Map.groupBy(rows, (row) => row.group).values()].map((rows) => rows.map(({ words }) => words))
}

test('a passage is found with its exact ends, whatever its case, quotation marks and line breaks', () => {
  const folded = `INTRO, of our own! „${wire.toUpperCase().replaceAll(' ', '\n')}“ And more of our own.`
  expect(found([wire, folded])).toEqual([
    [`1 ${wire.slice(0, -1)}`, `2 ${wire.slice(0, -1).toUpperCase().replaceAll(' ', '\n')}`],
  ])
})

test('paragraphs in another order are found each, and a cut one by what is left of it', () => {
  const half = wire.split(' ').slice(0, 24).join(' ')
  expect(found([`${wire}\n${other}`, `${other}\n${half}`])).toHaveLength(2)
})

test('changed words inside part nothing', () => {
  const changed = wire.replace('Monday', 'Tuesday').replace('412', '421').replace('the spring of ', '')
  expect(found([wire, changed])).toEqual([[`1 ${wire.slice(0, -1)}`, `2 ${changed.slice(0, -1)}`]])
})

test('all copies of a passage are one group, and what follows it elsewhere is another', () => {
  expect(found([wire, `${wire} ${other}`, other]).map((group) => group.length)).toEqual([2, 2])
  expect(found([wire, wire, wire, wire, wire, wire, wire])).toEqual([
    [1, 2, 3, 4, 5, 6, 7].map((id) => `${id} ${wire.slice(0, -1)}`),
  ])
})

test('a text that repeats itself, and a formula of few words, are no copies', () => {
  expect(found([`${wire} ${wire}`])).toEqual([])
  expect(
    found([
      `${other} said the Minister of Foreign Affairs of the Republic`,
      'And so said the Minister of Foreign Affairs of the Republic, who left.',
    ]),
  ).toEqual([])
})

test('Chinese and Japanese are compared by characters, Thai too', () => {
  const chinese =
    '外交部发言人周一在例行记者会上表示，中方一贯主张通过对话解决争端，反对任何形式的单边制裁，并呼吁有关各方保持克制，避免采取使局势升级的行动。'
  const changed = `据报道，${chinese.replace('周一', '星期一').replace('呼吁', '敦促')}另据新华社消息。`
  const [group] = found([chinese, changed])
  expect(group).toHaveLength(2)
  expect(group![1]).toContain('一贯主张通过对话解决争端')
  const japanese =
    '市議会は月曜日、新しい路面電車の建設費が四百十二億円に達し、開業は当初の発表より二年遅れて二〇二七年の春になると明らかにした。橋の架け替えが必要なためだという。'
  expect(found([japanese, `関係者によると、${japanese}`])).toHaveLength(1)
})

test('what leaned on a text that goes is found again among the others', () => {
  const texts = [wire, wire.replace('Monday', 'Tuesday'), `${wire} And more.`, other]
  const index = indexOf(texts)
  expect(groups(index, texts)[0]).toHaveLength(3)
  index.remove(1)
  while (index.waiting > 0) index.advance()
  expect(groups(index, texts)[0]!.map((words) => words[0])).toEqual(['2', '3'])
  index.put(2, 'Something else altogether.')
  while (index.waiting > 0) index.advance()
  expect(groups(index, texts)).toEqual([])
})

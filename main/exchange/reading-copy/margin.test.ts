import { expect, test } from 'vitest'
import type { Block } from '../../../preload/contract/text.ts'
import { annotation, classOf, main, material, ofClass, ofTag, pageOf, words } from './testing/pages.ts'

const sentence = 'The tram pays for itself within nine years, says every survey. '
const paragraph = sentence.repeat(6).trim()

test('a text of which nothing is said has the whole width of the paper', () => {
  const bare = pageOf(material([paragraph], [annotation(1, 4, 8)]))
  expect(ofClass(bare, 'beside')).toEqual([])
  const noted = material([paragraph], [annotation(1, 4, 8, { note: 'Ask.' })])
  expect(ofClass(pageOf(noted), 'beside')).toHaveLength(1)
  expect(ofClass(pageOf(noted, { notes: false }), 'beside')).toEqual([])
})

test('of a long note the beginning stands beside, and all of it after the text', () => {
  const note = `First of all. ${sentence.repeat(40)}And that is the end.`
  const page = pageOf(
    material([paragraph], [annotation(1, 4, 8, { note }), annotation(2, 9, 13, { note: 'Short.' })]),
  )
  const [long, short] = ofClass(main(page), 'side')
  expect(words(short!)).toBe('2 Cl Short.')
  expect(words(long!)).toMatch(/^1 Cl First of all\. .* … all of this note is after the text$/)
  expect(words(long!).length).toBeLessThan(600)
  const whole = ofClass(ofClass(page, 'notes')[0]!, 'side')
  expect(whole.map((one) => words(one))).toEqual([`1 Cl ${note}`])
  const [more] = ofClass(long!, 'more')
  const leadsTo = more!.attrs.find(({ name }) => name === 'href')?.value
  expect(whole[0]!.attrs).toContainEqual({ name: 'id', value: leadsTo?.slice(1) })
})

test('the beginning of a long note is as long in a language that has no spaces between words', () => {
  const note = `一、 ${'電車在九年内收回成本。'.repeat(150)}`
  const [long] = ofClass(main(pageOf(material([paragraph], [annotation(1, 4, 8, { note })]))), 'side')
  expect(words(long!).length).toBeGreaterThan(400)
})

test('text waits for notes that would end far below their lines, and its headings with it', () => {
  const blocksOf = (note: string) => {
    const paragraphs = [paragraph, paragraph, 'On fences', paragraph]
    const length = paragraph.length + 1
    const notes = [0, 10, 20, 30].map((start, i) => annotation(i + 1, start, start + 5, { note }))
    const last = annotation(5, 2 * length + 10, 2 * length + 20, { note: 'Here.' })
    const source = material(paragraphs, [...notes, last])
    source.text.blocks[2] = { ...source.text.blocks[2]!, kind: 'heading', level: 2 } as Block
    return main(pageOf(source)).childNodes.flatMap((one) =>
      'tagName' in one ? (classOf(one).includes('wait') ? 'wait' : one.tagName) : [],
    )
  }
  expect(blocksOf(sentence.repeat(8))).toEqual(['p', 'p', 'wait', 'h3', 'p'])
  expect(blocksOf('Ask.')).toEqual(['p', 'p', 'h3', 'p'])
})

test('notes of a table that may go over pages stand each beside its row', () => {
  const cells = (rows: number) => Array.from({ length: rows }, (_, row) => [`Row ${row}`, sentence]).flat()
  const tableOf = (rows: number, noted: number) => {
    const source = material(['Before it', ...cells(rows)])
    source.text.blocks = source.text.blocks.map((block, i) =>
      i === 0 ? block : { ...block, kind: 'table-cell', row: Math.floor((i - 1) / 2), column: (i - 1) % 2 },
    )
    const { start } = source.text.blocks[1 + 2 * noted]!
    return main(pageOf({ ...source, annotations: [annotation(1, start, start + 3, { note: 'Ask.' })] }))
  }
  const long = ofTag(tableOf(60, 50), 'tr')
  expect(long.map((row) => ofClass(row, 'side').length).indexOf(1)).toBe(50)
  expect(new Set(long.map((row) => ofTag(row, 'td').length))).toEqual(new Set([3]))
  const short = tableOf(3, 1)
  expect(ofTag(short, 'table').flatMap((one) => ofClass(one, 'side'))).toEqual([])
  expect(ofClass(short, 'side')).toHaveLength(1)
})

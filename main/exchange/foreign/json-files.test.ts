import { describe, expect, it } from 'vitest'
import { doccanoReader } from '../formats/doccano/reader.ts'
import { prodigyReader } from '../formats/prodigy/reader.ts'
import { sourceFiles } from '../formats/testing/source-files.ts'
import { reading } from '../testing/written.ts'
import { readJsonLines } from './json-files.ts'

const values = [{ text: 'a', n: [1] }, { text: 'b' }]
const [one, two] = values.map((value) => JSON.stringify(value, null, 2))

async function linesOf(content: string) {
  const lines = []
  for await (const { value, line } of readJsonLines(sourceFiles('a.jsonl', { '': content }), '', reading)) {
    lines.push([line, value instanceof Map ? value.get('text') : value])
  }
  return lines
}

describe('a file of JSON lines', () => {
  it.each([
    ['with a value on each line', values.map((value) => JSON.stringify(value)).join('\r\n\n'), [1, 3]],
    ['as a list on one line', JSON.stringify(values), [1, 2]],
    ['as a list over several lines', `\ufeff\n${JSON.stringify(values, null, 2)}\n`, [1, 2]],
    [
      'as a list with a member on each line',
      `[${values.map((value) => JSON.stringify(value)).join(',\n')}]`,
      [1, 2],
    ],
  ])('is read %s', async (_, content, [first, second]) => {
    expect(await linesOf(content)).toEqual([
      [first, 'a'],
      [second, 'b'],
    ])
  })

  it('is read where it is one value over several lines', async () => {
    expect(await linesOf(one!)).toEqual([[1, 'a']])
  })

  it('says what to do where values over several lines follow each other', async () => {
    await expect(linesOf(`${one}\r\n${two}\n`)).rejects.toThrow(
      '“a.jsonl” has several values that each go over several lines: write each on a line of its own, or all of them as one list.',
    )
  })

  it.each([
    ['{"text":"a"}\n{"text":,', '“a.jsonl”, line 2, is not JSON: a value was expected at column 9.'],
    ['{"text":"a",\n\n', '“a.jsonl” is not JSON: a name in quotes was expected at line 3, column 1.'],
  ])('says where it is broken: %s', async (content, message) => {
    await expect(linesOf(content)).rejects.toThrow(message)
  })

  it.each([
    ['doccano', doccanoReader, { text: 'The tram', label: [[4, 8, 'Claim']] }],
    ['Prodigy', prodigyReader, { text: 'The tram', spans: [{ start: 4, end: 8, label: 'Claim' }] }],
  ])('is known as one of %s however it is laid out', async (_, reader, task) => {
    for (const value of [task, [task]]) {
      const source = sourceFiles('a.jsonl', { '': JSON.stringify(value, null, 4) })
      expect(await reader.recognises(source)).toBe(true)
      expect((await reader.read(source, reading)).annotations).toMatchObject([
        { spans: [{ start: 4, end: 8 }] },
      ])
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { catmaReader } from '../formats/catma/reader.ts'
import { hypothesisReader } from '../formats/hypothesis/reader.ts'
import { recogitoReader } from '../formats/recogito/reader.ts'
import { sourceFiles } from '../formats/testing/source-files.ts'
import { type JsonValue, readJson } from '../json.ts'
import { reading } from '../testing/written.ts'
import { largeValueOf, partsOfLarge } from './large-values.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Objects that have this name, wherever they stand, as an answer of an API may wrap what it is asked for. */
function rowsIn(value: JsonValue, isLong: (part: JsonValue) => boolean = () => false): JsonValue[] {
  if (isLong(value)) return [value]
  if (Array.isArray(value)) return value.flatMap((one) => rowsIn(one, isLong))
  if (!(value instanceof Map)) return []
  return value.has('row') ? [value] : [...value.values()].flatMap((one) => rowsIn(one, isLong))
}

const { answer } = fc.letrec<{ answer: unknown; row: unknown }>((tie) => ({
  row: fc.record({ row: fc.nat(), words: fc.string({ unit: 'binary' }) }),
  answer: fc.oneof(
    { depthSize: 'small' },
    tie('row'),
    fc.jsonValue(),
    fc.array(fc.oneof(tie('row'), tie('answer'))),
    fc.dictionary(fc.constantFrom('rows', 'replies', 'res', 'total', 'row'), tie('answer')),
  ),
}))

describe('the parts of a large value', () => {
  it('are those of the value read at once, in their order', async () => {
    let inPieces = 0
    await fc.assert(
      fc.asyncProperty(
        answer,
        fc.nat(60),
        fc.constantFrom(undefined, 2),
        fc.nat(20),
        async (value, long, space, cut) => {
          const content = JSON.stringify(value, null, space)
          const whole = sourceFiles('a.json', { '': content })
          const source = {
            ...whole,
            async *pieces() {
              const bytes = Buffer.from(content)
              for (let at = 0; at < bytes.length; at += cut + 1) yield bytes.subarray(at, at + cut + 1)
            },
          }
          const large = await largeValueOf(source, '', reading, { large: 0, long })
          const parts = large && partsOfLarge(large, rowsIn)
          if (!parts) return
          inPieces += 1
          const found: JsonValue[] = []
          for await (const portion of parts) for (const part of portion) found.push(...rowsIn(part))
          expect(found).toEqual(rowsIn(readJson(content, { lenient: true })))
        },
      ),
      { numRuns: 500 },
    )
    expect(inPieces).toBeGreaterThan(100)
  })

  it('are not there where one of them has a long list within', async () => {
    const source = sourceFiles('a.json', { '': '{"rows":[{"row":1}],"one":{"row":[1,2,3,4,5,6,7,8,9]}}' })
    const large = await largeValueOf(source, '', reading, { large: 0, long: 8 })
    expect(large?.outline).toEqual(new Map(Object.entries({ rows: [], one: new Map([['row', []]]) })))
    expect(partsOfLarge(large!, rowsIn)).toBeUndefined()
  })
})

const padding = 'x'.repeat(100_000)
const each = <T>(make: (number: number) => T): T[] => Array.from({ length: 90 }, (_, number) => make(number))

const rows = each((number) => ({
  ...{ id: `row-${number}`, user: 'acct:ada@hypothes.is', uri: `http://x.org/${number % 3}`, padding },
  ...{ text: `Note ${number}`, tags: ['Claim'], created: '2024-01-05T13:19:14Z' },
  target: [{ selector: [{ type: 'TextQuoteSelector', exact: `words ${number}`, prefix: '', suffix: '' }] }],
}))
const replies = each((number) => ({
  ...{ id: `reply-${number}`, user: 'acct:ben@hypothes.is', text: `No, ${number}.`, padding },
  references: [`row-${number}`],
}))
const passages = each((number) => ({
  ...{ annotation_id: `n${number}`, annotates: { document_id: 'doc', filepart_id: 'part' }, padding },
  anchor: `char-offset:${10 * number}`,
  bodies: [{ type: 'QUOTE', value: `words ${number}` }],
  relations: [{ relates_to: `n${89 - number}`, bodies: [{ type: 'TAG', value: 'travelledTo' }] }],
}))
const asLines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n')

describe('a large file', () => {
  it.each([
    ['Hypothesis', hypothesisReader, { total: 180, rows, replies }, [...rows, ...replies]],
    ['Hypothesis', hypothesisReader, [...rows, ...replies], [...rows, ...replies]],
    ['Hypothesis', hypothesisReader, { status: 200, res: { rows } }, rows],
    ['Recogito', recogitoReader, passages, passages],
  ])(
    'of %s comes in as one with a value on each line does, and is not held',
    async (_, reader, value, lines) => {
      const expected = await reader.read(sourceFiles('a.jsonl', { '': asLines(lines) }), reading)
      expect(expected.annotations).toHaveLength(90)
      const read = vi.fn()
      for (const space of [undefined, 2]) {
        const source = { ...sourceFiles('a.jsonl', { '': JSON.stringify(value, null, space) }), read }
        expect(await reader.read({ ...source, name: 'a.json' }, reading)).toEqual(expected)
      }
      expect(read).not.toHaveBeenCalled()
    },
  )

  it('of CATMA comes in as many small ones do, and is not held', async () => {
    const annotations = each((number) => ({
      ...{ id: `http://catma.de/annotation/CATMA_${number}`, padding },
      body: { tag: 'CATMA_TAG', properties: { system: {}, user: {} } },
      target: { items: [{ source: 'D', selector: { start: number, end: number + 3 } }] },
    }))
    const text = { 'documents/D/header.json': '{}', 'documents/D/D.txt': 'The tram pays. '.repeat(9) }
    const folder = 'collections/C/annotations'
    const few = each((number) => [`${folder}/${100 + number}.json`, JSON.stringify([annotations[number]])])
    const many = { [`${folder}/all.json`]: JSON.stringify(annotations, null, 2) }
    const expected = await catmaReader.read(
      sourceFiles('p', { ...text, ...Object.fromEntries(few) }),
      reading,
    )
    expect(expected.annotations).toHaveLength(90)
    const source = sourceFiles('p', { ...text, ...many })
    const read = vi.fn(source.read)
    expect(await catmaReader.read({ ...source, read }, reading)).toEqual(expected)
    expect(read.mock.calls).not.toContainEqual([`${folder}/all.json`])
  })
})

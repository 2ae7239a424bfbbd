import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { doccanoReader } from '../formats/doccano/reader.ts'
import { labelStudioReader } from '../formats/label-studio/reader.ts'
import { sourceFiles } from '../formats/testing/source-files.ts'
import { webAnnotationReader } from '../formats/web-annotation/reader.ts'
import { type JsonValue, readJson } from '../json.ts'
import { reading } from '../testing/written.ts'
import { membersOfLong, outlineOf } from './long-lists.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The value of a file put together from its outline and its long lists, and how many of these there were. */
async function inParts(content: string | Uint8Array, long: number) {
  const source = sourceFiles('a.json', { '': content })
  const outline = await outlineOf(source, '', reading, long)
  if (!outline) return { value: readJson(String(content), { lenient: true }), longLists: 0 }
  const { value, longLists } = outline
  const members = new Map([...longLists.values()].map((number): [number, JsonValue[]] => [number, []]))
  for await (const portion of membersOfLong(source, '', reading, new Set(members.keys())))
    for (const { list, value } of portion) members.get(list)!.push(value)
  const lists = new Map([...longLists].map(([list, number]) => [list, members.get(number)!]))
  const filled = (part: JsonValue): JsonValue => {
    if (part instanceof Map) return new Map([...part].map(([name, inner]) => [name, filled(inner)]))
    return lists.get(part) ?? part
  }
  return { value: filled(value), longLists: lists.size }
}

describe('a value that is read in parts', () => {
  it('is the same as read at once', async () => {
    const value = fc.oneof(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), fc.array(fc.jsonValue()))
    const indent = fc.constantFrom(undefined, 1, '\t')
    await fc.assert(
      fc.asyncProperty(value, indent, fc.nat(60), async (any, space, long) => {
        const source = JSON.stringify(any, null, space)
        expect((await inParts(source, long)).value).toEqual(readJson(source, { lenient: true }))
      }),
      { numRuns: 300 },
    )
  })

  it('has no outline where none of its lists is long, however many they are', async () => {
    const source = sourceFiles('a.json', { '': JSON.stringify({ a: [1, 2], b: { c: [3], d: [[4], [5]] } }) })
    expect(await outlineOf(source, '', reading, 8)).toBeUndefined()
    expect(await outlineOf(source, '', reading, 6)).toMatchObject({ longLists: { size: 1 } })
  })

  it('leaves out long lists alone that no other list is around', async () => {
    const list = Array.from({ length: 50 }, (_, index) => ({ id: index, inner: [[1, 2], '],{'] }))
    const source = JSON.stringify({ type: ['A'], first: { items: list, rows: [] }, more: list })
    expect(await inParts(source, 100)).toEqual({ value: readJson(source), longLists: 2 })
  })

  it.each([
    ['[{"a":1},{"a":},{}]', '“a.json” is not JSON: a value was expected at column 15.'],
    ['[{"a":1},\n {"é😀":1}, {"a":}]', '“a.json” is not JSON: a value was expected at line 2, column 18.'],
    ['{"items":[1,2,]}', '“a.json” is not JSON: a value was expected at column 15.'],
    ['[1 2]', '“a.json” is not JSON: the end of the line was expected at column 4.'],
    ['[1,2', '“a.json”, looked at without its long lists, is not JSON: a value was expected at column 2.'],
    [
      '[1,2]\n[3]',
      '“a.json”, looked at without its long lists, is not JSON: the end of the file was expected at line 2, column 1.',
    ],
  ])('says where it is broken: %s', async (content, message) => {
    await expect(inParts(content, 0)).rejects.toThrow(message)
  })

  it('is refused where it is not UTF-8', async () => {
    await expect(inParts(Buffer.from('["a","\xff"]', 'latin1'), 0)).rejects.toThrow('“a.json” is not UTF-8')
  })
})

const annotation = (number: number, padding: string) => ({
  ...{ id: `urn:one:${number}`, type: 'Annotation', motivation: 'classifying', padding },
  body: { type: 'TextualBody', purpose: 'tagging', value: `Tag ${number % 3}` },
  target: {
    source: `https://example.org/${number % 5}`,
    selector: [
      { type: 'TextQuoteSelector', exact: `words ${number}` },
      { type: 'TextPositionSelector', start: number, end: number + 5 },
    ],
  },
})

describe('a large file', () => {
  const padding = 'x'.repeat(100_000)
  const items = Array.from({ length: 90 }, (_, number) => annotation(number, padding))
  const asLines = sourceFiles('a.jsonl', { '': items.map((item) => JSON.stringify(item)).join('\n') })

  it.each([
    ['a list', items],
    ['a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } }],
    ['a graph', { '@context': ['http://www.w3.org/ns/anno.jsonld'], '@graph': items, total: 90 }],
    ['a collection with another list in it', { others: items.slice(0, 85), items }],
  ])('of web annotations comes in as one with a value on each line does, as %s', async (_, value) => {
    const read = vi.fn()
    for (const space of [undefined, 2]) {
      const source = { ...sourceFiles('a.json', { '': JSON.stringify(value, null, space) }), read }
      const { documents, ...incoming } = await webAnnotationReader.read(source, reading)
      const { documents: same, ...expected } = await webAnnotationReader.read(asLines, reading)
      expect(incoming).toEqual(expected)
      expect(documents.map(({ title }) => title)).toEqual(same.map(({ title }) => title))
    }
    expect(read).not.toHaveBeenCalled()
  })

  it('is one annotation where its long list is what that is about', async () => {
    const [target, words] = [items.map(({ target }) => ({ ...target, padding })), items[0]!.body]
    const source = sourceFiles('a.json', { '': JSON.stringify({ type: 'Annotation', body: words, target }) })
    expect((await webAnnotationReader.read(source, reading)).annotations).toHaveLength(90)
  })

  it('of any size comes in where its annotations stand in a list', async () => {
    const large = [...Array(210)].map((_, number) =>
      JSON.stringify(annotation(number, 'x'.repeat(1_000_000))),
    )
    const source = {
      ...sourceFiles('a.json', { '': '{}' }),
      sizeOf: () => 210_000_000,
      async *pieces() {
        for (const [number, one] of large.entries())
          yield Buffer.from(`${number === 0 ? '{"items":[' : ','}${one}`)
        yield Buffer.from(']}')
      },
    }
    expect((await webAnnotationReader.read(source, reading)).annotations).toHaveLength(210)
  })

  it.each([
    ['Label Studio', labelStudioReader, { id: 1, data: { text: 'The tram' }, annotations: [] }],
    ['doccano', doccanoReader, { text: 'The tram', label: [] }],
  ])('of %s is known and read without being held', async (_, reader, task) => {
    const tasks = Array.from({ length: 90 }, (_, id) => ({ ...task, id, padding: [padding] }))
    const read = vi.fn()
    const source = { ...sourceFiles('a.json', { '': JSON.stringify(tasks, null, 2) }), read }
    expect(await reader.recognises(source)).toBe(true)
    expect((await reader.read(source, reading)).documents).toHaveLength(90)
    expect(read).not.toHaveBeenCalled()
  })

  it('is told to have several values where they go over several lines each', async () => {
    const one = JSON.stringify({ text: 'a', list: items }, null, 2)
    const source = sourceFiles('a.jsonl', { '': `${one}\n${one}` })
    await expect(doccanoReader.read(source, reading)).rejects.toThrow('“a.jsonl” has several values')
  })
})

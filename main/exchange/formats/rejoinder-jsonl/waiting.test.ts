import { expect, it } from 'vitest'
import type { StructuredText } from '../../../../preload/contract/text.ts'
import { plainText } from '../plain-text.ts'
import { datasetReader, type Problem } from './dataset-reader.ts'

const created = '2026-01-05T10:00:00.000Z'
const source = { name: 's.txt', mediaType: 'text/plain', sha256: 'ab' }

const documentLine = (id: string, text: string): string =>
  JSON.stringify({
    ...{ type: 'document', id, title: id, metadata: {}, status: 'to-do', source },
    ...{ blocks: plainText(text).blocks, text },
  })

function annotationLine(id: string, document: string, quote: string): string {
  const spans = [{ start: 0, end: quote.length }]
  return JSON.stringify({
    ...{ type: 'annotation', id, document, annotator: 'a1', tag: 't1', spans, utf16: spans, quote: [quote] },
    created,
  })
}

/** A file after its eight texts of a million code units, and how often each was fetched. */
function begun() {
  const fetched = new Map<string, number>()
  const away = (content: StructuredText): StructuredText => ({
    ...content,
    get text() {
      const id = content.text[0]!
      fetched.set(id, (fetched.get(id) ?? 0) + 1)
      return content.text
    },
  })
  const problems: Problem[] = []
  const quotes = new Map<string, string[]>()
  const reader = datasetReader((problem) => problems.push(problem), {
    // What is put away is never a `DistantText` here, and nothing asks what it is.
    ...{ away: { text: away as never }, quotes },
  })
  const head = [
    '{"type":"project","format":"rejoinder-jsonl","version":1,"name":"Tram dispute"}',
    '{"type":"annotator","id":"a1","name":"Ada"}',
    '{"type":"tag","id":"t1","name":"Claim","role":"claim","color":"#2563eb"}',
    ...[...'abcdefgh'].map((id) => documentLine(id, id.repeat(1_000_000))),
  ]
  for (const line of head) reader.line(line)
  return { reader, first: head.length + 1, problems, quotes, fetched }
}

function read(annotations: readonly string[]) {
  const { reader, ...rest } = begun()
  for (const line of annotations) reader.line(line)
  return { dataset: reader.end(), ...rest }
}

it('fetches each text once for annotations that go from text to text', () => {
  const annotations = Array.from({ length: 80 }, (_, at) => {
    const id = 'abcdefgh'[at % 8]!
    return annotationLine(`n${at}`, id, id.repeat(3))
  })
  const { dataset, problems, quotes, fetched } = read(annotations)
  expect(problems).toEqual([])
  // The latest four were at hand.
  expect(Object.fromEntries(fetched)).toEqual({ a: 1, b: 1, c: 1, d: 1 })
  expect(dataset.annotations.map(({ id }) => id)).toEqual(annotations.map((_, at) => `n${at}`))
  expect(quotes.get('n9')).toEqual(['bbb'])
})

it('tells what is wrong with annotations that waited in the order of the lines, before what is wrong after them', () => {
  const lines = [
    annotationLine('n1', 'b', 'x'),
    annotationLine('n2', 'a', 'y'),
    annotationLine('n3', 'b', 'z'),
    annotationLine('n4', 'a', 'a'),
    annotationLine('n5', 'nowhere', 'a'),
    annotationLine('n6', 'a', 'w'),
  ]
  const { dataset, first, problems } = read(lines)
  expect(problems.map(({ line }) => line - first)).toEqual([0, 1, 2, 4, 5])
  expect(problems[1]!.what).toBe('"quote[0]" is "y", but its span covers "a"')
  expect(dataset.annotations.map(({ id }) => id)).toEqual(['n4'])
})

it('says when as much waits as should be held, and pauses after each text', () => {
  const much = (document: string) => annotationLine(`n${document}`, document, document.repeat(900_000))
  const { reader, fetched } = begun()
  for (const document of 'abcd') reader.line(much(document))
  expect(reader.isMuchWaiting()).toBe(false)
  reader.line(annotationLine('n', 'a', 'a'.repeat(900_000)))
  expect(reader.isMuchWaiting()).toBe(true)
  const work = reader.checking()
  work.next()
  expect([...fetched.keys()]).toEqual(['a'])
  work.next()
  expect([...fetched.keys()]).toEqual(['a', 'b'])
  expect(reader.isMuchWaiting()).toBe(false)
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusPath, isInCorpus } from '../../testing/corpus.ts'
import { reading } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { webAnnotationReader } from '../web-annotation/reader.ts'
import { recogitoReader } from './reader.ts'

const serverAnnotation = (id: string, quote: string, at: number, relations: unknown[] = []) => ({
  ...{ annotation_id: id, annotates: { document_id: 'doc', filepart_id: 'part' }, contributors: ['rainer'] },
  ...{ anchor: `char-offset:${at}`, last_modified_by: 'rainer', last_modified_at: '2016-02-23T18:24:00Z' },
  bodies: [
    { type: 'QUOTE', value: quote },
    { type: 'PLACE', reference: { uri: 'http://x.org/london' } },
    { type: 'COMMENT', value: 'Big.' },
  ],
  relations,
})

describe('what Recogito keeps', () => {
  it('comes in from its server with relations', async () => {
    const relation = { relates_to: 'b', bodies: [{ type: 'TAG', value: 'travelledTo' }] }
    const lines = [serverAnnotation('a', 'London', 12, [relation]), serverAnnotation('b', 'Rome', 30)]
    const source = sourceFiles('annotations.jsonl', {
      '': lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    expect(await recogitoReader.recognises(source)).toBe(true)
    const { annotations, links, documents, annotators } = await recogitoReader.read(source, reading)
    expect(documents.map(({ id }) => id)).toEqual(['doc/part'])
    expect(annotators).toEqual([{ id: 'rainer', name: 'rainer' }])
    expect(annotations).toMatchObject([
      { id: 'a', tag: 'name:Place', quote: ['London'], spans: [{ start: 12, end: 18 }] },
      { id: 'b', note: 'http://x.org/london\nBig.', created: '2016-02-23T18:24:00.000Z' },
    ])
    expect(links).toMatchObject([
      { linkType: 'name:travelledTo', source: { annotation: 'a' }, target: { annotation: 'b' } },
    ])
  })

  it('comes in from its library', async () => {
    const annotation = {
      id: 'a',
      bodies: [{ purpose: 'tagging', value: 'Claim' }],
      target: {
        ...{ annotation: 'a', creator: { id: 'ada', name: 'Ada' }, created: '2024-01-05T13:19:14.716Z' },
        selector: [
          { quote: 'one', start: 0, end: 3 },
          { quote: 'three', start: 8, end: 13 },
        ],
      },
    }
    const source = sourceFiles('annotations.json', { '': JSON.stringify([annotation]) })
    expect(await recogitoReader.recognises(source)).toBe(true)
    const { annotations } = await recogitoReader.read(source, reading)
    expect(annotations).toMatchObject([
      {
        ...{ id: 'a', tag: 'claim', annotator: 'ada', quote: ['one', 'three'] },
        spans: [
          { start: 0, end: 3 },
          { start: 8, end: 13 },
        ],
      },
    ])
  })

  it.skipIf(!isInCorpus('formats/recogito'))('comes in as web annotations where it writes such', async () => {
    const bytes = readFileSync(corpusPath('formats/recogito/text-annotator_annotations.w3c.json'))
    const source = sourceFiles('annotations.json', { '': bytes })
    expect(await recogitoReader.recognises(source)).toBe(false)
    const { annotations, documents } = await webAnnotationReader.read(source, reading)
    expect(annotations.length).toBeGreaterThan(3)
    expect(documents[0]).toMatchObject({ id: 'https://www.gutenberg.org/files/1727/1727-h/1727-h.htm' })
    expect(annotations[0]).toMatchObject({
      ...{
        quote: ['death in battle or by shipwreck'],
        prefix: 'o escaped ',
        spans: [{ start: 741, end: 772 }],
      },
    })
  })
})

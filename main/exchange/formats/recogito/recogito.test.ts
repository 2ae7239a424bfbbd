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

  it.each([
    ['as it is now', ',', true],
    ['as it was at first', ';', false],
  ])('comes in as the table of its server, %s', async (_, separator, hasFile) => {
    const names = [
      'UUID',
      'FILE',
      'QUOTE_TRANSCRIPTION',
      'ANCHOR',
      'TYPE',
      'URI',
      'VOCAB_LABEL',
      'LAT',
      'TAGS',
      'COMMENTS',
    ]
    const rows = [
      [
        'a',
        'trip.txt',
        'London',
        'char-offset:12',
        'PLACE',
        'http://x.org/l',
        'Londinium',
        '51.5',
        'big|old',
        'Say "hm", | or so',
      ],
      ['b', 'trip.txt', 'Rome', 'from=/tei/text/p::3;to=/tei/text/p::7', '', '', '', '', '', ''],
      ['c', 'map.jpg', 'Roma', 'rect:x=1,y=2,w=3,h=4', 'PLACE', '', '', '', '', ''],
    ]
    const line = (cells: string[]) =>
      cells
        .filter((_, at) => hasFile || at !== 1)
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(separator)
    const source = sourceFiles('trip.csv', { '': [names, ...rows].map(line).join('\r\n') })
    expect(await recogitoReader.recognises(source)).toBe(true)
    const { annotations, documents, tags, leftOut } = await recogitoReader.read(source, reading)
    expect(documents).toMatchObject([{ title: hasFile ? 'trip.txt' : 'trip.csv', text: null }])
    expect(tags.map(({ name }) => name)).toEqual(['Place', 'big', 'old', 'Highlight'])
    expect(annotations).toMatchObject([
      {
        id: 'a',
        quote: ['London'],
        spans: [{ start: 12, end: 18 }],
        note: 'Londinium\nhttp://x.org/l\nSay "hm", | or so',
      },
      { id: 'a #2' },
      { id: 'a #3' },
      { id: 'b', quote: ['Rome'], spans: null },
    ])
    expect(leftOut).toEqual([
      { what: 'annotations of what is no text', count: 1 },
      { what: 'cells on where places lie, how sure they are, and groups', count: 1 },
    ])
  })

  it('leaves another table to those who read texts from it', async () => {
    const source = sourceFiles('texts.csv', { '': 'UUID,FILE,TEXT\na,trip.txt,London\n' })
    expect(await recogitoReader.recognises(source)).toBe(false)
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

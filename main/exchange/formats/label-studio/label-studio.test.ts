import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { labelStudioReader as reader } from './reader.ts'
import { labelStudioWriter as writer } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

const readTasks = (tasks: unknown) =>
  reader.read(sourceFiles('tasks.json', { '': JSON.stringify(tasks) }), reading)
const label = (id: string, start: number, end: number, text: string, labels: string[]) => ({
  ...{ id, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, text, labels } },
})

describe('Label Studio', () => {
  it('gives back what it got, but for what is named as lost', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const first = await written(writer, original)
        const back = datasetOf(await reader.read(sourceFiles('dataset', first.content), reading))
        expectUntouchedSame(original, back, writer.losses(original), first.readAs)
        const again = await written(writer, back)
        for (const file of first.files) expect(String(again.content[file])).toBe(String(first.content[file]))
      }),
      { numRuns: 60 },
    )
  })

  /** The converter of label-studio-sdk (converter.py, get_data) asks each task for its `id`, and fails without. */
  it('gives each task a number', async () => {
    const { content } = await written(writer, tram)
    const ids = JSON.parse(String(content['tasks.json'])).map(({ id }: { id: unknown }) => id)
    expect(ids).toEqual(tram.documents.map((_, index) => index + 1))
  })

  /** Label Studio (RelationStore.js, deserializeRelation) leaves out a second relation from one region to another. */
  it('makes one relation of links with the same ends, and writes those of another direction from the other end', async () => {
    const { document } = tram.annotations[0]!
    const annotations = tram.annotations.map((one) => ({ ...one, annotator: 'ada' }))
    const [first, second] = annotations.filter((one) => one.document === document)
    const ends = { source: { annotation: first!.id }, target: { annotation: second!.id } }
    const type = (id: string, symmetric: boolean) => ({ ...tram.linkTypes[0]!, id, name: id, symmetric })
    const link = (id: string, linkType: string) => ({
      ...tram.links[0]!,
      ...{ id, linkType, annotator: 'ada', ...ends },
    })
    const { content } = await written(writer, {
      ...tram,
      annotations,
      linkTypes: [type('rebuts', false), type('undermines', false), type('counters', true)],
      links: [link('1', 'rebuts'), link('2', 'counters'), link('3', 'undermines')],
      memos: [],
    })
    const results = JSON.parse(String(content['tasks.json'])).flatMap(
      (task: { annotations: { result: object[] }[] }) => task.annotations.flatMap(({ result }) => result),
    )
    expect(results.filter((result: { type: string }) => result.type === 'relation')).toEqual([
      { type: 'relation', from_id: first!.id, to_id: second!.id, direction: 'bi', labels: ['counters'] },
      {
        ...{ type: 'relation', from_id: second!.id, to_id: first!.id },
        ...{ direction: 'left', labels: ['rebuts', 'undermines'] },
      },
    ])
    const back = await reader.read(sourceFiles('dataset', content), reading)
    expect(back.links.map(({ linkType, source, target }) => [linkType, source, target])).toEqual([
      ['name:counters', ends.source, ends.target],
      ['rebuts', ends.source, ends.target],
      ['undermines', ends.source, ends.target],
    ])
  })

  it('names discontinuous stretches and links that leave a text as lost', () => {
    expect(writer.losses(tram)).toEqual(
      expect.arrayContaining([
        {
          what: 'links across documents or annotators, to claims or to links',
          touches: [{ kind: 'link', ids: ['l1', 'l2', 'l3', 'l4'] }],
        },
        {
          what: 'that several stretches are one annotation',
          touches: [{ kind: 'annotation', ids: ['always'] }],
        },
      ]),
    )
  })

  it.skipIf(!isInCorpus('torture'))('counts UTF-16 code units', async () => {
    const first = await written(writer, tortureDataset())
    const [task] = JSON.parse(String(first.content['tasks.json']))
    const regions = task.annotations[0].result.map(({ id, value }: { id: string; value: object }) => [
      id,
      value,
    ])
    expect(regions).toEqual(
      torture().spans.map(({ name, utf16: [start, end] }) => [
        name,
        { start, end, text: task.data.text.slice(start, end), labels: ['Claim'] },
      ]),
    )
  })

  it('reads labels, relations in both directions, choices, ratings and who did it', async () => {
    const incoming = await readTasks([
      {
        ...{ id: 7, data: { text: 'one\r\ntwo three' }, predictions: [{ result: [] }] },
        annotations: [
          {
            completed_by: { id: 3, email: 'ada@x.org', first_name: 'Ada', last_name: 'L' },
            created_at: '2021-03-09T22:16:08.728353Z',
            result: [
              { ...label('a', 0, 3, 'one', ['Claim', 'Odd']), score: 0.5, meta: { text: ['Hm.'] } },
              label('b', 5, 8, 'two', ['Rebuttal']),
              {
                ...{ id: 'a', from_name: 'mood', to_name: 'text', type: 'choices' },
                value: { start: 0, end: 3, text: 'one', choices: ['sad'] },
              },
              { ...{ id: 'z', from_name: 'stars', to_name: 'text', type: 'rating' }, value: { rating: 4 } },
              { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['rebuts'] },
              { type: 'relation', from_id: 'a', to_id: 'b', direction: 'bi', labels: [] },
              { type: 'relation', from_id: 'a', to_id: 'gone', direction: 'right' },
              label('c', 5, 8, 'else', ['Claim']),
            ],
          },
          { was_cancelled: true, result: [label('a', 0, 3, 'one', ['Claim'])] },
        ],
      },
    ])
    expect(incoming.annotators).toEqual([{ id: 'ada@x.org', name: 'Ada L' }])
    expect(incoming.documents[0]!.text!.text).toBe('one\ntwo three')
    expect(incoming.annotations).toMatchObject([
      {
        ...{ id: 'a', tag: 'claim', spans: [{ start: 0, end: 3 }], confidence: 0.5, note: 'Hm.' },
        ...{ attributes: new Map([['mood', 'sad']]), created: '2021-03-09T22:16:08.728Z' },
      },
      { id: 'a #2', tag: 'name:Odd' },
      { id: 'b', spans: [{ start: 4, end: 7 }] },
      { id: 'c', spans: null, quote: ['else'] },
    ])
    expect(incoming.links).toMatchObject([
      { linkType: 'rebuts', source: { annotation: 'b' }, target: { annotation: 'a' } },
      { source: { annotation: 'a' }, target: { annotation: 'b' } },
    ])
    expect(incoming.linkTypes[1]).toMatchObject({ name: 'linked with', symmetric: true })
    expect(incoming.memos).toMatchObject([{ about: { document: '7' }, text: 'stars: 4' }])
    expect(incoming.leftOut).toEqual([
      { what: 'predictions of models', count: 1 },
      { what: 'relations whose ends are no labels', count: 1 },
      { what: 'annotations that were cancelled', count: 1 },
    ])
  })

  it('reads what else is said of a task, and no address of a picture as its text', async () => {
    const annotations = [{ result: [{ from_name: 'kind', type: 'choices', value: { choices: ['cat'] } }] }]
    const { documents, memos, leftOut } = await readTasks([
      {
        data: { text: 'one', outlet: 'News', year: 1999, authors: ['A', 'B'], parts: [{ a: 1 }] },
        annotations,
      },
      { data: { image: 'https://example.org/cat.jpg' }, annotations },
      { data: { audio: '/data/upload/1/talk.wav' }, annotations },
    ])
    expect(documents.map(({ text, metadata }) => [text!.text, [...metadata]])).toEqual([
      [
        'one',
        [
          ['outlet', 'News'],
          ['year', '1999'],
          ['authors', 'A, B'],
        ],
      ],
    ])
    expect(memos).toHaveLength(1)
    expect(leftOut).toEqual([{ what: 'tasks without a text', count: 2 }])
  })

  it('takes no address for the text that it leads to, and no second text for a fact', async () => {
    const annotations = [{ result: [] }]
    const { documents, leftOut } = await readTasks([
      { data: { text: 'https://example.org/one.txt', source: 'The news of today' }, annotations },
      { data: { text: '/data/upload/1/one.txt', html: 'one' }, annotations },
      {
        data: { text: 'two', html: `<p>${'two '.repeat(200)}</p>`, notes: 'a\nb', by: 'Ada\n' },
        annotations,
      },
    ])
    expect(documents.map(({ text, metadata }) => [text!.text, [...metadata]])).toEqual([
      ['one', [['text', '/data/upload/1/one.txt']]],
      ['two', [['by', 'Ada']]],
    ])
    expect(leftOut).toEqual([
      { what: 'tasks without a text', count: 1 },
      { what: 'further texts of tasks', count: 2 },
    ])
  })

  it('reads JSON-MIN also where nothing was marked, and keeps what was chosen for a whole text', async () => {
    const work = { annotator: 1, annotation_id: 3, created_at: '2023-03-01T10:00:00Z', lead_time: 3.2 }
    const tasks = [
      { id: 1, text: 'Fine.', outlet: 'Daily', mood: 'good', ...work },
      { id: 2, text: 'Poor.', mood: { choices: ['bad', 'angry'] }, sure: [{ rating: 4 }], ...work },
    ]
    const source = sourceFiles('project.json', { '': JSON.stringify(tasks) })
    expect(await reader.recognises(source)).toBe(true)
    const { documents } = await reader.read(source, reading)
    expect(documents.map(({ text, metadata }) => [text?.text, ...metadata])).toEqual([
      ['Fine.', ['outlet', 'Daily'], ['mood', 'good']],
      ['Poor.', ['mood', 'bad, angry'], ['sure', '4']],
    ])
  })

  it('reads JSON-MIN, conversations and web pages', async () => {
    const incoming = await readTasks([
      { id: 1, text: 'one two', label: [{ start: 4, end: 7, text: 'two', labels: ['Claim'] }], annotator: 2 },
      {
        ...{
          id: 2,
          data: {
            dialogue: [
              { author: 'A', text: 'Hello.' },
              { author: 'B', text: 'No, two.' },
            ],
          },
        },
        annotations: [
          {
            result: [
              {
                ...{ id: 'p', type: 'paragraphlabels' },
                value: {
                  start: '1',
                  end: '1',
                  startOffset: 4,
                  endOffset: 7,
                  text: 'two',
                  paragraphlabels: ['Claim'],
                },
              },
            ],
          },
        ],
      },
      {
        ...{ id: 3, data: { html: '<p>one</p><p>two</p>' } },
        annotations: [
          {
            result: [
              {
                ...{ id: 'h', type: 'hypertextlabels' },
                value: {
                  start: '/p[2]/text()[1]',
                  end: '/p[2]/text()[1]',
                  globalOffsets: { start: 3, end: 6 },
                  text: 'two',
                  hypertextlabels: ['Claim'],
                },
              },
            ],
          },
        ],
      },
    ])
    expect(incoming.documents.map(({ text }) => text!.text)).toEqual([
      'one two',
      'Hello.\nNo, two.',
      'one\ntwo',
    ])
    expect(incoming.annotations.map(({ spans }) => spans)).toEqual([
      [{ start: 4, end: 7 }],
      [{ start: 11, end: 14 }],
      null,
    ])
  })

  it('takes the classes of a taxonomy that a region has instead of labels, and else as what is said of it', async () => {
    const classes = (id: string, start: number) => ({
      ...{ id, from_name: 'kind', to_name: 'text', type: 'taxonomy' },
      value: {
        start,
        end: start + 3,
        text: start === 0 ? 'one' : 'two',
        taxonomy: [['claim', 'pro'], ['news']],
      },
    })
    const result = [classes('a', 0), label('b', 4, 7, 'two', ['claim']), classes('b', 4)]
    const incoming = await readTasks([{ data: { text: 'one two' }, annotations: [{ result }] }])
    const names = new Map(incoming.tags.map(({ id, name }) => [id, name]))
    expect(
      incoming.annotations.map(({ tag, quote, attributes }) => [names.get(tag), quote, [...attributes]]),
    ).toEqual([
      ['claim / pro', ['one'], []],
      ['news', ['one'], []],
      ['claim', ['two'], [['kind', 'claim / pro, news']]],
    ])
    expect(incoming.memos).toEqual([])
  })

  it.skipIf(!isInCorpus('formats/label-studio'))('reads its own example with its configuration', async () => {
    const at = (ending: string) =>
      readFileSync(corpusPath(`formats/label-studio/relation-extraction.${ending}`))
    const source = sourceFiles('example', { 'config.xml': at('config.xml'), 'tasks.json': at('tasks.json') })
    expect(await reader.recognises(source)).toBe(true)
    const { tags, linkTypes, annotations, links, documents } = await reader.read(source, reading)
    expect(tags.map(({ name }) => name)).toEqual(['Organization', 'Person', 'Datetime'])
    expect(linkTypes.map(({ name }) => name)).toEqual(['org:founded_by', 'org:founded', 'linked with'])
    const { text } = documents[0]!.text!
    for (const { spans, quote } of annotations)
      expect([text.slice(spans![0]!.start, spans![0]!.end)]).toEqual(quote)
    expect(annotations).toHaveLength(4)
    expect(links).toHaveLength(3)
  })

  it('is refused where the file is broken, saying where', async () => {
    await expect(reader.read(sourceFiles('t.json', { '': '[{"data":\n{]' }), reading)).rejects.toThrow(
      '“t.json” is not JSON: a name in quotes was expected at line 2, column 2.',
    )
  })
})

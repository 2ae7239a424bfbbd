import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it, vi } from 'vitest'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { anno } from './iris.ts'
import { webAnnotationReader } from './reader.ts'
import { webAnnotationWriter } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Annotation {
  [name: string]: unknown
  id: string
  target: { source: string; selector: Record<string, unknown>[] }
}

const read = (files: Record<string, string>) =>
  webAnnotationReader.read(sourceFiles('import.json', files), reading)
const readValue = (value: unknown) => read({ '': JSON.stringify(value) })
const itemsIn = (content: Record<string, Buffer>): Annotation[] =>
  JSON.parse(String(content['annotations.jsonld'])).first.items

describe('web annotations', () => {
  it('come back as they went, but for what is named as lost', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const first = await written(webAnnotationWriter, original)
        const back = datasetOf(await webAnnotationReader.read(sourceFiles('dataset', first.content), reading))
        expectUntouchedSame(original, back, webAnnotationWriter.losses(original), first.readAs)
        const again = await written(webAnnotationWriter, back)
        expect(String(again.content['annotations.jsonld'])).toBe(String(first.content['annotations.jsonld']))
        expect(again.content).toEqual(first.content)
      }),
      { numRuns: 60 },
    )
  })

  it('have a quote and a position for each passage, and link across documents', async () => {
    const { content } = await written(webAnnotationWriter, tram)
    const items = itemsIn(content)
    expect(items.find(({ id }) => id === 'urn:rejoinder:annotation:bus')).toEqual({
      id: 'urn:rejoinder:annotation:bus',
      type: 'Annotation',
      motivation: 'classifying',
      creator: { id: 'urn:rejoinder:annotator:ben', type: 'Person', name: 'Ben' },
      created: '2026-01-05T10:00:00.000Z',
      generator: 'urn:rejoinder:positions-in-code-points',
      body: [
        {
          ...{ id: 'urn:rejoinder:tag:claim', type: 'TextualBody', purpose: 'classifying' },
          ...{ format: 'text/plain', value: 'Claim' },
        },
      ],
      target: {
        type: 'SpecificResource',
        source: 'urn:rejoinder:document:answer',
        selector: [
          {
            type: 'TextQuoteSelector',
            prefix: 'ney, “every day”.\nAnd Ben’s bus ',
            ...{ exact: '=1+1 does not.', suffix: '' },
          },
          { type: 'TextPositionSelector', start: 43, end: 57 },
        ],
      },
    })
    expect(items.find(({ id }) => id === 'urn:rejoinder:link:l2')).toMatchObject({
      motivation: 'linking',
      body: [{ source: 'urn:rejoinder:annotation:bus' }, { value: 'undercuts' }],
      target: 'urn:rejoinder:link:l1',
    })
  })

  it('say what a model’s MUSTs ask of every annotation', async () => {
    const { content } = await written(webAnnotationWriter, tram)
    const collection = JSON.parse(String(content['annotations.jsonld']))
    expect(collection['@context']).toBe(anno)
    expect(collection.total).toBe(collection.first.items.length)
    for (const item of collection.first.items) {
      expect(URL.canParse(item.id)).toBe(true)
      expect(item.type).toBe('Annotation')
      for (const part of [item.target, item.body].flat()) {
        if (typeof part === 'string') expect(URL.canParse(part)).toBe(true)
        // W3C’s assertions know one by what it says beyond its source.
        if (part.type === 'SpecificResource') {
          expect(URL.canParse(part.source)).toBe(true)
          expect(part.purpose ?? part.selector).toBeDefined()
        }
        if (part.type === 'TextualBody') expect(part.value).toBeTypeOf('string')
      }
    }
  })

  it('come in with remarks as Recogito Studio keeps them, without what its editor writes around', async () => {
    const ops = [{ insert: 'Who ' }, { insert: 'says', attributes: { bold: true } }, { insert: ' so?\n' }]
    const { annotations } = await readValue([
      {
        ...{ type: 'Annotation', id: 'http://x.org/1' },
        body: [{ purpose: 'commenting', format: 'Quill', value: JSON.stringify({ ops }) }],
        target: { source: 'http://x.org/a', selector: { type: 'TextQuoteSelector', exact: 'one' } },
      },
    ])
    expect(annotations[0]!.note).toBe('Who says so?')
  })

  it.skipIf(!isInCorpus('formats/web-annotation'))('mean the same to a JSON-LD processor', async () => {
    const context = JSON.parse(readFileSync(corpusPath('formats/web-annotation/anno.jsonld'), 'utf8'))
    const { content } = await written(webAnnotationWriter, tram)
    const document = JSON.parse(String(content['annotations.jsonld']))
    const documentLoader = async (url: string) => {
      if (url !== anno) throw new Error(`${url} is not at hand`)
      return { document: context, documentUrl: url }
    }
    const quads = (await jsonld.toRDF(document, { ...{ documentLoader, safe: true } })) as unknown as {
      predicate: { value: string }
      object: { value: string }
    }[]
    const objectsOf = (name: string) =>
      quads.filter(({ predicate }) => predicate.value.endsWith(`#${name}`)).map(({ object }) => object.value)
    expect(objectsOf('exact')).toHaveLength(5)
    expect(objectsOf('hasTarget')).toHaveLength(document.total + 1)
    expect(objectsOf('motivatedBy')).toContain('http://www.w3.org/ns/oa#linking')
    const round = (await jsonld.compact(
      await jsonld.expand(document, { documentLoader }),
      { '@context': anno },
      {
        documentLoader,
      },
    )) as { first: { items: unknown[] } }
    expect(round.first.items).toHaveLength(document.total)
  })

  it.skipIf(!isInCorpus('torture'))('count code points, as the specification says', async () => {
    const first = await written(webAnnotationWriter, tortureDataset())
    const positions = itemsIn(first.content).flatMap(({ id, target }) =>
      target.selector ? [[id, target.selector[1]!.start, target.selector[1]!.end]] : [],
    )
    const wanted = torture().spans.map(({ name, codePoints }) => [
      `urn:rejoinder:annotation:${encodeURIComponent(name)}`,
      ...codePoints,
    ])
    expect(positions).toEqual(wanted)
    const back = datasetOf(await webAnnotationReader.read(sourceFiles('dataset', first.content), reading))
    expect(back.annotations.map(({ spans }) => spans)).toEqual(
      tortureDataset().annotations.map(({ spans }) => spans),
    )
  })

  it('let the quote tell in which unit a position is', async () => {
    const description = {
      ...{ id: 'urn:rejoinder:document-description:d', type: 'Annotation', motivation: 'describing' },
      body: [{ type: 'TextualBody', purpose: 'identifying', value: 'texts/d.txt' }],
      target: 'urn:rejoinder:document:d',
    }
    const annotation = (start: number, end: number) => ({
      ...{ id: `http://x.org/${start}`, type: 'Annotation', body: { value: 'b' } },
      target: {
        source: 'urn:rejoinder:document:d',
        selector: [
          { type: 'TextQuoteSelector', exact: 'tram' },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    })
    const { annotations } = await webAnnotationReader.read(
      sourceFiles('folder', {
        'a.json': JSON.stringify([description, annotation(2, 6), annotation(3, 7)]),
        'texts/d.txt': '🚋 tram',
      }),
      reading,
    )
    expect(annotations.map(({ spans }) => spans)).toEqual([[{ start: 3, end: 7 }], [{ start: 3, end: 7 }]])
  })

  it('come in with several tags, several documents, remarks and replies', async () => {
    const incoming = await readValue([
      {
        '@context': anno,
        ...{ id: 'http://x.org/1', type: 'Annotation', created: '2024-01-05T13:19:14Z' },
        creator: { id: 'http://x.org/ada', nickname: 'ada' },
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'Claim' },
          { type: 'TextualBody', purpose: 'oa:tagging', value: 'Tram' },
          { type: 'TextualBody', value: 'Look here.' },
          { source: 'http://x.org/things/trams', purpose: 'identifying' },
          'http://x.org/video.mp4',
        ],
        target: [
          { source: 'http://x.org/a', selector: { type: 'TextQuoteSelector', exact: 'one', prefix: 'x ' } },
          { source: 'http://x.org/b', selector: { type: 'FragmentSelector', value: 'char=4,9' } },
          { source: 'http://x.org/c.png', selector: { type: 'FragmentSelector', value: 'xywh=1,2,3,4' } },
        ],
      },
      { id: 'http://x.org/2', type: 'Annotation', bodyValue: 'No!', target: 'http://x.org/1' },
      { id: 'http://x.org/2', type: 'Annotation', bodyValue: 'A text.', target: 'http://x.org/a' },
      { id: 'http://x.org/4', type: 'Annotation', body: 'http://x.org/z', target: 'http://x.org/a' },
    ])
    expect(incoming.tags.map(({ name }) => name)).toEqual(['Claim', 'Tram', 'trams'])
    expect(
      incoming.annotations.map(({ id, document, tag, quote, spans, prefix, note, created, annotator }) => [
        ...[id, document, tag, quote, spans, prefix, note, created, annotator],
      ])[0],
    ).toEqual([
      ...['http://x.org/1', 'http://x.org/a', 'claim', ['one'], null, 'x ', 'Look here.'],
      ...['2024-01-05T13:19:14.000Z', 'http://x.org/ada'],
    ])
    expect(incoming.annotations).toHaveLength(6)
    expect(incoming.annotations[3]).toMatchObject({
      document: 'http://x.org/b',
      spans: [{ start: 4, end: 9 }],
    })
    expect(incoming.memos.map(({ about, text }) => [about, text])).toEqual([
      [{ annotation: 'http://x.org/1' }, 'No!'],
      [{ document: 'http://x.org/a' }, 'A text.'],
    ])
    expect(incoming.leftOut).toEqual([
      { what: 'bodies that are no words', count: 1 },
      { what: 'targets that select no text', count: 1 },
      { what: 'annotations whose bodies are no words', count: 1 },
    ])
    expect(incoming.doubts).toHaveLength(1)
  })

  it('of pictures, as IIIF has them in lists and manifests, are counted as such, each once', async () => {
    const region = {
      ...{ '@type': 'oa:SpecificResource', full: 'http://x.org/canvas/1' },
      selector: {
        '@type': 'oa:Choice',
        default: { '@type': 'oa:FragmentSelector', value: 'xywh=1,2,3,4' },
        item: { '@type': 'oa:SvgSelector', value: '<svg/>' },
      },
    }
    const words = { '@type': 'dctypes:Text', chars: 'A tram stop.' }
    const list = {
      ...{ '@id': 'http://x.org/list', '@type': 'sc:AnnotationList' },
      resources: [
        { '@id': 'a', '@type': 'oa:Annotation', resource: [words], on: region },
        { '@id': 'b', '@type': 'oa:Annotation', resource: words, on: 'http://x.org/canvas/1#xywh=1,2,3,4' },
      ],
    }
    expect((await readValue(list)).leftOut).toEqual([{ what: 'annotations of what is no text', count: 2 }])

    const page = (items: unknown) => ({ id: 'http://x.org/page', type: 'AnnotationPage', items })
    const painted = { type: 'Image', id: 'http://x.org/a.jpg' }
    const of = (body: unknown, id: string) => ({
      id,
      type: 'Annotation',
      body,
      target: 'http://x.org/canvas/1',
    })
    const canvas = {
      ...{ id: 'http://x.org/canvas/1', type: 'Canvas' },
      items: [page([of(painted, 'a')])],
      annotations: [page([of({ type: 'TextualBody', value: 'A tram stop.' }, 'b')]), page([])],
    }
    const manifest = { id: 'http://x.org/manifest', type: 'Manifest', items: [canvas] }
    const incoming = await readValue(manifest)
    expect(incoming.leftOut).toEqual([{ what: 'annotations whose bodies are no words', count: 1 }])
    expect(incoming.memos).toMatchObject([
      { text: 'A tram stop.', about: { document: 'http://x.org/canvas/1' } },
    ])
  })

  it('come in as links between annotations, passages and as Recogito’s pairs', async () => {
    const passage = (exact: string) => ({
      source: `http://x.org/${exact}`,
      selector: { type: 'TextQuoteSelector', exact },
    })
    const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
    const incoming = await readValue([
      { id: '#1', type: 'Annotation', body: tag('Claim'), target: passage('one') },
      { id: '#2', type: 'Annotation', body: tag('Claim'), target: passage('two') },
      {
        id: '#3',
        type: 'Annotation',
        motivation: 'linking',
        body: tag('rebuts'),
        target: [{ id: '#1' }, { id: '#2' }],
      },
      {
        id: '#4',
        type: 'Annotation',
        motivation: 'linking',
        body: [passage('three'), tag('odd')],
        target: '#3',
      },
      { id: '#5', type: 'Annotation', motivation: 'linking', body: '#1', target: '#gone' },
    ])
    expect(incoming.links.map(({ id, linkType, source, target }) => [id, linkType, source, target])).toEqual([
      ['#3', 'rebuts', { annotation: '#1' }, { annotation: '#2' }],
      ['#4', 'name:odd', { annotation: '#4 source' }, { link: '#3' }],
    ])
    expect(incoming.leftOut).toEqual([{ what: 'links to something that is not in these files', count: 1 }])
  })

  it('come in however many there are, and however the collection is laid out', async () => {
    const { content } = await written(webAnnotationWriter, tram)
    const folder = (layout: string) =>
      webAnnotationReader.read(sourceFiles('f', { ...content, 'annotations.jsonld': layout }), reading)
    const ours = String(content['annotations.jsonld'])
    const indented = JSON.stringify(JSON.parse(ours), null, 2)
    expect(await folder(indented)).toEqual(await folder(ours))
    const many = Array.from({ length: 150_000 }, (_, index) => ({ id: `x:${index}`, type: 'Annotation' }))
    const { leftOut } = await readValue(many)
    expect(leftOut).toEqual([{ what: 'annotations that say nothing', count: 150_000 }])
  })

  it('are refused where the file is no JSON, saying where', async () => {
    await expect(read({ '': '[{"type": "Annotation",\n "id": }]' })).rejects.toThrow(
      '“import.json” is not JSON: a value was expected at line 2, column 8.',
    )
    await expect(
      webAnnotationReader.read(sourceFiles('x.json', { '': new Uint8Array([91, 0xff, 93]) }), reading),
    ).rejects.toThrow('“x.json” is not UTF-8')
    await expect(read({ '': '['.repeat(100_000) })).rejects.toThrow('nested deeper')
    await expect(read({ '': '{"__proto__":{"target":1},"constructor":[]}' })).resolves.toMatchObject({
      annotations: [],
    })
  })

  it('are no file of another program whose text quotes one', async () => {
    const quoted = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' })
    for (const content of [quoted, JSON.stringify({ data: { text: quoted } })]) {
      const source = sourceFiles('x.json', { '': content })
      expect(await webAnnotationReader.recognises(source)).toBe(content === quoted)
    }
  })

  it.skipIf(!isInCorpus('formats/web-annotation'))(
    'of every official example are taken or counted',
    async () => {
      const folder = corpusPath('formats/web-annotation')
      for (const name of readdirSync(folder).filter((name) => /^anno\d+[.]json$/.test(name))) {
        const bytes = readFileSync(`${folder}/${name}`)
        const source = sourceFiles(name, { '': bytes })
        expect(await webAnnotationReader.recognises(source), name).toBe(true)
        const { annotations, memos, links, leftOut } = await webAnnotationReader.read(source, reading)
        expect(annotations.length + memos.length + links.length + leftOut.length, name).toBeGreaterThan(0)
      }
    },
  )
})

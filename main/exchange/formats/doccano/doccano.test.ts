import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { doccanoReader as reader } from './reader.ts'
import { doccanoWriter as writer } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

const readLines = (...lines: unknown[]) =>
  reader.read(sourceFiles('all.jsonl', { '': lines.map((line) => JSON.stringify(line)).join('\n') }), reading)

describe('doccano', () => {
  it('gives back what it got, but for what is named as lost', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const first = await written(writer, original)
        const back = datasetOf(await reader.read(sourceFiles('dataset.jsonl', first.content), reading))
        expectUntouchedSame(original, back, writer.losses(original), first.readAs)
        const again = await written(writer, back)
        expect(String(again.content[''])).toBe(String(first.content['']))
      }),
      { numRuns: 60 },
    )
  })

  it.skipIf(!isInCorpus('torture'))('counts code points', async () => {
    const { content } = await written(writer, tortureDataset())
    const line = JSON.parse(String(content['']))
    expect(line.label).toEqual(torture().spans.map(({ codePoints }) => [...codePoints, 'Claim']))
  })

  /**
   * doccano’s importer (data_import/pipeline): versions of 2022 know a relation’s ends by their ids in the whole file, and a
   * file with relations is read in the encoding that chardet finds, which is not UTF-8 for a single “€”.
   */
  it('counts entities and relations through the whole file, and writes ASCII alone', async () => {
    let relations = 0
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const file = String((await written(writer, original)).content[''])
        expect(file).toMatch(/^[\n\x20-\x7f]*$/)
        const lines = file.split('\n').filter(Boolean)
        for (const kind of ['entities', 'relations']) {
          const ids = lines.flatMap((line) =>
            (JSON.parse(line)[kind] ?? []).map(({ id }: { id: number }) => id),
          )
          expect(new Set(ids).size).toBe(ids.length)
          if (kind === 'relations') relations += ids.length
        }
      }),
      { numRuns: 120 },
    )
    expect(relations).toBeGreaterThan(0)
  })

  it('reads entities with relations, comments, users and labels of whole texts', async () => {
    const incoming = await readLines(
      {
        text: 'one\r\ntwo',
        entities: [
          { id: 4, start_offset: 0, end_offset: 3, label: 'Claim', user: 2 },
          { id: 9, start_offset: 5, end_offset: 8, label: 'Odd' },
          { id: 10, start_offset: 5, end_offset: 80, label: 'Odd' },
        ],
        relations: [
          { id: 0, from_id: 9, to_id: 4, type: 'rebuts' },
          { id: 1, from_id: 9, to_id: 44, type: 'rebuts' },
        ],
        Comments: ['Hm.'],
        meta: { page: 3 },
      },
      { text: 'all of it', label: ['good', 'long'], id: 12345678901234567890n.toString() },
      { label: [[0, 1, 'X']] },
    )
    expect(incoming.annotations).toMatchObject([
      { tag: 'claim', spans: [{ start: 0, end: 3 }], annotator: 'name:doccano 2' },
      { tag: 'name:Odd', spans: [{ start: 4, end: 7 }] },
    ])
    expect(incoming.links).toMatchObject([{ linkType: 'rebuts', target: { annotation: '0000001-0000000' } }])
    expect(incoming.memos).toMatchObject([{ text: 'Hm.', about: { document: 'line 1' } }])
    expect(incoming.documents.map(({ metadata }) => [...metadata])).toEqual([
      [['page', '3']],
      [
        ['label', 'good, long'],
        ['id', '12345678901234567890'],
      ],
    ])
    expect(incoming.leftOut).toEqual([
      { what: 'labels outside their text', count: 1 },
      { what: 'relations whose ends are not there', count: 1 },
      { what: 'lines without a text', count: 1 },
    ])
  })

  it('knows labels and users by their names where older versions say them beside the numbers', async () => {
    const said = {
      id: 1,
      label: 2,
      label_name: 'Claim',
      start_offset: 0,
      end_offset: 3,
      user: 1,
      user_name: 'ada',
    }
    const { annotations } = await readLines({ text: 'one', annotations: [said] })
    expect(annotations).toMatchObject([{ tag: 'claim', annotator: 'name:doccano ada' }])
  })

  describe('of several files', () => {
    const lines = (...texts: string[]) =>
      texts.map((text) => `${JSON.stringify({ text, label: [[0, 3, 'Claim']] })}\n`).join('')
    const read = async (files: Record<string, string>) => {
      const { annotations, annotators, doubts } = await reader.read(sourceFiles('export', files), reading)
      return {
        by: annotations.map(({ annotator }) => annotator),
        names: annotators.map(({ name }) => name),
        doubted: doubts.map(({ where }) => where),
      }
    }

    it('takes those with the same texts for people, as its export by members writes them, and says so', async () => {
      const files = { 'ada.jsonl': lines('one', 'two', 'three', 'four'), 'ben.jsonl': lines('one') }
      expect(await read({ ...files, 'all.jsonl': lines('five') })).toEqual({
        by: ['name:ada', 'name:ada', 'name:ada', 'name:ada', 'doccano', 'name:ben'],
        ...{ names: ['ada', 'doccano', 'ben'], doubted: ['ada.jsonl, ben.jsonl'] },
      })
    })

    const nobody = (count: number) => ({
      by: Array(count).fill('doccano'),
      ...{ names: ['doccano'], doubted: [] },
    })

    it('takes nobody for the author of files that share a text by chance', async () => {
      expect(await read({ 'a.jsonl': lines('yes', 'one', 'two'), 'b.jsonl': lines('yes', 'three') })).toEqual(
        nobody(5),
      )
      expect(await read({ 'tram/ada.jsonl': lines('one'), 'bus/ada.jsonl': lines('one') })).toEqual(nobody(2))
    })

    it('takes parts of training data for nobody’s, whatever they share', async () => {
      const parts = { 'train.jsonl': lines('yes', 'one'), 'my-dev.jsonl': lines('yes') }
      expect(await read({ ...parts, 'test_2.jsonl': lines('yes') })).toEqual(nobody(4))
    })
  })

  it('reads labels of whole texts as older versions write them, with whoever gave them', async () => {
    const lines = [
      { id: 1, text: 'Too late.', annotations: [{ id: 1, label: 1, label_name: 'bad', user: 3 }], meta: {} },
      {
        id: 2,
        text: 'In time.',
        annotations: [
          { label: 2, user: 3 },
          { label: 5, user: 4 },
        ],
      },
      { id: 3, text: 'At noon.', annotations: [{ text: 'Mittags.', user: 3 }] },
    ]
    const source = sourceFiles('dataset.jsonl', { '': lines.map((line) => JSON.stringify(line)).join('\n') })
    expect(await reader.recognises(source)).toBe(true)
    const incoming = await reader.read(source, reading)
    expect(incoming.documents.map(({ metadata }) => metadata.get('label'))).toEqual([
      'bad',
      '2, 5',
      'Mittags.',
    ])
    expect(incoming.leftOut).toEqual([])
  })

  it('leaves annotations of web pages to those whose they are', async () => {
    const page =
      '{"annotations":[{"user":"acct:ann@hypothes.is","uri":"https://a.example","text":"Hm.","tags":[]}]}'
    expect(await reader.recognises(sourceFiles('hypothesis.json', { '': page }))).toBe(false)
  })

  it('reads what versions of 2021 call data', async () => {
    const source = sourceFiles('all.jsonl', { '': '{"id":1,"data":"one","label":[[0,3,"Claim"]]}\n' })
    expect(await reader.recognises(source)).toBe(true)
    expect((await reader.read(source, reading)).annotations).toHaveLength(1)
  })

  it('reads places as browsers count where they fit in no other way, and says so', async () => {
    const { annotations, doubts } = await readLines({ text: '👍🏽 yes', label: [[5, 8, 'Claim']] })
    expect(annotations[0]!.spans).toEqual([{ start: 5, end: 8 }])
    expect(doubts).toEqual([
      {
        where: 'all.jsonl, line 1',
        what: 'Its places only fit when counted as browsers do, so they were read that way.',
      },
    ])
  })

  it.skipIf(!isInCorpus('formats/doccano'))('reads its own examples', async () => {
    const from = (name: string) =>
      sourceFiles(name, { '': readFileSync(corpusPath('formats/doccano', name)) })
    const related = from('data_import_relation_extraction-example.jsonl')
    expect(await reader.recognises(related)).toBe(true)
    const { annotations, links, documents } = await reader.read(related, reading)
    const { text } = documents[0]!.text!
    const words = annotations.map(({ spans }) => text.slice(spans![0]!.start, spans![0]!.end))
    expect(words).toEqual(['Google', 'September 4, 1998', 'Larry Page', 'Sergey Brin'])
    expect(links).toHaveLength(3)
    const labelled = from('data_import_sequence_labeling-example.jsonl')
    expect(await reader.recognises(labelled)).toBe(true)
    expect((await reader.read(labelled, reading)).leftOut).toEqual([
      { what: 'lines without a text', count: 1 },
    ])
  })

  it('is refused where a line is broken, saying which', async () => {
    await expect(
      reader.read(sourceFiles('a.jsonl', { '': '{"text":"a"}\n\n{"text":' }), reading),
    ).rejects.toThrow('“a.jsonl”, line 3, is not JSON: a value was expected at column 9.')
  })
})

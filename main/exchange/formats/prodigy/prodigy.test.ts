import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { reading, written } from '../../testing/written.ts'
import { doccanoReader } from '../doccano/reader.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { prodigyReader as reader } from './reader.ts'
import { prodigyWriter as writer } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Line {
  text: string
  tokens: { text: string; start: number; end: number; id: number; ws: boolean }[]
  spans: { start: number; end: number; token_start: number; token_end: number; label: string }[]
}

const linesIn = (content: Record<string, Buffer>): Line[] =>
  String(content[''])
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const readLines = (...lines: unknown[]) =>
  reader.read(sourceFiles('all.jsonl', { '': lines.map((line) => JSON.stringify(line)).join('\n') }), reading)

describe('Prodigy', () => {
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

  it('has tokens that are the text, and spans that begin and end with one', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        for (const { text, tokens, spans } of linesIn((await written(writer, original)).content)) {
          expect(tokens.map(({ text, ws }) => text + (ws ? ' ' : '')).join('')).toBe(text)
          for (const { start, end, token_start, token_end } of spans) {
            expect([tokens[token_start]!.start, tokens[token_end]!.end]).toEqual([start, end])
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it.skipIf(!isInCorpus('torture'))('counts code points', async () => {
    const [line] = linesIn((await written(writer, tortureDataset())).content)
    expect(line!.spans.map(({ start, end }) => [start, end])).toEqual(
      torture().spans.map(({ codePoints }) => codePoints),
    )
    const points = [...line!.text]
    for (const { text, start, end } of line!.tokens) expect(points.slice(start, end).join('')).toBe(text)
  })

  it('takes what a line says beside its own fields for facts', async () => {
    const { documents } = await readLines({
      ...{ text: 'one', spans: [], answer: 'accept', _view_id: 'ner', meta: { outlet: 'News' } },
      ...{ comment: 'Why?', accept: ['PRO'], options: [{ id: 'PRO', text: 'pro' }] },
    })
    expect([...documents[0]!.metadata]).toEqual([
      ['outlet', 'News'],
      ['comment', 'Why?'],
      ['accept', 'PRO'],
    ])
  })

  it('keeps what several people say of one text, the later ones under their names', async () => {
    const of = (hand: string, facts: object) => ({ text: 'one', spans: [], _annotator_id: hand, ...facts })
    const { documents, leftOut } = await readLines(
      of('ada', { comment: 'first', flagged: 'no', meta: { outlet: 'News' } }),
      of('ben', { comment: 'second', flagged: 'no', accept: ['CON'], meta: { outlet: 'News' } }),
      of('cy', { comment: 'first' }),
      of('ben', { comment: 'third' }),
    )
    expect([...documents[0]!.metadata]).toEqual([
      ['outlet', 'News'],
      ['comment', 'first'],
      ['flagged', 'no'],
      ['comment (ben)', 'second'],
      ['accept', 'CON'],
    ])
    expect(leftOut).toEqual([{ what: 'facts of which a text has others from the same hand', count: 1 }])
  })

  it('takes no sound for a fact, nor what is the program’s own, and leaves metadata as they are', async () => {
    const sound = `data:audio/wav;base64,${'A'.repeat(100)}`
    const { documents, leftOut } = await readLines({
      ...{ text: 'data: one', spans: [], audio: sound, cover: sound, image: 'cover.png', view_id: 'ner' },
      ...{
        sessions: ['set-ada'],
        path: '/set/one.wav',
        score: 0.5,
        comment: 'data: few',
        label: 'good',
        _session_id: 'set-ada',
      },
      meta: { label: 'from meta' },
    })
    expect([...documents[0]!.metadata]).toEqual([
      ['label', 'from meta'],
      ['comment', 'data: few'],
      ['label (set-ada)', 'good'],
    ])
    expect(leftOut).toEqual([{ what: 'pictures, sound and video that are held in lines', count: 2 }])
  })

  it('reads relations by span and by last token, and one text of several sessions once', async () => {
    const span = (start: number, end: number, token_end: number, label = 'Claim') => ({
      start,
      end,
      token_end,
      label,
    })
    const incoming = await readLines(
      {
        ...{ text: '👍🏽 one two', _session_id: 'set-ada', _timestamp: 1_700_000_000, label: 'good' },
        spans: [span(3, 6, 1), span(7, 10, 2, 'Odd')],
        relations: [
          { head: 1, child: 2, label: 'rebuts' },
          { head: 9, child: 9, label: 'rebuts', head_span: span(7, 10, 2), child_span: span(3, 6, 1) },
          { head: 0, child: 2, label: 'rebuts' },
        ],
      },
      { text: '👍🏽 one two', _session_id: 'set-ben', spans: [span(3, 60, 1)] },
      { text: 'no', answer: 'reject' },
    )
    expect(incoming.documents).toHaveLength(1)
    expect(incoming.documents[0]!.metadata).toEqual(new Map([['label', 'good']]))
    expect(incoming.annotations).toMatchObject([
      { id: 'span 1', spans: [{ start: 5, end: 8 }], created: '2023-11-14T22:13:20.000Z' },
      { id: 'span 2', tag: 'name:Odd' },
    ])
    expect(incoming.links).toMatchObject([
      { source: { annotation: 'span 1' }, target: { annotation: 'span 2' } },
      { source: { annotation: 'span 2' }, target: { annotation: 'span 1' } },
    ])
    expect(incoming.leftOut.map(({ count }) => count)).toEqual([1, 1, 1])
  })

  it.skipIf(!isInCorpus('formats/prodigy'))('reads its own examples', async () => {
    const source = sourceFiles('bio.jsonl', {
      '': readFileSync(corpusPath('formats/prodigy/bio_events.jsonl')),
    })
    expect(await reader.recognises(source)).toBe(true)
    expect(await doccanoReader.recognises(source)).toBe(false)
    const { annotations, documents, leftOut } = await reader.read(source, reading)
    expect(leftOut).toEqual([])
    const texts = new Map(documents.map(({ id, text }) => [id, text!.text]))
    const [first] = annotations
    const { start, end } = first!.spans![0]!
    expect(texts.get(first!.document)!.slice(start, end)).toBe('bcr')
    for (const { spans, document } of annotations) {
      expect(texts.get(document)!.slice(spans![0]!.start, spans![0]!.end)).toMatch(/^\S.*\S$|^\S$/s)
    }
  })
})

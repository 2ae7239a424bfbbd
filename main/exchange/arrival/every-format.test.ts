import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parseTxt } from '../../import/txt.ts'
import type { TestSession } from '../../testing/session.ts'
import type * as Data from '../dataset.ts'
import type { AnnotationFormat } from '../formats/annotation-format.ts'
import { annotationFormats } from '../formats/index.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { projectDataset } from '../project-dataset.ts'
import { arriving } from '../testing/arriving.ts'
import { tram } from '../testing/tram.ts'

vi.setConfig({ testTimeout: 60_000 })

const { open, at, bringTexts } = arriving()

const texts: Readonly<Record<string, string>> = {
  statement: '🚋 The tram pays for itself.\nIt always has, they say.\nThe bus does not, says Ada.',
  answer: 'The tram loses “money”, every day.',
}
/** The same statement as it is elsewhere: longer, put otherwise, and with words that stand there twice. */
const changed =
  'A new first line.\n🚋 The tram pays for itself.\nIt nearly always has, they say.\nThe bus does not, says Ada.\nThe bus does not, says Ada.'

const passages = [
  { id: 'pays', document: 'statement', words: 'The tram pays for itself', tag: 'claim' },
  { id: 'always', document: 'statement', words: 'It always has', tag: 'hedge' },
  { id: 'bus', document: 'statement', words: 'The bus does not', tag: 'claim' },
  { id: 'loses', document: 'answer', words: 'The tram loses “money”', tag: 'claim' },
]

/** One person’s passages, all linked to the first, so that formats of arguments have them too. */
const data: Data.Dataset = {
  ...tram,
  ...{ claims: [], memos: [], speakers: [], annotators: [{ id: 'ada', name: 'Ada' }] },
  tags: [tram.tags[0]!, { ...tram.tags[1]!, id: 'hedge', name: 'Hedge' }],
  documents: Object.keys(texts).map((id) => ({
    ...{ id, title: id, metadata: new Map(), status: 'to-do' },
    source: { name: `${id}.txt`, mediaType: 'text/plain', sha256: '' },
  })),
  annotations: passages.map(({ words, ...passage }) => {
    const start = texts[passage.document]!.indexOf(words)
    return {
      ...{ ...tram.annotations[0]!, annotator: 'ada', claim: null, speaker: null, attributes: new Map() },
      ...{ ...passage, confidence: null, spans: [{ start, end: start + words.length }] },
    }
  }),
  links: passages.slice(1).map(({ id }) => ({
    ...tram.links[0]!,
    ...{ id: `${id} rebuts`, source: { annotation: id }, target: { annotation: 'pays' } },
  })),
  textOf: (id) => parseTxt(texts[id]!),
}

/** The files of a format alone, as another program would hand them on: without what we write beside them. */
async function handedOn({ name, makes, endings }: AnnotationFormat): Promise<string> {
  const project = open()
  writeFileSync(at('own.jsonl'), [...exchangeLines(data)].map((line) => `${line}\n`).join(''))
  await bringTexts(project, at('own.jsonl'))
  const to = at(makes === 'folder' ? 'study' : `study.${endings[0]}`)
  await project.ask('exchange.write', { task: 'out', format: name, to })
  for (const file of ['links.jsonl', 'loss.json']) {
    const beside = makes === 'folder' ? join(to, file) : `${to}.${file}`
    expect(existsSync(beside)).toBe(true)
    rmSync(beside)
  }
  return to
}

async function withTexts(own: Readonly<Record<string, string>>): Promise<TestSession> {
  const project = open()
  for (const [name, text] of Object.entries(own)) writeFileSync(at(`${name}.txt`), text)
  await bringTexts(project, ...Object.keys(own).map((name) => at(`${name}.txt`)))
  return project
}

function placesIn(project: TestSession): [document: string, start: number, words: string][] {
  const { annotations, documents, textOf } = projectDataset(project.project.repositories)
  return annotations.map(({ document, spans }) => [
    documents.find(({ id }) => id === document)!.source.name.replace('.txt', ''),
    spans[0]!.start,
    spans.map(({ start, end }) => textOf(document).text.slice(start, end)).join('|'),
  ])
}

const both = annotationFormats.filter(({ reader, writer }) => reader && writer)

describe.each(both.map((format) => [format.name, format] as const))('what comes as %s', (_, format) => {
  it('is put into the texts that the project has, its new tags being what the person says', async () => {
    const path = await handedOn(format)
    const project = await withTexts(texts)
    const found = await project.ask('annotationImport.read', { task: 'read', path })
    // An argument map has neither texts, so that no two can be the same, nor tags.
    const isMap = format.name === 'argdown'
    expect(found.documents).toMatchObject(isMap ? { new: 0, changed: 2 } : { new: 0, same: 2 })
    const ours = await project.ask('tag.list')
    const uidOf = (name: string) => ours.find((tag) => tag.name === name)!.uid
    const theirs = (name: string) => found.tags.find((tag) => tag.name === name)
    if (!isMap) {
      expect(theirs('Hedge')).toMatchObject({ uses: 1, same: null, isKnown: false })
      expect(theirs('Claim')).toMatchObject({ uses: 3, same: uidOf('Claim'), isKnown: false })
    }
    const report = await project.ask('annotationImport.bring', {
      reading: found.reading,
      tags: Object.fromEntries(
        found.tags.map(({ id, name }) => [id, uidOf(name === 'Hedge' ? 'Rebuttal' : 'Claim')]),
      ),
    })
    expect([report.taken.annotations, report.doubts]).toEqual([4, []])
    expect(placesIn(project)).toEqual(
      passages.map(({ document, words }) => [document, texts[document]!.indexOf(words), words]),
    )
    expect((await project.ask('tag.list')).map(({ name, uses }) => [name, uses])).toEqual([
      ['Claim', isMap ? 4 : 3],
      ['Rebuttal', isMap ? 0 : 1],
      ['Premise', 0],
    ])
  })

  it('is looked for by its words in a text that has changed, and every doubtful place is listed', async () => {
    const path = await handedOn(format)
    const project = await withTexts({ ...texts, statement: changed })
    const found = await project.ask('annotationImport.read', { task: 'read', path })
    expect(found.documents).toMatchObject({ new: 0, missing: 0 })
    const { taken, leftOut, doubts } = await project.ask('annotationImport.bring', { reading: found.reading })
    expect(taken.annotations).toBe(3)
    expect(leftOut).toContainEqual({ what: 'annotations whose words are not in the text', count: 1 })
    const moved = 'The words stand elsewhere than the file says.'
    const lost = 'These words are not in the text; the annotation was left out.'
    const twice = 'The words stand in the text 2 times; the first was taken.'
    expect(doubts.map(({ where, what }) => [where, what])).toEqual(
      format.name === 'argdown'
        ? [
            ['statement: “It always has”', lost],
            ['statement: “The bus does not”', twice],
          ]
        : [
            ['statement: “The tram pays for itself”', moved],
            ['statement: “It always has”', lost],
            ['statement: “The bus does not”', moved],
          ],
    )
    expect(placesIn(project)).toEqual([
      ['statement', changed.indexOf('The tram pays for itself'), 'The tram pays for itself'],
      ['statement', changed.indexOf('The bus does not'), 'The bus does not'],
      ['answer', 0, 'The tram loses “money”'],
    ])
  })
})

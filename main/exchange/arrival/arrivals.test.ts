import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { TestSession } from '../../testing/session.ts'
import type * as Data from '../dataset.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { projectDataset } from '../project-dataset.ts'
import { arriving } from '../testing/arriving.ts'
import { dataset } from '../testing/dataset-arbitrary.ts'
import { tram } from '../testing/tram.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, at, bringTexts, bringAnnotations, annotationFolder } = arriving()

const linesOf = (one: TestSession): string[] => [...exchangeLines(projectDataset(one.project.repositories))]

const text = '🚋 The tram pays. The tram pays, they say.\n'

describe('annotations of another program', () => {
  it('come in with their texts, the tags of the same name being ours', async () => {
    const project = open()
    const path = annotationFolder({
      'speech.txt': text,
      'speech.ann':
        'T1\tclaim 2 15\tThe tram pays\nT2\tHedge 32 40\tthey say\nR1\tsofter Arg1:T2 Arg2:T1\n#1\tAnnotatorNotes T1\tWho?\n',
    })
    expect(await project.ask('annotationImport.recognise', { paths: [path] })).toEqual([
      { path, format: 'brat', together: [] },
    ])
    const { found, report } = await bringAnnotations(project, path)
    expect(found.tags).toMatchObject([
      { name: 'claim', uses: 1, same: expect.any(String), isKnown: false },
      { name: 'Hedge', uses: 1, same: null },
    ])
    expect(found.documents).toEqual({ new: 1, same: 0, changed: 0, missing: 0 })
    expect(report).toMatchObject({
      taken: { documents: 1, annotations: 2, links: 1 },
      mapped: [{ kind: 'tag', from: 'claim', to: 'Claim' }],
      ...{ leftOut: [], doubts: [] },
    })
    const [document] = await project.ask('document.list')
    expect(document).toMatchObject({ title: 'speech', annotations: 2 })
    expect((await project.ask('tag.list')).map(({ name }) => name)).toEqual([
      'Claim',
      'Rebuttal',
      'Premise',
      'Hedge',
    ])
    expect((await project.ask('annotator.list')).map(({ name }) => name)).toEqual(['Ada'])

    const again = await bringAnnotations(project, path)
    expect(again.report).toMatchObject({
      taken: {},
      alreadyThere: { annotations: 2, links: 1, documents: 1 },
    })

    await project.ask('history.undo')
    expect(await project.ask('document.list')).toEqual([])
    expect(await project.ask('tag.list')).toHaveLength(3)
  })

  it('are held against the text of the project, and doubtful places are told, never shifted in silence', async () => {
    const project = open()
    writeFileSync(at('speech.txt'), `A new first line.\n${text}`)
    await bringTexts(project, at('speech.txt'))
    const path = annotationFolder({
      'speech.txt': text,
      'speech.ann':
        'T1\tClaim 18 31\tThe tram pays\nT2\tClaim 32 40\tthey say\nT3\tClaim 2 10\tThe tram\nT4\tClaim 0 1\t🚋\n',
    })
    const { found, report } = await bringAnnotations(project, path)
    expect(found.documents).toEqual({ new: 0, same: 0, changed: 1, missing: 0 })
    expect(report.taken).toMatchObject({ annotations: 4 })
    expect(report.doubts.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'The words stand in the text 2 times; the nearest was taken.',
        'The words stand elsewhere than the file says.',
      ]),
    )
    expect(await project.ask('document.list')).toHaveLength(1)
  })

  it('that share an id are told of when they come in, and not when they stay out', async () => {
    const project = open()
    const path = at('notes.jsonld')
    const note = (exact: string) => ({
      ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:note:1', type: 'Annotation' },
      target: { source: 'speech.txt', selector: { type: 'TextQuoteSelector', exact } },
      body: { type: 'TextualBody', value: 'Claim', purpose: 'tagging' },
    })
    writeFileSync(path, JSON.stringify([note('The tram pays'), note('they say')]))
    const told = 'Several annotations have this id; the others got ids of their own.'
    const doubts = (one: { doubts: { what: string }[] }) => one.doubts.map(({ what }) => what)

    const without = await bringAnnotations(project, path)
    expect(without.report.taken).toEqual({})
    for (const one of [without.found, without.report]) expect(doubts(one)).not.toContain(told)

    writeFileSync(at('speech.txt'), text)
    await bringTexts(project, at('speech.txt'))
    const { found, report } = await bringAnnotations(project, path)
    expect(report.taken).toMatchObject({ annotations: 2 })
    for (const one of [found, report]) expect(doubts(one)).toContain(told)
  })

  it('whose text has lost letters on its way are told of', async () => {
    const project = open()
    const path = at('lines.jsonl')
    writeFileSync(path, '{"id":1,"text":"The \\ud83d tram pays","label":[[6,15,"Claim"]]}\n')
    const { found, report } = await bringAnnotations(project, path)
    const [document] = await project.ask('document.list')
    for (const { doubts } of [found, report])
      expect(doubts).toEqual([
        {
          where: document!.title,
          what: '1 place of the text reads “\ufffd”: letters were lost before it came here.',
        },
      ])
    expect(report.taken).toMatchObject({ documents: 1, annotations: 1 })
  })

  it('in doubt by the thousand are told of by the first and by how many there are more', async () => {
    const project = open()
    const rows = Array.from({ length: 3000 }, (_, n) => `T${n + 1}\tClaim 2 15\tno such words ${n}\n`)
    const path = annotationFolder({ 'speech.txt': text, 'speech.ann': rows.join('') })
    const few = { mostDoubts: 200 }
    const all = await project.ask('annotationImport.read', { task: 'read', path })
    expect([all.doubts.length, all.moreDoubts]).toEqual([3000, undefined])

    const found = await project.ask('annotationImport.read', { task: 'read', path, ...few })
    expect([found.doubts, found.moreDoubts]).toEqual([all.doubts.slice(0, 200), 2800])
    const report = await project.ask('annotationImport.bring', { reading: found.reading, ...few })
    expect([report.doubts, report.moreDoubts]).toEqual([all.doubts.slice(0, 200), 2800])
  })

  it('that mark a whole long text a thousand times over are refused, and leave nothing', async () => {
    const project = open()
    const path = at('lines.jsonl')
    const label = Array.from({ length: 1000 }, () => [0, 300_000, 'Claim'])
    writeFileSync(path, `${JSON.stringify({ id: 1, text: 'The tram. '.repeat(30_000), label })}\n`)
    await expect(bringAnnotations(project, path)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/have 300,000,000 letters together, and no more than 250,000,000/),
    })
    expect(await project.ask('document.list')).toEqual([])
  })

  it('without a text are told to be missing one', async () => {
    const project = open()
    const { report } = await bringAnnotations(
      project,
      annotationFolder({
        'speech.ann': 'T1\tClaim 0 3\tThe\nT2\tClaim 4 8\ttram\nR1\trebuts Arg1:T1 Arg2:T2\n',
      }),
    )
    expect(report.leftOut).toEqual([
      { what: 'annotations of texts that are not here', count: 2 },
      { what: 'links to or from what could not be taken', count: 1 },
    ])
    expect(report.doubts[0]).toMatchObject({ where: 'speech' })
  })

  it('become what the person says they are', async () => {
    const project = open()
    const path = annotationFolder({ 'speech.txt': text, 'speech.ann': 'T1\tThesis 2 15\tThe tram pays\n' })
    const found = await project.ask('annotationImport.read', { task: 'read', path })
    const rebuttal = (await project.ask('tag.list')).find(({ name }) => name === 'Rebuttal')!
    const { reading } = found
    await project.ask('annotationImport.bring', { reading, tags: { [found.tags[0]!.id]: rebuttal.uid } })
    expect((await project.ask('tag.list')).map(({ uses }) => uses)).toEqual([0, 1, 0])
    await expect(project.ask('annotationImport.bring', { reading })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('that are malformed are refused with the place, and leave nothing', async () => {
    const project = open()
    const path = annotationFolder({
      'speech.txt': text,
      'speech.ann': 'T1\tClaim 2 15\tThe tram pays\nT2\tClaim here\tx\n',
    })
    await expect(bringAnnotations(project, path)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('speech.ann, line 2:'),
    })
    expect(await project.ask('document.list')).toEqual([])
  })
})

describe('a project that goes out as brat and comes back', () => {
  const circle = async (lines: readonly string[], name: string): Promise<string[]> => {
    const first = open()
    const file = at(`${name}.jsonl`)
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
    await bringTexts(first, file)
    await first.ask('exchange.write', { task: 'out', format: 'brat', to: at(name) })
    const second = open()
    await bringAnnotations(second, at(name))
    const out = await second.ask('exchange.write', {
      ...{ task: 'again', format: 'rejoinder-jsonl', to: at(`${name}-2.jsonl`) },
    })
    return readFileSync(out.paths[0]!, 'utf8').split('\n').slice(0, -1)
  }

  it('is the same byte for byte', async () => {
    const lines = [...exchangeLines(tram)]
    expect(await circle(lines, 'tram')).toEqual(lines)
  })

  it('is the same whatever is in it', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(dataset, async (one) => {
        const lines = [...exchangeLines(one)]
        expect(await circle(lines, `any-${++count}`)).toEqual(lines)
      }),
      { numRuns: 5 },
    )
  })

  it('brings nothing twice into the project it came from', async () => {
    const project = open()
    writeFileSync(at('tram.jsonl'), [...exchangeLines(tram)].join('\n'))
    await bringTexts(project, at('tram.jsonl'))
    const before = linesOf(project)
    await project.ask('exchange.write', { task: 'out', format: 'brat', to: at('tram') })
    const { report } = await bringAnnotations(project, at('tram'))
    expect(report).toMatchObject({ taken: {}, alreadyThere: { annotations: 4, links: 4 } })
    expect(linesOf(project)).toEqual(before)
  })
})

describe('what a person leaves out', () => {
  const folder = () =>
    annotationFolder({
      'a.txt': text,
      'a.ann':
        'T1\tGood 3 11\tThe tram\nT2\tBad 12 16\tpays\nR1\tagainst Arg1:T2 Arg2:T1\nR2\tfor Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes T2\tnote\n',
      'gone.ann': 'T1\tGood 0 3\tThe\nT2\tGood 4 8\ttram\nR1\tfor Arg1:T1 Arg2:T2\n',
    })

  it('stays out with all that leads to it, and with what nothing else has', async () => {
    const project = open()
    const found = await project.ask('annotationImport.read', { task: 'read', path: folder() })
    const bad = found.tags.find(({ name }) => name === 'Bad')!
    const report = await project.ask('annotationImport.bring', {
      reading: found.reading,
      leaveOut: { tags: [bad.id], linkTypes: [] },
    })
    expect(report.leftOut).toEqual([
      { what: 'annotations of texts that are not here', count: 2 },
      { what: 'annotations whose tag is left out', count: 1 },
      { what: 'links to or from what is left out', count: 1 },
      { what: 'links to or from what could not be taken', count: 1 },
    ])
    expect(report.taken).toMatchObject({ annotations: 1 })
    const names = project.project.repositories.tags.list().map(({ name }) => name)
    expect(names).toContain('Good')
    expect(names).not.toContain('Bad')
    expect(project.project.repositories.linkTypes.list().map(({ name }) => name)).not.toContain('against')
  })
})

it('makes no tags and no annotators for annotations of texts that are not here', async () => {
  const path = at('annotations.json')
  const quote = { type: 'TextQuoteSelector', exact: 'The tram' }
  const note = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    ...{ id: 'urn:x', type: 'Annotation', motivation: 'classifying', creator: { name: 'Ada Elsewhere' } },
    body: { type: 'TextualBody', purpose: 'tagging', value: 'Strange' },
    target: { source: 'http://example.org/a', selector: quote },
  }
  writeFileSync(path, JSON.stringify(note))
  const project = open()
  const { found, report } = await bringAnnotations(project, path)
  expect(found.counts).toMatchObject({ documents: 0, annotations: 0, memos: 0 })
  expect(found.tags).toEqual([])
  expect(report.taken).toEqual({})
})

it.each(['tei', 'uima-xmi', 'refi-qda', 'brat'])(
  'a text with characters that XML has not comes back from %s',
  async (format) => {
    const project = open()
    const characters = 'A\u000btram\fpays \u0001 here.'
    const own: Data.Dataset = {
      ...tram,
      ...{ claims: [], links: [], memos: [], speakers: [] },
      documents: [tram.documents[0]!],
      annotations: [
        {
          ...tram.annotations[0]!,
          ...{ document: tram.documents[0]!.id, claim: null, speaker: null, spans: [{ start: 0, end: 11 }] },
        },
      ],
      textOf: () => ({
        text: characters,
        blocks: [{ kind: 'paragraph', start: 0, end: characters.length }],
        ...{ marks: [], breaks: [] },
      }),
    }
    writeFileSync(at('own.jsonl'), [...exchangeLines(own)].map((line) => `${line}\n`).join(''))
    await bringTexts(project, at('own.jsonl'))
    const to = at(format === 'brat' ? 'out' : `out.${format === 'tei' ? 'xml' : format.slice(-3)}`)
    await project.ask('exchange.write', { task: 'out', format, to })
    const other = open()
    const { found } = await bringAnnotations(other, to)
    expect(found.doubts).toEqual([])
    expect(linesOf(other)).toEqual(linesOf(project))
  },
)

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type * as Data from '../../dataset.ts'
import { corpusPath } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { brat } from './brat.ts'
import { bratReader } from './reader.ts'
import { toValue } from './types.ts'
import { bratWriter } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

const noText = { text: '', blocks: [], marks: [], breaks: [] }

async function circle(one: Data.Dataset) {
  const { content } = await written(bratWriter, one)
  return { files: content, incoming: await bratReader.read(sourceFiles('dataset', content), reading) }
}

describe('brat', () => {
  it('puts the work of each annotator into a folder of its own, offsets in code points', async () => {
    const { files } = await circle(tram)
    expect(Object.keys(files).sort()).toEqual([
      ...['Ada/Answer; or not.ann', 'Ada/Answer; or not.txt', 'Ada/Statement.ann', 'Ada/Statement.txt'],
      ...['Ben/Answer; or not.ann', 'Ben/Answer; or not.txt', 'Ben/Statement.ann', 'Ben/Statement.txt'],
      ...['annotation.conf', 'visual.conf'],
    ])
    expect(String(files['Ada/Statement.ann'])).toBe(
      'T1\tClaim 7 36\tThe tram line pays for itself\nA1\tcertainty T1 high\n',
    )
    expect(String(files['Ben/Statement.ann'])).toBe(
      'T1\tClaim 38 40;48 51\tIt has\n#1\tAnnotatorNotes T1\tTwo lines\n',
    )
    expect(String(files['annotation.conf'])).toContain(
      '[entities]\nClaim\nRebuttal\n\n[relations]\nrebuts Arg1:<ENTITY>',
    )
  })

  it('says what it cannot hold, and of how many', () => {
    const losses = new Map(
      bratWriter.losses(tram).map(({ what, touches }) => [what, touches.flatMap(({ ids }) => ids)]),
    )
    expect(losses.get('links across documents or annotators, to claims or to links')).toEqual([
      'l1',
      'l2',
      'l3',
      'l4',
    ])
    expect(losses.get('line breaks in notes')).toEqual(['always'])
    expect(losses.get('attributes that are numbers, free words or a plain no')).toEqual(['pays'])
  })

  it('gives no type the name of another one as its label', async () => {
    const conf = {
      'annotation.conf': '[relations]\nacomp Arg1:<ENTITY>\nacomp-exp Arg1:<ENTITY>\n',
      'visual.conf': '[labels]\nacomp-exp | acomp\nacomp | complement\n',
    }
    const files = { ...conf, 'd.txt': 'Tram\n', 'd.ann': '' }
    const { linkTypes } = await bratReader.read(sourceFiles('dataset', files), reading)
    expect(linkTypes.map(({ name }) => name)).toEqual(['complement', 'acomp-exp'])
  })

  it('calls no document as brat’s annotation files end, which it would look for in vain', async () => {
    const titles = ['Acme.co', 'Acme_co', 'notes.ann', 'x.a1', 'x.A1', 'rel', 'plan.rel.txt']
    const documents = titles.map((title, index) => ({ ...tram.documents[0]!, id: `d${index}`, title }))
    const none = { annotations: [], links: [], claims: [], memos: [] }
    const { files, incoming } = await circle({ ...tram, ...none, documents, textOf: () => noText })
    const names = Object.keys(files).flatMap((path) => /^Ada\/(.*)\.ann$/.exec(path)?.[1] ?? [])
    expect(names).toEqual(['Acme_co-2', 'Acme_co', 'notes_ann', 'x_a1', 'x.A1', 'rel', 'plan.rel.txt'])
    expect(incoming.documents.map(({ title }) => title).sort()).toEqual([...names].sort())
  })

  it('takes what brat writes after the words of a span for no part of them', async () => {
    const ann = [
      ...[
        'T1\tClaim 0 4\tRain falls again',
        'T2\tClaim 0 4;10 11\tRain .\t',
        'T3\tClaim 11 12\t\u001f\t\u001f',
      ],
      'T4\tClaim 0 4\tRainy',
    ]
    const files = { 'd.txt': 'Rain falls.\u001f\n', 'd.ann': `${ann.join('\n')}\n` }
    const { annotations } = await bratReader.read(sourceFiles('d', files), reading)
    expect(annotations.map(({ quote }) => quote)).toEqual([['Rain'], ['Rain', '.'], ['\u001f'], ['Rainy']])
  })

  it('lets passages overlap in brat, and takes the line that does for no link type', async () => {
    const { files, incoming } = await circle(tram)
    const [, relations] = /\[relations\]\n(.*?)\n\n/s.exec(String(files['annotation.conf']))!
    expect(relations!.split('\n').at(-1)).toBe('<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>')
    expect(incoming.linkTypes).toHaveLength(tram.linkTypes.length)
  })

  it('has nothing in its configuration that brat takes for a macro', async () => {
    const [claim, ...others] = tram.tags
    const attributes = [
      { name: '<age>', kind: 'choice' as const, values: ['<5', '5-10', '>10'], required: false },
    ]
    const tags = [{ ...claim!, name: '<unclear> & 5 < 6', attributes }, ...others]
    const annotations = tram.annotations.map((one) => ({ ...one, attributes: new Map([['<age>', '<5']]) }))
    const { files, incoming } = await circle({ ...tram, tags, annotations })
    const known = /<(?:ENTITY|REL-TYPE|OVERLAP|OVL-TYPE|ANY)>/g
    for (const conf of [files['annotation.conf'], files['visual.conf']]) {
      expect(String(conf).replace(known, '')).not.toMatch(/<.*>/)
    }
    expect(String(files['annotation.conf'])).toContain('Value:‹5|5-10|>10')
    expect(String(files['Ada/Statement.ann'])).toMatch(/^A1\tage T1 ‹5$/m)
    expect(incoming.tags.map(({ name }) => name)).toContain('‹unclear> & 5 < 6')
  })

  it('has an annotation for each event, also for several of the same words', async () => {
    const ann =
      'T1\tRain 0 4\tRain\nT2\tFall 5 10\tfalls\nE1\tFall:T2 Theme:T1\nE2\tFall:T2\nR1\tBefore Arg1:E1 Arg2:E2\n'
    const files = { 'd.txt': 'Rain falls.\n', 'd.ann': `${ann}A1\tNegated E2\n#1\tAnnotatorNotes E1\tNow\n` }
    const { annotations, links, leftOut } = await bratReader.read(sourceFiles('d', files), reading)
    expect(annotations.map(({ id, note, attributes }) => [id, note, [...attributes]])).toEqual([
      ['d#T1', '', []],
      ['d#T2', 'Now', []],
      ['d#E2', '', [['Negated', true]]],
    ])
    expect(links.map(({ linkType, source, target }) => [linkType, source, target])).toEqual([
      ['Before', { annotation: 'd#T2' }, { annotation: 'd#E2' }],
      ['Theme', { annotation: 'd#T2' }, { annotation: 'd#T1' }],
    ])
    expect(leftOut).toEqual([])
  })

  it('reads the files of a shared task together, and what brat has joined of them instead', async () => {
    const parts = {
      'd.txt': 'Rain falls.\n',
      'd.a1': 'T1\tRain 0 4\tRain\n',
      'd.a2': 'T2\tFall 5 10\tfalls\nE1\tFall:T2 Theme:T1\nT3\tGone 5 99\tsnow\n',
    }
    const read = (files: Record<string, string>) => bratReader.read(sourceFiles('d', files), reading)
    const { annotations, links, leftOut, doubts } = await read(parts)
    expect(annotations.map(({ id }) => id)).toEqual(['d#T1', 'd#T2', 'd#T3'])
    expect(links).toMatchObject([{ source: { annotation: 'd#T2' }, target: { annotation: 'd#T1' } }])
    expect(leftOut).toEqual([])
    expect(doubts).toMatchObject([{ where: 'd.a2, line 3' }])
    const joined = await read({ ...parts, 'd.ann': 'T1\tRain 0 4\tRain\n' })
    expect(joined.annotations).toHaveLength(1)
    expect(brat.endings).toEqual(expect.arrayContaining(['a1', 'a2']))
  })

  it('finds texts that lie in a folder of their own', async () => {
    const files = {
      'ann/d.ann': 'T1\tRain 0 4\tRain\n',
      'ann/e.ann': '',
      'text/d.txt': 'Rain',
      'text/e.txt': 'Sun',
    }
    const { annotations, documents } = await bratReader.read(sourceFiles('p', files), reading)
    expect(annotations).toMatchObject([{ quote: ['Rain'], spans: [{ start: 0, end: 4 }] }])
    expect(documents.map(({ text }) => text?.text)).toEqual(['Rain', 'Sun'])
  })

  it('takes for link types the roles that an event has given to something, and all relations', async () => {
    const conf = '[events]\nFall Theme:Rain, Cause:Rain\n[relations]\nBefore Arg1:Fall, Arg2:Fall\n'
    const ann = 'T1\tRain 0 4\tRain\nT2\tFall 5 10\tfalls\nE1\tFall:T2 Theme:T1\n'
    const files = { 'annotation.conf': conf, 'd.txt': 'Rain falls.', 'd.ann': ann }
    const { linkTypes, leftOut } = await bratReader.read(sourceFiles('d', files), reading)
    expect(linkTypes.map(({ name }) => name)).toEqual(['Theme', 'Before'])
    expect(leftOut).toEqual([])
  })

  it('leaves out types that nothing has, but for those above others and where nothing is annotated', async () => {
    const conf = '[entities]\nMove\n\tAttack\n\t\tRebuttal\n\tSupport\nPerson\n'
    const read = (ann: string) =>
      bratReader.read(
        sourceFiles('corpus', { 'annotation.conf': conf, 'd.txt': 'Rain', 'd.ann': ann }),
        reading,
      )
    const used = await read('T1\tRebuttal 0 4\tRain\n')
    expect(used.tags.map(({ name, parent }) => [name, parent])).toEqual([
      ['Move', null],
      ['Attack', 'Move'],
      ['Rebuttal', 'Attack'],
    ])
    expect(used.leftOut).toEqual([{ what: 'types of annotation.conf that nothing has', count: 2 }])
    expect((await read('')).tags).toHaveLength(5)
  })

  it('reads the configuration of each project in the folder, the one nearest to the top first', async () => {
    const files = {
      'bio/annotation.conf': '[entities]\nProtein\n\tEnzyme\n[attributes]\nSure Arg:Enzyme, Value:low|high\n',
      'bio/visual.conf': '[labels]\nEnzyme | Catalyst\n[drawing]\nEnzyme bgColor:#00ff00\n',
      'bio/a.txt': 'Rain',
      'bio/a.ann': 'T1\tEnzyme 0 4\tRain\n',
      'news/annotation.conf':
        '[entities]\nPerson\n\tMayor\nEnzyme\n[relations]\nPeer Arg1:Mayor, Arg2:Mayor, <REL-TYPE>:symmetric\n',
      'news/b.txt': 'Sun and moon',
      'news/b.ann': 'T1\tMayor 0 3\tSun\nT2\tMayor 8 12\tmoon\nR1\tPeer Arg1:T1 Arg2:T2\n',
      'deep/down/annotation.conf': '[entities]\nPerson\nOther\n\tMayor\n',
    }
    const { tags, linkTypes } = await bratReader.read(sourceFiles('corpus', files), reading)
    expect(tags.map(({ id, name, parent, color }) => [id, name, parent, color])).toEqual([
      ['Protein', 'Protein', null, ''],
      ['Enzyme', 'Catalyst', 'Protein', '#00ff00'],
      ['Person', 'Person', null, ''],
      ['Mayor', 'Mayor', 'Person', ''],
    ])
    expect(tags[1]!.attributes).toMatchObject([{ name: 'Sure', values: ['low', 'high'] }])
    expect(linkTypes).toMatchObject([{ name: 'Peer', symmetric: true }])
  })

  it('takes no rule of the configuration for a link type, and equivalence for a symmetric one', async () => {
    const conf =
      '[relations]\nEquiv Arg1:A, Arg2:A\nENTITY-NESTING Arg1:A, Arg2:B\n<OVERLAP> Arg1:A, Arg2:B\n'
    const files = { 'annotation.conf': conf, 'd.txt': 'Rain', 'd.ann': 'T1\tA 0 4\tRain\n' }
    const { linkTypes } = await bratReader.read(sourceFiles('d', files), reading)
    expect(linkTypes.map(({ name, symmetric }) => [name, symmetric])).toEqual([['Equiv', true]])
  })

  it.each(['__proto__', '_', 'a_b'])('keeps the value %j of an attribute as it is', (value) => {
    expect(toValue(value)).toBe(value)
  })

  it('writes again what it has read, byte for byte, whatever the project', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (one) => {
        const { files, incoming } = await circle(one)
        expect((await written(bratWriter, datasetOf(incoming))).content).toEqual(files)
        expect(incoming.leftOut).toEqual([])
        expect(incoming.doubts).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

const corpus = corpusPath('formats/brat')

describe.skipIf(!existsSync(corpus))('the corpus of brat', () => {
  const unusedTypes = { TDT: 3, dkpro: 0, 'tutorials/bio': 0, 'tutorials/news': 8 }
  const folders = Object.entries(unusedTypes).filter(([name]) => existsSync(join(corpus, name)))

  it.each(folders)('reads %s whole, but for %i types that nothing has', async (folder, unused) => {
    const names = readdirSync(join(corpus, folder))
    const source = Object.fromEntries(names.map((name) => [name, readFileSync(join(corpus, folder, name))]))
    const { annotations, documents, doubts, leftOut } = await bratReader.read(
      sourceFiles(folder, source),
      reading,
    )
    const sheets = names.filter((name) => name.endsWith('.ann'))
    expect(documents).toHaveLength(sheets.length)
    expect(annotations.length).toBeGreaterThan(10)
    for (const { spans, quote, document } of annotations) {
      const { text } = documents.find(({ id }) => id === document)!.text!
      expect(spans!.map(({ start, end }) => text.slice(start, end))).toEqual(quote)
    }
    expect(doubts).toEqual([])
    expect(leftOut).toEqual(
      unused === 0 ? [] : [{ what: 'types of annotation.conf that nothing has', count: unused }],
    )
  })
})

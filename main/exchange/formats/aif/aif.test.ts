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
import { aifReader } from './reader.ts'
import { aifWriter } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Aif {
  nodes: { nodeID: string; type: string; text: string; extra?: { annotation?: { spans: number[][] } } }[]
  edges: { fromID: string; toID: string }[]
}

const node = (nodeID: string | number, type: string, text = type) => ({
  nodeID,
  type,
  text,
  timestamp: '2014-04-28 15:51:38',
})
const edge = (fromID: string | number, toID: string | number) => ({
  edgeID: `${fromID}-${toID}`,
  fromID,
  toID,
})
const readGraph = (graph: unknown, kind: 'aif' | 'xaif' = 'aif') =>
  aifReader(kind).read(sourceFiles('map.json', { '': JSON.stringify(graph) }), reading)

describe('argument graphs', () => {
  it.each(['aif', 'xaif'] as const)(
    'as %s come back as they went, but for what is named as lost',
    async (kind) => {
      const [reader, writer] = [aifReader(kind), aifWriter(kind)]
      await fc.assert(
        fc.asyncProperty(dataset, async (original) => {
          const first = await written(writer, original)
          const source = sourceFiles('graph.json', first.content)
          const back = datasetOf(await reader.read(source, reading))
          expectUntouchedSame(original, back, writer.losses(original), first.readAs)
          const again = await written(writer, back)
          expect(String(again.content[''])).toBe(String(first.content['']))
        }),
        { numRuns: 40 },
      )
    },
  )

  it('have a scheme between any two propositions, and say in a field of their own where each stands', async () => {
    const { content } = await written(aifWriter('aif'), tram)
    const { nodes, edges }: Aif = JSON.parse(String(content['']))
    const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]))
    for (const { fromID, toID } of edges) expect([types.get(fromID), types.get(toID)]).not.toEqual(['I', 'I'])
    const counts = Object.groupBy(nodes, ({ type }) => type)
    expect(Object.entries(counts).map(([type, of]) => [type, of!.length])).toEqual([
      ['I', 7],
      ['MA', 2],
      ['L', 1],
      ['YA', 1],
      ['CA', 4],
    ])
    const onto = edges.filter(({ fromID, toID }) => types.get(fromID) === 'CA' && types.get(toID) === 'CA')
    expect(onto).toHaveLength(1)
    expect(
      aifWriter('aif')
        .losses(tram)
        .map(({ what }) => what),
    ).not.toContain('claims')
  })

  it.skipIf(!isInCorpus('torture'))('count code points in that field', async () => {
    const { content } = await written(aifWriter('aif'), tortureDataset())
    const { nodes }: Aif = JSON.parse(String(content['']))
    expect(nodes.map(({ extra }) => extra!.annotation!.spans)).toEqual(
      torture().spans.map(({ codePoints }) => [codePoints]),
    )
  })

  it('come in as claims and links, an attack on a scheme as a link onto a link, whatever the ids are', async () => {
    const incoming = await readGraph({
      nodes: [
        ...[node(1, 'I', 'A.'), node('2', 'I', 'B.'), node('3_x', 'I', 'C.'), node(1, 'I', 'Else.')],
        ...[node(10, 'RA'), node(11, 'CA'), node(12, 'MA'), node(13, 'TA'), node(14, 'RA')],
        ...[node(20, 'L', 'Ada : I say A'), node(21, 'YA', 'Asserting')],
      ],
      edges: [
        ...[edge('1', '10'), edge(2, 10), edge('10', '3_x'), edge('3_x', 11), edge(11, 10), edge('10', 99)],
        ...[edge(1, 12), edge(12, 2), edge(1, 2), edge(20, 21), edge(21, 1), edge(1, 14)],
      ],
    })
    expect(incoming.claims.map(({ id, statement }) => [id, statement])).toEqual([
      ['1', 'A.'],
      ['2', 'B.'],
      ['3_x', 'C.'],
    ])
    expect(incoming.links.map(({ id, linkType, source, target }) => [id, linkType, source, target])).toEqual([
      ['10', 'supports', { claim: '1' }, { claim: '3_x' }],
      ['10 #2', 'supports', { claim: '2' }, { claim: '3_x' }],
      ['11', 'undercuts', { claim: '3_x' }, { link: '10' }],
      ['12', 'restates', { claim: '1' }, { claim: '2' }],
    ])
    expect(incoming.annotations[0]).toMatchObject({
      quote: ['A.'],
      spans: null,
      claim: '1',
      speaker: 'name:Ada',
    })
    expect(incoming.documents).toMatchObject([{ text: null, knownAs: ['map'] }])
    expect(incoming.leftOut).toEqual([
      { what: 'nodes with an id that another node has', count: 1 },
      { what: 'edges to nodes that are not there', count: 1 },
      { what: 'edges between propositions without a scheme between them', count: 1 },
      { what: 'schemes without both ends', count: 1 },
      { what: 'transitions between locutions', count: 1 },
    ])
    expect(incoming.doubts).toHaveLength(1)
  })

  it('say of whom they do not know the name', async () => {
    const { annotations, leftOut } = await readGraph({
      nodes: [
        ...[
          node(1, 'I', 'A.'),
          node(2, 'L', 'A.'),
          node(3, 'YA'),
          node(4, 'I', 'B.'),
          node(5, 'L', 'Ben : B.'),
        ],
        ...[node(6, 'YA'), node(7, 'I', 'C.'), node(8, 'L', 'C.'), node(9, 'YA')],
      ],
      edges: [edge(2, 3), edge(3, 1), edge(5, 6), edge(6, 4), edge(8, 9), edge(9, 7)],
      participants: [{ participantID: 30, firstname: 'Cleo', surname: '' }],
      locutions: [2, 5, 8].map((nodeID) => ({ nodeID, personID: nodeID === 8 ? 30 : 31 })),
    })
    expect(annotations.map(({ speaker }) => speaker)).toEqual([null, 'name:Ben', 'name:Cleo'])
    expect(leftOut).toEqual([{ what: 'speakers who have no name among the participants', count: 1 }])
  })

  it('find words in the text of xAIF, by its marks first, and doubt what stands there twice', async () => {
    const { annotations, documents, doubts, leftOut } = await readGraph(
      {
        AIF: {
          nodes: [
            node(1, 'I', 'It pays.'),
            node(2, 'I', 'twice  over'),
            node(3, 'I', 'nowhere'),
            node(4, 'I', 'once'),
          ],
          edges: [],
        },
        text: {
          txt: '<p>It pays. <span class="highlighted" id="node1">It pays.</span></p>Twice over &amp; twice over<br>once',
        },
      },
      'xaif',
    )
    expect(documents[0]!.text!.text).toBe('It pays. It pays.\nTwice over & twice over\nonce')
    expect(annotations.map(({ claim, spans }) => [claim, spans])).toEqual([
      ['1', [{ start: 9, end: 17 }]],
      ['2', [{ start: 18, end: 28 }]],
      ['4', [{ start: 42, end: 46 }]],
    ])
    expect(doubts.map(({ where }) => where)).toEqual(['node 2'])
    expect(leftOut).toEqual([{ what: 'places of propositions whose words are not in the text', count: 1 }])
  })

  it('come in as OVA saved them before xAIF, and with marks of other names', async () => {
    const old = (id: number, type: string, text: string) => ({
      id,
      x: 1,
      text,
      type,
      scheme: '0',
      descriptors: {},
    })
    const graph = {
      nodes: [old(1, 'I', 'It pays.'), old(2, 'I', 'It pays'), old(3, 'RA', 'Default Inference')],
      edges: [
        { from: { id: 2 }, to: { id: 3 }, visible: true },
        { from: { id: 3 }, to: { id: 1 }, visible: true },
      ],
      participants: [],
      analysis: {
        plain_txt: 'no',
        txt: 'It pays. <span id="node1" class="highlighted">It pays.</span> <span class="highlighted" id="2">It pays</span>!',
      },
    }
    const source = sourceFiles('map.json', { '': JSON.stringify(graph) })
    expect(await aifReader('aif').recognises(source)).toBe(true)
    expect(await aifReader('xaif').recognises(source)).toBe(false)
    const { annotations, links, documents, leftOut } = await readGraph(graph)
    expect(documents[0]?.text?.text).toBe('It pays. It pays. It pays!')
    expect(annotations.map(({ spans }) => spans)).toEqual([[{ start: 9, end: 17 }], [{ start: 18, end: 25 }]])
    expect([links.length, leftOut]).toEqual([1, []])
    const diagram = { nodes: [{ id: 1, type: 'I', text: 'a' }], edges: [] }
    expect(await aifReader('aif').recognises(sourceFiles('d.json', { '': JSON.stringify(diagram) }))).toBe(
      false,
    )
  })

  it('survive circles of schemes and nonsense', async () => {
    const { links, leftOut } = await readGraph({
      nodes: [node(1, 'CA'), node(2, 'CA'), { nodeID: null, type: 7 }, 'x'],
      edges: [edge(1, 2), edge(2, 1), edge(1, 1), 3],
    })
    expect(links).toEqual([])
    expect(leftOut.length).toBeGreaterThan(0)
    await expect(readGraph([])).rejects.toThrow('“map.json” holds no argument graph.')
  })

  it('are refused before a scheme that joins many with many becomes more links than can come in', async () => {
    const sides = [0, 5_000].map((first) => Array.from({ length: 5_000 }, (_, index) => first + index))
    const graph = {
      nodes: [...sides.flat().map((id) => node(id, 'I', `Words ${id}`)), node('all', 'RA')],
      edges: [...sides[0]!.map((id) => edge(id, 'all')), ...sides[1]!.map((id) => edge('all', id))],
    }
    await expect(readGraph(graph)).rejects.toThrow(
      'Node all of “map.json” joins 5,000 nodes with 5,000 others, each with each.',
    )
  })

  it.skipIf(!isInCorpus('formats/aif'))('come in from AIFdb', async () => {
    const source = sourceFiles('6064.json', {
      '': readFileSync(corpusPath('formats/aif/6064-original.json')),
    })
    expect(await aifReader('aif').recognises(source)).toBe(true)
    expect(await aifReader('xaif').recognises(source)).toBe(false)
    const { claims, links, speakers, annotations } = await aifReader('aif').read(source, reading)
    expect(claims.length).toBeGreaterThan(8)
    expect(annotations).toHaveLength(claims.length)
    expect(links).toHaveLength(5)
    expect(speakers.map(({ name }) => name)).toContain('CL')
  })
})

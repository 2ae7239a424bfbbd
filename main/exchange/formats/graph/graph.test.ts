import { parse } from '@ts-graphviz/ast'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { elementIn, elementsIn, parseXml, textIn, type XmlElement } from '../../../xml/xml-tree.ts'
import { isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset as anyDataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { written } from '../../testing/written.ts'
import { graphAnnotations } from './dataset-graph.ts'
import { dot, graphml } from './graph.ts'

vi.setConfig({ testTimeout: 60_000 })

const write = async (format: typeof dot, data: typeof tram): Promise<string> =>
  Buffer.from((await written(format.writer!, data)).content['']!).toString()

/** Nodes and edges with what is said of them, by another reader than any of ours writes for. */
function read(xml: string) {
  const root = parseXml(xml, { prefixes: { 'http://graphml.graphdrawing.org/xmlns': '' } })
  const keys = new Set(elementsIn(root, 'key').map(({ attributes }) => attributes.get('id')))
  const graph = elementIn(root, 'graph')!
  const thing = (element: XmlElement) => ({
    ...Object.fromEntries(element.attributes),
    ...Object.fromEntries(
      elementsIn(element, 'data').map((data) => {
        expect(keys.has(data.attributes.get('key'))).toBe(true)
        return [data.attributes.get('key')!, textIn(data)]
      }),
    ),
  })
  return {
    nodes: elementsIn(graph, 'node').map(thing) as Record<string, string>[],
    edges: elementsIn(graph, 'edge').map(thing) as Record<string, string>[],
  }
}

test('GraphML says who says what against what, an undercut through a node of its own', async () => {
  const { nodes, edges } = read(await write(graphml, tram))
  const byUid = new Map(nodes.map((node) => [node.uid, node]))
  expect(byUid.get('pays')).toBeDefined()
  expect(
    nodes.find(({ kind, text }) => kind === 'passage' && text === 'The tram line pays for itself'),
  ).toMatchObject({
    speaker: 'City council',
    document: 'Statement',
    date: '2021-05-05',
    tag: 'Claim',
    annotator: 'Ada',
  })
  const l1 = nodes.find(({ kind, uid }) => kind === 'link' && uid === 'l1')!
  expect(l1).toMatchObject({ type: 'rebuts', stance: 'against' })
  const undercut = edges.find(({ uid }) => uid === 'l2')!
  expect(undercut).toMatchObject({ target: l1.id, type: 'undercuts', symmetric: 'false' })
  expect(edges.filter(({ uid }) => uid === 'l1').map(({ part }) => part)).toEqual(['from', 'to'])
  expect(edges.filter(({ type }) => type === 'states').length).toBe(
    tram.annotations.filter(({ claim }) => claim !== null).length,
  )
})

test('every claim, linked passage and link of any project is there, in both, with ends that exist', async () => {
  await fc.assert(
    fc.asyncProperty(anyDataset, async (data) => {
      const ended = new Set(
        data.links.flatMap(({ source, target }) =>
          [source, target].flatMap((end) => ('link' in end ? [end.link] : [])),
        ),
      )
      const stated = data.annotations.filter(({ claim }) => claim !== null).length
      const nodeCount = data.claims.length + graphAnnotations(data).length + ended.size
      const edgeCount = data.links.length + ended.size + stated
      const { nodes, edges } = read(await write(graphml, data))
      expect([nodes.length, edges.length]).toEqual([nodeCount, edgeCount])
      const ids = new Set(nodes.map(({ id }) => id))
      expect(ids.size).toBe(nodeCount)
      for (const { source, target } of edges)
        expect([ids.has(source!), ids.has(target!)]).toEqual([true, true])

      const graph = parse(await write(dot, data)).children.find((child) => child.type === 'Graph')!
      const drawn = graph.children.filter((child) => child.type === 'Node').map(({ id }) => id.value)
      expect([drawn.length, new Set(drawn)]).toEqual([nodeCount, ids])
      expect(graph.children.filter((child) => child.type === 'Edge').length).toBe(edgeCount)
    }),
    { numRuns: 60 },
  )
})

test.skipIf(!isInCorpus('torture'))(
  'has the words of the torture text, whatever stands in them',
  async () => {
    const { text, spans } = torture()
    const alone = tortureDataset()
    const links = spans.slice(1).map(({ name }, at) => ({
      ...tram.links.find(({ id }) => id === 'l1')!,
      ...{ id: `to ${name}`, annotator: 'ada', source: { annotation: name } },
      target: { annotation: spans[at]!.name },
    }))
    const data = { ...alone, linkTypes: tram.linkTypes, links }
    const words = spans.map(({ utf16 }) => text.slice(...utf16))
    const { nodes, edges } = read(await write(graphml, data))
    // No XML holds a vertical tab.
    const inXml = words.map((one) => one.replaceAll('\v', '\ufffd'))
    expect(nodes.map(({ text }) => text).sort()).toEqual(inXml.sort())
    expect(edges).toHaveLength(links.length)

    const graph = parse(await write(dot, data)).children.find((child) => child.type === 'Graph')!
    const labels = graph.children.flatMap((child) =>
      child.type === 'Node'
        ? child.children.flatMap((one) =>
            one.type === 'Attribute' && one.key.value === 'label' && typeof one.value === 'object'
              ? [one.value.value]
              : [],
          )
        : [],
    )
    // The lines of a label end as \n.
    const inDot = words.map((one) =>
      one.replace(/[\u0085\u2028]|\s*\v\s*/g, (sign) => (sign === '\v' ? sign : '\\n')),
    )
    expect(labels.sort()).toEqual(inDot.sort())
  },
)

/** Graphviz (lib/cgraph/scan.l) reads what stands between two backslashes of a string in one piece of 16,384 bytes. */
test('breaks words that are longer than Graphviz reads in one piece, and no sign', async () => {
  const statement = `a "${'\\😀'.repeat(9000)}" ${'論'.repeat(20_000)}${' word'.repeat(9000)}`
  const file = await write(dot, { ...tram, claims: tram.claims.map((claim) => ({ ...claim, statement })) })
  const broken = file.slice(file.indexOf('label="') + 7).split('", mentions=')[0]!
  for (const part of broken.split('\\')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(16_384)
  expect(broken.replaceAll('\\\n', '').replace(/\\(["\\])/g, '$1')).toBe(statement)
})

test('says what a graph cannot hold', () => {
  const losses = graphml.writer!.losses(tram).map(({ what }) => what)
  expect(losses).toContain('where passages stand')
  expect(losses).not.toContain('links')
  expect(losses).not.toContain('who is speaking')
})

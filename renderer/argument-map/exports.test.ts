import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { parse } from '@ts-graphviz/ast'
import ELK from 'elkjs/lib/elk.bundled.js'
import { expect, test } from 'vitest'
import { asDrawing, asElkGraph } from './as-elk-graph.ts'
import { asDot, asGraphml } from './as-graph.ts'
import { asSvg } from './svg.ts'
import { largeMap, nodeSaying, smallMap, types } from './testing/maps.ts'

const awkward = {
  ...smallMap,
  nodes: [
    ...smallMap.nodes,
    nodeSaying(9, 'Quote " backslash \\ end\\" ]]> <b>&amp; \u0000 \ud800 — 世界 مرحبا'),
  ],
}
const elements = ({ children }: XmlElement) =>
  children.filter((child) => child.type === 'element') as XmlElement[]

test.each([
  ['a small map', smallMap],
  ['awkward words', awkward],
  ['200 nodes', largeMap(200)],
])('GraphML keeps to the rules of its schema: %s', (_, map) => {
  const { root } = parseXml(asGraphml(map, types, 'Map & more'))
  expect(root!.name).toBe('graphml')
  expect(root!.attributes.xmlns).toBe('http://graphml.graphdrawing.org/xmlns')
  // graphml: desc?, key*, then graph or data.
  const parts = elements(root!)
  expect(parts.map(({ name }) => name)).toEqual([...Array(parts.length - 1).fill('key'), 'graph'])
  const declared = new Map(parts.slice(0, -1).map(({ attributes }) => [attributes.id!, attributes]))
  for (const key of declared.values()) {
    expect(['all', 'graph', 'node', 'edge', 'hyperedge', 'port', 'endpoint']).toContain(key.for)
    expect(['boolean', 'int', 'long', 'float', 'double', 'string']).toContain(key['attr.type'])
  }
  const graph = parts.at(-1)!
  expect(['directed', 'undirected']).toContain(graph.attributes.edgedefault)
  const [desc, ...things] = elements(graph)
  expect(desc!.name).toBe('desc')
  const ids = things.map(({ attributes }) => attributes.id!)
  expect(new Set([...ids, ...declared.keys(), graph.attributes.id]).size).toBe(ids.length + declared.size + 1)
  for (const id of ids) expect(id).toMatch(/^[\w.-]+$/)
  const nodes = new Set(things.filter(({ name }) => name === 'node').map(({ attributes }) => attributes.id))
  for (const thing of things) {
    expect(['node', 'edge']).toContain(thing.name)
    const allowed = thing.name === 'node' ? ['id'] : ['id', 'source', 'target']
    expect(Object.keys(thing.attributes)).toEqual(allowed)
    if (thing.name === 'edge')
      expect([nodes.has(thing.attributes.source!), nodes.has(thing.attributes.target!)]).toEqual([true, true])
    const data = elements(thing)
    expect(new Set(data.map(({ attributes }) => attributes.key)).size).toBe(data.length)
    for (const { name, attributes, text } of data) {
      const key = declared.get(attributes.key!)!
      expect([name, key.for === 'all' || key.for === thing.name]).toEqual(['data', true])
      if (key['attr.type'] === 'boolean') expect(text).toMatch(/^(true|false)$/)
      if (key['attr.type'] === 'int') expect(text).toMatch(/^\d+$/)
    }
  }
  expect(nodes.size).toBeGreaterThan(map.nodes.length - 1)
})

test.each([
  ['a small map', smallMap],
  ['awkward words', awkward],
  ['200 nodes', largeMap(200)],
])('DOT is read by another reader, with every word and every end: %s', (_, map) => {
  const { children } = parse(asDot(map, types, 'Map "quoted"'))
  const graph = children.find((child) => child.type === 'Graph')!
  const nodes = graph.children.filter((child) => child.type === 'Node')
  const edges = graph.children.filter((child) => child.type === 'Edge')
  const ids = new Set(nodes.map(({ id }) => id.value))
  for (const { key } of map.nodes) expect(ids.has(key)).toBe(true)
  for (const { targets } of edges)
    for (const target of targets) expect('id' in target && ids.has(target.id.value)).toBe(true)
  expect(edges.length).toBe(map.links.length + ids.size - map.nodes.length)
})

test('SVG stands by itself: well-formed, its words as text, nothing from elsewhere', async () => {
  const measure = (words: string) => words.length * 7
  const drawing = asDrawing(
    await new ELK().layout(asElkGraph(awkward, types, measure)),
    awkward,
    types,
    measure,
  )
  const svg = asSvg(drawing, 'A <map>')
  const { root } = parseXml(svg)
  expect(root!.name).toBe('svg')
  expect(root!.text).toContain('The tram “pays” for itself & its <rails>.')
  expect(svg).not.toMatch(/<script|<style|<image|href|url\(|foreignObject| on\w+=/)
  expect(svg).toContain('undercuts')
})

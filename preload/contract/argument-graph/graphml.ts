import { escaped } from './escaped.ts'
import { type ArgumentGraph, type Fact, type Facts, facts, type GraphLink } from './graph.ts'

/**
 * A graph as GraphML, line after line. A link that another one ends at is a node of the kind `link`, with an edge from
 * its source (`part` is `from`) and an edge to its target (`part` is `to`). `said`: the facts that may occur.
 */
export function* graphmlLines(
  { title, nodes, links }: ArgumentGraph,
  said: readonly Fact[],
): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  for (const name of said) {
    const [of, type] = facts[name]
    yield `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`
  }
  yield '  <graph id="map" edgedefault="directed">\n'
  yield `    <desc>${escaped(title)}</desc>\n`
  for (const { id, kind, facts } of nodes) yield element('node', { id }, { kind, ...facts })
  // A node may stand behind the edges that name it.
  for (const link of links) yield edgesOf(link)
  yield '  </graph>\n</graphml>\n'
}

function edgesOf({ id, source, target, hasDot, symmetric, facts }: GraphLink): string {
  const own = { ...facts, symmetric }
  if (!hasDot) return element('edge', { id: `${id}-edge`, source, target }, own)
  return (
    element('node', { id }, { kind: 'link', ...facts }) +
    element('edge', { id: `${id}-from`, source, target: id }, { ...own, part: 'from' }) +
    element('edge', { id: `${id}-to`, source: id, target }, { ...own, part: 'to' })
  )
}

function element(name: 'node' | 'edge', attributes: Record<string, string>, data: Facts): string {
  const head = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
  const body = Object.entries(data).flatMap(([key, value]) =>
    value === '' ? [] : `      <data key="${key}">${escaped(String(value))}</data>\n`,
  )
  return `    <${name}${head.join('')}>\n${body.join('')}    </${name}>\n`
}

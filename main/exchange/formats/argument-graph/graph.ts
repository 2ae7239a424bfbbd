import { Failure } from '../../../../preload/contract/failure.ts'
import { elementsIn, parseXml, textIn, type XmlElement } from '../../../xml/xml-tree.ts'

/** One text with its argument, as a file says it. Ids are the file’s own. */
export interface Graph {
  id: string
  metadata: ReadonlyMap<string, string>
  /** Elementary units, in the order of the text. */
  segments: { id: string; text: string }[]
  /** What argues: `pro` or `opp`. */
  units: { id: string; side: string }[]
  edges: Edge[]
}

export interface Edge {
  id: string
  type: string
  source: string
  target: string
}

/** Fails with `unreadable` where the root is another one or an element lacks what it needs. */
export function readGraph(bytes: Uint8Array, called: string): Graph {
  const root = parseXml(bytes, { called })
  if (root.name !== 'arggraph') {
    throw new Failure('unreadable', `${called} is no argument graph: it begins with <${root.name}>.`)
  }
  const needed = (element: XmlElement, name: string): string => {
    const value = element.attributes.get(name)
    if (value !== undefined && value !== '') return value
    throw new Failure('unreadable', `${called}, line ${element.line}: <${element.name}> has no ${name}.`)
  }
  const seen = new Set<string>()
  const idOf = (element: XmlElement): string => {
    const id = needed(element, 'id')
    if (!seen.has(id)) return seen.add(id) && id
    throw new Failure('unreadable', `${called}, line ${element.line}: the id ${id} is there twice.`)
  }
  return {
    id: root.attributes.get('id') || called.replace(/^.*\/|\.xml$/gi, ''),
    metadata: new Map([...root.attributes].filter(([name]) => name !== 'id' && !name.startsWith('{'))),
    segments: elementsIn(root, 'edu').map((edu) => ({
      id: idOf(edu),
      // A line end inside a unit is how the file was wrapped.
      text: textIn(edu).replace(/\s+/g, ' ').trim(),
    })),
    units: elementsIn(root, 'adu').map((adu) => ({
      id: idOf(adu),
      side: adu.attributes.get('type') || 'unit',
    })),
    edges: elementsIn(root, 'edge').map((edge) => ({
      id: idOf(edge),
      type: needed(edge, 'type'),
      source: needed(edge, 'src'),
      target: needed(edge, 'trg'),
    })),
  }
}

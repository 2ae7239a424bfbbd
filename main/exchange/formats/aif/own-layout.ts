import { objectOf } from '../../foreign/json-fields.ts'
import { headOf, type JsonLine, jsonLinesByPiece } from '../../foreign/json-files.ts'
import type { ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { BareNodes } from './bare-nodes.ts'
import type { GraphFile, Node } from './graph.ts'
import { GraphBuilding, type GraphList, nodeOf, type Tells } from './graph-building.ts'
import { OwnDocuments } from './own-documents.ts'

const beginning = /^\{(?:"AIF":\{)?"nodes":\[\n\{"nodeID":[^\n]*\}\]?,\n/
const list = /^"(edges|locutions|participants)":\[(?:\],)?$/
const nothingOfOurs =
  /^(?:"schemefulfillments":\[\],|"rejoinder":\{"documents":\[\]\}\}?|,"OVA":\{"firstname":"","surname":"","url":"","nodes":\[\],"edges":\[\]\},|\}|)$/

class OtherLayout extends Error {}

const notOurs = (): never => {
  throw new OtherLayout()
}

/**
 * A graph file as we write it, with each member of its lists on a line of its own: it is gone through twice, and its
 * nodes are not held. Undefined where it is laid out in any other way, or holds no text of ours.
 */
export async function readOwnLayout(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  gathering: Tells,
): Promise<GraphFile | undefined> {
  if (!beginning.test(await headOf(source, path))) return undefined
  const told: ((to: Tells) => void)[] = []
  const tells: Tells = {
    leaveOut: (...said) => void told.push((to) => to.leaveOut(...said)),
    doubt: (...said) => void told.push((to) => to.doubt(...said)),
  }
  const bare = { nodes: new BareNodes(), otherwise: notOurs }
  const building = new GraphBuilding(tells, bare)
  const documents = new OwnDocuments(options.away)
  const layout = new Layout()
  try {
    for await (const lines of membersOf(source, path, options, layout)) {
      for (const { value } of lines) {
        const object = objectOf(value)
        if (object === undefined) throw new OtherLayout()
        if (layout.within === 'documents') documents.take(object)
        else building.take(layout.within, object)
      }
    }
  } catch (error) {
    if (error instanceof OtherLayout) return undefined
    throw error
  }
  if (!documents.isThere) return undefined
  for (const tell of told) tell(gathering)
  const wholeNodes = () => nodesAgain(source, path, options)
  return { graph: building.finish(), documents, marked: undefined, wholeNodes }
}

/** In which list the lines of a file are. */
class Layout {
  within: GraphList | 'documents' = 'nodes'

  /** What is read of a line. */
  memberIn(text: string, line: number): string {
    if (line > 1 && text.startsWith('{')) return text.replace(/(?<=\})(?:,|\],|\]\}\})$/, '')
    const found = list.exec(text)?.[1]
    if (found !== undefined) this.within = found as GraphList
    else if (text === '"rejoinder":{"documents":[') this.within = 'documents'
    else if (line > 1 && !nothingOfOurs.test(text)) throw new OtherLayout()
    return ''
  }
}

function membersOf(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  layout: Layout,
): AsyncGenerator<Iterable<JsonLine>> {
  const unmarked: SourceFiles = { ...source, pieces: () => withoutMarkedText(source.pieces(path)) }
  return jsonLinesByPiece(unmarked, path, options, (text, line) => layout.memberIn(text, line))
}

async function* nodesAgain(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
): AsyncGenerator<Iterable<Node>> {
  const layout = new Layout()
  let index = 0
  function* nodesIn(lines: Iterable<JsonLine>): Generator<Node> {
    for (const { value } of lines) {
      if (layout.within !== 'nodes') return
      yield nodeOf(objectOf(value)!, index++)
    }
  }
  for await (const lines of membersOf(source, path, options, layout)) {
    yield nodesIn(lines)
    if (layout.within !== 'nodes') return
  }
}

const marked = Buffer.from('\n"text":{"txt":"')

/** Without the line that says all texts once more, for other programs. */
async function* withoutMarkedText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array = Buffer.alloc(0)
  let isWithin = false
  for await (const piece of pieces) {
    let bytes = Buffer.concat([waiting, piece])
    waiting = Buffer.alloc(0)
    const start = isWithin ? -1 : bytes.indexOf(marked)
    if (start >= 0) {
      yield bytes.subarray(0, start + 1)
      bytes = bytes.subarray(start + 1)
      isWithin = true
    }
    if (isWithin) {
      const end = bytes.indexOf(10)
      if (end < 0) continue
      bytes = bytes.subarray(end)
      isWithin = false
    }
    const kept = Math.max(0, bytes.length - marked.length + 1)
    yield bytes.subarray(0, kept)
    waiting = bytes.subarray(kept)
  }
  yield waiting
}

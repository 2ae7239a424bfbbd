import { objectOf } from '../../foreign/json-fields.ts'
import { headOf, jsonLinesByPiece } from '../../foreign/json-files.ts'
import type { ReadingOptions, SourceFiles } from '../annotation-format.ts'
import type { GraphFile } from './graph.ts'
import { GraphBuilding, type GraphList, type Tells } from './graph-building.ts'
import { OwnDocuments } from './own-documents.ts'

const beginning = /^\{(?:"AIF":\{)?"nodes":\[\n\{"nodeID":[^\n]*\}\]?,\n/
const list = /^"(edges|locutions|participants)":\[(?:\],)?$/
const nothingOfOurs =
  /^(?:"schemefulfillments":\[\],|"rejoinder":\{"documents":\[\]\}\}?|,"OVA":\{"firstname":"","surname":"","url":"","nodes":\[\],"edges":\[\]\},|\}|)$/

class OtherLayout extends Error {}

/**
 * A graph file as we write it, with each member of its lists on a line of its own, which is not held as a whole.
 * Undefined where it is laid out in any other way, or holds no text of ours: then it is to be read as one value.
 */
export async function readOwnLayout(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  gathering: Tells,
): Promise<GraphFile | undefined> {
  if (!beginning.test(await headOf(source, path))) return undefined
  const told: ((to: Tells) => void)[] = []
  const building = new GraphBuilding({
    leaveOut: (...said) => void told.push((to) => to.leaveOut(...said)),
    doubt: (...said) => void told.push((to) => to.doubt(...said)),
  })
  const documents = new OwnDocuments(options.away)
  let within = 'nodes' as GraphList | 'documents'
  const member = (text: string, line: number): string => {
    if (line > 1 && text.startsWith('{')) return text.replace(/(?<=\})(?:,|\],|\]\}\})$/, '')
    const found = list.exec(text)?.[1]
    if (found !== undefined) within = found as GraphList
    else if (text === '"rejoinder":{"documents":[') within = 'documents'
    else if (line > 1 && !nothingOfOurs.test(text)) throw new OtherLayout()
    return ''
  }
  const unmarked: SourceFiles = { ...source, pieces: () => withoutMarkedText(source.pieces(path)) }
  try {
    for await (const lines of jsonLinesByPiece(unmarked, path, options, member)) {
      for (const { value } of lines) {
        const object = objectOf(value)
        if (object === undefined) throw new OtherLayout()
        if (within === 'documents') documents.take(object)
        else building.take(within, object)
      }
    }
  } catch (error) {
    if (error instanceof OtherLayout) return undefined
    throw error
  }
  if (!documents.isThere) return undefined
  for (const tell of told) tell(gathering)
  return { graph: building.finish(), documents, marked: undefined }
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

import { listOf, objectOf, objectsOf, textOf } from '../../foreign/json-fields.ts'
import { readJsonFile } from '../../foreign/json-files.ts'
import { hasLong, type LargeValue, largeValueOf } from '../../foreign/large-values.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import type { ReadingOptions, SourceFiles } from '../annotation-format.ts'
import type { GraphFile } from './graph.ts'
import { GraphBuilding, type GraphList, graphLists, type Tells } from './graph-building.ts'
import { OwnDocuments } from './own-documents.ts'

/** A graph file of anybody’s, its long lists member by member. Undefined where it is no object. */
export async function readGraphFile(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  tells: Tells,
): Promise<GraphFile | undefined> {
  const large = await largeValueOf(source, path, options)
  const whole = large && objectOf(large.outline)
  const [value, long] =
    whole && isInPieces(whole, large)
      ? [whole, large]
      : [objectOf(await readJsonFile(source, path)), undefined]
  return value && graphFileOf(value, long, options, tells)
}

/** Native AIF has its lists at the top, xAIF in a part of its own. */
const listsIn = (value: JsonObject): JsonObject => objectOf(value.get('AIF')) ?? value
const documentsIn = (value: JsonObject): JsonValue | undefined =>
  objectOf(value.get('rejoinder'))?.get('documents')

/** Whether what is long is no more than the lists of which each member is read by itself. */
function isInPieces(value: JsonObject, { isLong }: LargeValue): boolean {
  const parts = [...graphLists.map((list) => listsIn(value).get(list)), documentsIn(value)]
  const text = value.get('text') ?? value.get('analysis')
  const isHeld = (part: JsonValue | undefined): boolean => part === undefined || !hasLong(part, isLong)
  return parts.every(isHeld) && isHeld(text) && !(text && isLong(text))
}

/** `large` has what is missing from the value. */
async function graphFileOf(
  value: JsonObject,
  large: LargeValue | undefined,
  { away }: ReadingOptions,
  tells: Tells,
): Promise<GraphFile> {
  const building = new GraphBuilding(tells)
  const documents = new OwnDocuments(away)
  const lists = listsIn(value)
  const long = new Map<JsonValue, GraphList | 'documents'>()
  const take = (list: GraphList | 'documents', part: JsonValue | undefined): void => {
    for (const object of objectsOf(part)) {
      if (list === 'documents') documents.take(object)
      else building.take(list, object)
    }
  }
  const begin = (list: GraphList | 'documents', part: JsonValue | undefined): void => {
    if (part !== undefined && large?.isLong(part)) long.set(part, list)
    else take(list, part)
  }
  const read = async (): Promise<void> => {
    if (!large || long.size === 0) return
    for await (const portion of large.members([...long.keys()])) {
      for (const { list, value } of portion) take(long.get(list)!, value instanceof Map ? value : undefined)
    }
    long.clear()
  }
  const names = [...lists.keys()]
  const areNodesFirst = names.indexOf('nodes') < names.indexOf('edges')
  for (const list of ['nodes', 'locutions', 'participants'] as const) begin(list, lists.get(list))
  begin('documents', documentsIn(value))
  const isOnePass = areNodesFirst && large?.isLong(lists.get('edges') ?? null)
  if (!isOnePass) await read()
  begin('edges', lists.get('edges'))
  await read()
  return { graph: building.finish(), documents, marked: markedTextIn(value) }
}

/** The text of xAIF: an HTML string, alone or under `txt`; OVA had it in its `analysis` before. */
function markedTextIn(value: JsonObject): string | undefined {
  const text: JsonValue | undefined = value.get('text') ?? value.get('analysis')
  const words = typeof text === 'string' ? text : textOf(objectOf(listOf(text)[0])?.get('txt'))
  return words === undefined || words.trim() === '' ? undefined : words
}

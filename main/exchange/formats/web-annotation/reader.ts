import { objectOf, textOf } from '../../foreign/json-fields.ts'
import {
  filesWith,
  firstLinesOf,
  headOf,
  type JsonLine,
  jsonLinesByPiece,
  longListOf,
  readJsonFile,
} from '../../foreign/json-files.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonValue } from '../../json.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { type Described, type Descriptions, takeDescription } from './descriptions.ts'
import { ItemGathering } from './gather-items.ts'
import { projectIri } from './iris.ts'
import { annotationsIn, itemOf, listOfAnnotationsIn } from './item.ts'
import { KnownTexts } from './known-texts.ts'
import { iriIn } from './selectors.ts'

const endings = ['jsonld', 'json', 'jsonl']
/** Not in a string that quotes such a file: there a backslash stands before the quotation mark. */
const marks = /(?<!\\)"http:\/\/www\.w3\.org\/ns\/(?:anno|oa)\b|"@?type"\s*:\s*\[?\s*"(?:oa:)?Annotation"/

/** Annotations that are handed over together: the collector takes what waits for a whole piece of a file for lasting. */
const mostTogether = 100

/** Web annotations of any make: one, a list, a page, a collection, or one on each line. */
export const webAnnotationReader: FormatReader = {
  sharedEndings: endings,
  leavesTexts: true,
  readsFolders: true,

  async recognises(source) {
    for (const path of filesWith(source, ...endings)) {
      if (marks.test(await headOf(source, path))) return true
    }
    return false
  },

  async read(source, options) {
    const descriptions: Descriptions = { documents: new Map(), claims: new Map() }
    const texts = new KnownTexts(options.away)
    const { held } = options
    const items = new ItemGathering({ descriptions, texts, fallback: source.name, ...(held && { held }) })
    let sinceHandedOver = 0
    let project: Incoming['project'] = null
    const describe = async (described: Described): Promise<void> => {
      if ('document' in described) await takeText(source, described, texts)
      items.describe(described)
    }
    await oneByOne(filesWith(source, ...endings), options, async (path) => {
      for await (const values of valuesIn(source, path, options, listOfAnnotationsIn)) {
        for (const value of values) {
          for (const object of annotationsIn(value)) {
            const described = takeDescription(object, descriptions)
            if (described === null) items.take(itemOf(object))
            else await describe(described)
            sinceHandedOver += 1
            if (sinceHandedOver < mostTogether) continue
            options.handOver?.(items.handOver())
            sinceHandedOver = 0
          }
          project ??= projectIn(value)
        }
        options.handOver?.(items.handOver())
      }
    })
    const incoming = items.finish()
    options.handOver?.(items.handOver())
    return { ...incoming, project }
  },
}

/**
 * The values of a JSON file, or of one with a value on each line; in portions, to be gone through one by one. Where
 * all that counts in a large value stands in the list that `listIn` finds, it comes without that list, and then lists
 * of one member each.
 */
async function* valuesIn(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
  listIn: (value: JsonValue) => JsonValue[] | undefined,
): AsyncGenerator<Iterable<JsonValue>> {
  const isOurs = ourLayout.test(await firstLinesOf(source, path, 1))
  if (!isOurs && !(path || source.name).toLowerCase().endsWith('.jsonl')) {
    const long = await longListOf(source, path, options, listIn)
    if (long === undefined) return yield [await readJsonFile(source, path)]
    yield [long.outline]
    for await (const members of long.members) yield eachInList(members)
    return
  }
  const unwrapped = isOurs ? partOfCollection : undefined
  for await (const lines of jsonLinesByPiece(source, path, options, unwrapped)) yield valuesOf(lines)
}

function* eachInList(members: Iterable<JsonValue>): Generator<JsonValue> {
  for (const member of members) yield [member]
}

function* valuesOf(lines: Iterable<JsonLine>): Generator<JsonValue> {
  for (const { value } of lines) yield value
}

/** A collection as we write it has each annotation on a line of its own, so that it need not be held as a whole. */
const ourLayout = /^\{"@context":"[^"]*","id":"urn:rejoinder:project",[^\n]*"items":\[\n/

function partOfCollection(text: string, line: number): string {
  if (line === 1) return `${text}]}}`
  return text === ']}}' ? '' : text.replace(/,$/, '')
}

/** A collection that we have written is a project. */
function projectIn(value: JsonValue): Incoming['project'] {
  const object = objectOf(value)
  return iriIn(object) === projectIri ? { name: textOf(object?.get('label')) ?? '', description: '' } : null
}

async function takeText(
  source: SourceFiles,
  { document, file }: { document: string; file: string },
  texts: KnownTexts,
): Promise<void> {
  if (!source.paths.includes(file)) return
  texts.add(document, file, await source.read(file))
}

import { arrivedText } from '../../foreign/arrived-text.ts'
import { objectOf, textOf } from '../../foreign/json-fields.ts'
import { decodeUtf8, filesWith, headOf, readJsonFile, readJsonLines } from '../../foreign/json-files.ts'
import type { JsonValue } from '../../json.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { type Descriptions, takeDescription } from './descriptions.ts'
import { gatherItems, type KnownText } from './gather-items.ts'
import { projectIri } from './iris.ts'
import { annotationsIn, type Item, itemOf } from './item.ts'
import { iriIn } from './selectors.ts'

const endings = ['jsonld', 'json', 'jsonl']
const marks = /"http:\/\/www\.w3\.org\/ns\/(?:anno|oa)\b|"@?type"\s*:\s*\[?\s*"(?:oa:)?Annotation"/

/** Web annotations of any make: one, a list, a page, a collection, or one on each line. */
export const webAnnotationReader: FormatReader = {
  async recognises(source) {
    for (const path of filesWith(source, ...endings)) {
      if (marks.test(await headOf(source, path))) return true
    }
    return false
  },

  async read(source, options) {
    const descriptions: Descriptions = { documents: new Map(), claims: new Map() }
    const items: Item[] = []
    let project: Incoming['project'] = null
    for (const path of filesWith(source, ...endings)) {
      for await (const value of valuesIn(source, path, options)) {
        for (const object of annotationsIn(value)) {
          if (!takeDescription(object, descriptions)) items.push(itemOf(object))
        }
        project ??= projectIn(value)
      }
    }
    const surroundings = {
      ...{ descriptions, texts: await textsOf(source, descriptions), fallback: source.name },
    }
    return { ...gatherItems(items, surroundings), project }
  },
}

/** The values of a JSON file, or of one with a value on each line. */
export async function* valuesIn(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
): AsyncGenerator<JsonValue> {
  if (ourLayout.test(await headOf(source, path))) {
    for await (const { value } of readJsonLines(source, path, options, partOfCollection)) yield value
    return
  }
  if (!(path || source.name).toLowerCase().endsWith('.jsonl')) return yield await readJsonFile(source, path)
  for await (const { value } of readJsonLines(source, path, options)) yield value
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

async function textsOf(source: SourceFiles, { documents }: Descriptions): Promise<Map<string, KnownText>> {
  const texts = new Map<string, KnownText>()
  for (const [id, { file }] of documents) {
    if (!source.paths.includes(file)) continue
    const bytes = await source.read(file)
    const arrived = arrivedText(decodeUtf8(bytes, `“${file}”`, { isOurs: true }))
    const name = file.slice(file.lastIndexOf('/') + 1)
    texts.set(id, { arrived, source: { name, mediaType: 'text/plain', bytes } })
  }
  return texts
}

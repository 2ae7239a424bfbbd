import { arrivedText } from '../../foreign/arrived-text.ts'
import { objectOf, textOf } from '../../foreign/json-fields.ts'
import { decodeUtf8, filesWith, headOf, readJsonFile, readJsonLines } from '../../foreign/json-files.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { type Descriptions, takeDescriptions } from './descriptions.ts'
import { gatherItems, type KnownText } from './gather-items.ts'
import { projectIri } from './iris.ts'
import { annotationsIn, itemOf } from './item.ts'
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
    const objects: JsonObject[] = []
    let project: Incoming['project'] = null
    for (const path of filesWith(source, ...endings)) {
      for await (const value of valuesIn(source, path, options)) {
        objects.push(...annotationsIn(value))
        project ??= projectIn(value)
      }
    }
    const { descriptions, others } = takeDescriptions(objects)
    const surroundings = {
      ...{ descriptions, texts: await textsOf(source, descriptions), fallback: source.name },
    }
    return { ...gatherItems(others.map(itemOf), surroundings), project }
  },
}

/** The values of a JSON file, or of one with a value on each line. */
export async function* valuesIn(
  source: SourceFiles,
  path: string,
  options: ReadingOptions,
): AsyncGenerator<JsonValue> {
  if (!(path || source.name).toLowerCase().endsWith('.jsonl')) return yield await readJsonFile(source, path)
  for await (const { value } of readJsonLines(source, path, options)) yield value
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

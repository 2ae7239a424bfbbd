import { listOf, objectOf, objectsOf, offsetOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import { linesOrParts, readJsonFile } from '../../foreign/json-files.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonObject } from '../../json.ts'
import type { ReadingOptions, SourceFiles } from '../annotation-format.ts'
import type { CatmaWork } from './catma-work.ts'

const tagsetHeader = /(?:^|\/)tagsets\/([^/]+)\/header\.json$/
const tagFile = /(?:^|\/)tagsets\/([^/]+)\/(?:[^/]+\/)*([^/]+)\/propertydefs\.json$/
const documentHeader = /(?:^|\/)documents\/([^/]+)\/header\.json$/
export const annotationFile = /(?:^|\/)collections\/([^/]+)\/annotations\/[^/]+\.json$/

/** A project of CATMA 6 and later, as it lies in git: tagsets, texts and collections of annotations. */
export async function readProject(
  source: SourceFiles,
  work: CatmaWork,
  options: ReadingOptions,
): Promise<void> {
  const names = new Map<string, string>()
  const objectIn = async (path: string) => objectOf(await readJsonFile(source, path)) ?? new Map()
  for (const path of source.paths) {
    const tagset = tagsetHeader.exec(path)?.[1]
    if (tagset === undefined) continue
    const name = textOf((await objectIn(path)).get('name')) ?? tagset
    work.tag({ id: tagset, name, parent: null, color: '', properties: [] })
  }
  for (const path of source.paths) {
    const [, tagset, folder] = tagFile.exec(path) ?? []
    if (tagset !== undefined) takeTag(await objectIn(path), tagset, folder!, names, work)
  }
  for (const path of source.paths) {
    const id = documentHeader.exec(path)?.[1]
    if (id === undefined) continue
    const file = `${path.slice(0, -'header.json'.length)}${id}.txt`
    if (!source.paths.includes(file)) continue
    const header = await objectIn(path)
    const content = objectOf(header.get('gitContentInfoSet')) ?? new Map()
    const language = textOf(objectOf(header.get('gitIndexInfoSet'))?.get('locale')) ?? ''
    const facts = new Map(
      [
        ['author', textOf(content.get('author')) ?? ''],
        ['publisher', textOf(content.get('publisher')) ?? ''],
        ['description', textOf(content.get('description')) ?? ''],
        ['language', language.replace('_', '-')],
      ].filter((fact): fact is [string, string] => fact[1] !== ''),
    )
    work.text(id, textOf(content.get('title')) ?? '', facts, file, await source.read(file))
  }
  const annotations = source.paths.filter((path) => annotationFile.test(path))
  await oneByOne(annotations, options, async (path, index) => {
    options.progress(index, source.paths.length)
    for await (const values of linesOrParts(source, path, options, (value) => [value])) {
      for (const value of values) {
        for (const object of objectsOf(value)) takeAnnotation(object, names, work)
      }
    }
  })
}

function takeTag(
  tag: JsonObject,
  tagset: string,
  folder: string,
  names: Map<string, string>,
  work: CatmaWork,
): void {
  const id = textOf(tag.get('uuid')) ?? folder
  const definitions = (group: string) =>
    [...(objectOf(tag.get(group)) ?? [])].flatMap(([key, value]) => {
      const property = objectOf(value)
      const name = textOf(property?.get('name')) ?? key
      names.set(key, name)
      return property ? [{ name, values: textsOf(property.get('possibleValueList')) }] : []
    })
  const system = definitions('systemPropertyDefinitions')
  work.tag({
    id,
    name: textOf(tag.get('name')) ?? id,
    parent: textOf(tag.get('parentUuid')) || tagset,
    color: system.find(({ name }) => name === 'catma_displaycolor')?.values[0] ?? '',
    properties: definitions('userDefinedPropertyDefinitions'),
  })
}

function takeAnnotation(annotation: JsonObject, names: ReadonlyMap<string, string>, work: CatmaWork): void {
  const body = objectOf(annotation.get('body'))
  const items = objectsOf(objectOf(annotation.get('target'))?.get('items'))
  const ranges = items.flatMap((item): [number, number][] => {
    const selector = objectOf(item.get('selector'))
    const [start, end] = [offsetOf(selector?.get('start')), offsetOf(selector?.get('end'))]
    return start === undefined || end === undefined ? [] : [[start, end]]
  })
  const id = lastId(textOf(annotation.get('id')) ?? '')
  const document = textOf(items[0]?.get('source')) ?? ''
  if (id === '' || document === '' || ranges.length < items.length) {
    work.leaveOut('annotations without a place')
    return
  }
  const properties = objectOf(body?.get('properties'))
  const valuesOf = (group: string) =>
    new Map(
      [...(objectOf(properties?.get(group)) ?? [])].map(([key, value]) => [
        names.get(key) ?? key,
        listOf(value).flatMap((item) => textOf(item) ?? []),
      ]),
    )
  const system = valuesOf('system')
  work.annotation({
    ...{ id, document, ranges, tag: lastId(textOf(body?.get('tag')) ?? '') },
    author: (system.get('catma_markupauthor') ?? system.get(authorKey))?.[0] ?? '',
    created: (system.get('catma_markuptimestamp') ?? system.get(timeKey))?.[0] ?? '',
    properties: valuesOf('user'),
  })
}

/** Made of their names, so they are the same in every project. */
const authorKey = 'CATMA_AB27F1D4-303A-3622-BB2C-72C310D0C1BF'
const timeKey = 'CATMA_54A5F93F-5333-3F0D-92F7-7BD5930DB9E6'

/** Addresses end with the id, in older projects as a file’s name. */
const lastId = (address: string): string =>
  address
    .replace(/(?:\/propertydefs)?\.json$/, '')
    .split('/')
    .at(-1)!

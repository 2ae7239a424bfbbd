import type { Dataset } from '../../dataset.ts'
import { filesOf } from './columns.ts'
import { hubNameOf } from './licences.ts'
import { allShapes } from './table-shapes.ts'
import type { Terms } from './terms.ts'
import type { Counts } from './write-tables.ts'

/** The languages of the texts by their two or three letters, in order. */
export function languagesOf({ documents }: Dataset): string[] {
  const languages = documents.map(
    ({ metadata }) => (metadata.get('language') ?? '').toLowerCase().split('-')[0]!,
  )
  return [...new Set(languages)].filter((language) => /^[a-z]{2,3}$/.test(language)).sort()
}

/** By this a folder is known as one of ours. */
export const ownTag = 'made-with-rejoinder'

/** The lines that loaders read: one config for each table, from its Parquet files. */
export function frontMatter(dataset: Dataset, { licence }: Terms, counts: Counts): string {
  const languages = languagesOf(dataset)
  const hubName = hubNameOf(licence)
  const lines = [
    `pretty_name: ${yamlText(dataset.project.name)}`,
    ...list('language', languages),
    ...(licence === ''
      ? []
      : hubName
        ? [`license: ${hubName}`]
        : ['license: other', `license_name: ${yamlText(licence)}`]),
    ...list('task_categories', [
      ...(dataset.annotations.length > 0 ? ['token-classification'] : []),
      // Of the texts of a claim and what is said against it.
      ...([...(counts.get('claim_pairs')?.values() ?? [])].some(Boolean) ? ['text-classification'] : []),
    ]),
    ...list('tags', ['argument-mining', ownTag]),
    ...list('size_categories', [sizeOf(dataset.annotations.length)]),
    ...configs(counts),
  ]
  return ['---', ...lines, '---'].join('\n')
}

/** The annotations first, which come when no table is named. Loaders fail on what has no rows: it is left out. */
function configs(counts: Counts): string[] {
  const tables = allShapes
    .map((shape) => ({
      name: shape.name,
      files: filesOf(shape, 'parquet').filter(({ split }) => (counts.get(shape.name)?.get(split) ?? 0) > 0),
    }))
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name)))
  const lines = tables.flatMap(({ name, files }, at) => [
    `- config_name: ${name}`,
    ...(at === 0 ? ['  default: true'] : []),
    '  data_files:',
    ...files.flatMap(({ split, file }) => [`  - split: ${split ?? 'train'}`, `    path: ${file}`]),
  ])
  return lines.length === 0 ? [] : ['configs:', ...lines]
}

const isFirst = (name: string): boolean => name === 'annotations'

const list = (name: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${name}:`, ...items.map((item) => `- ${item === 'no' ? '"no"' : item}`)]

/** JSON is YAML but for a few characters. */
function yamlText(words: string): string {
  return JSON.stringify(words).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function sizeOf(count: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M']
  const at = [1e3, 1e4, 1e5, 1e6].findIndex((limit) => count < limit)
  if (at === 0) return 'n<1K'
  const place = at < 0 ? 4 : at
  return `${steps[place - 1]}<n<${steps[place]}`
}

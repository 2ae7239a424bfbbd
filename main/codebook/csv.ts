import { stringify } from 'csv-stringify/sync'
import { cell } from '../../preload/contract/csv-cell.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { freeColor } from '../../preload/contract/palette.ts'
import { type AttributeDefinition, Color, Role } from '../../preload/contract/tag.ts'
import type * as Data from '../exchange/dataset.ts'
import { describeAttribute, readAttribute } from './attribute-words.ts'
import { type CodebookData, type ReadCodebook, type TagField, tagFields } from './codebook-data.ts'
import { parseCsv } from './parse-csv.ts'

const columns = [
  ...['id', 'name', 'parent_id', 'parent', 'role', 'color', 'key', 'definition', 'include', 'exclude'],
  ...['examples', 'attributes'],
]

/** One tag a row; examples and attributes one a line. UTF-8 with a byte order mark and CRLF, as spreadsheets want it. */
export function writeCodebookCsv({ tags }: CodebookData): string {
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  const rows = tags.map((tag) => [
    ...[tag.id, tag.name, tag.parent, names.get(tag.parent ?? ''), tag.role, tag.color, tag.key],
    ...[tag.definition, tag.include, tag.exclude],
    tag.examples.join('\n'),
    tag.attributes.map(describeAttribute).join('\n'),
  ])
  const cells = [columns, ...rows].map((row) => row.map(cell))
  return `\ufeff${stringify(cells, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })}`
}

/** Needs a column `name`; knows the columns above, in any order, and passes over others. Fails with `unreadable`. */
export function readCodebookCsv(text: string): ReadCodebook {
  const [head = [], ...rows] = parseCsv(text)
  const at = new Map(head.map((name, index) => [name.trim().toLowerCase(), index]))
  if (!at.has('name')) {
    throw new Failure('unreadable', 'This table has no column “name”. Its first row must name the columns.')
  }
  const notes: string[] = []
  const unknown = [...at.keys()].filter(
    (name) => name !== '' && name !== 'annotations' && !columns.includes(name),
  )
  if (unknown.length > 0)
    notes.push(`Passed over, because the codebook has no such columns: ${unknown.join(', ')}.`)

  const tags: Data.Tag[] = []
  const parents: string[] = []
  for (const [index, row] of rows.entries()) {
    const value = (column: string) => withoutGuard(row[at.get(column) ?? -1] ?? '')
    const line = index + 2
    const name = value('name').trim()
    if (name === '') continue
    const given = {
      role: value('role').trim(),
      color: value('color').trim().toLowerCase(),
      key: value('key').trim(),
    }
    tags.push({
      id: value('id').trim() || `row ${line}`,
      name: name.slice(0, 200),
      role: at.has('role')
        ? known(Role.safeParse(given.role || 'none').data, line, 'role', 'none', notes)
        : 'none',
      color: known(
        Color.safeParse(given.color).data,
        given.color === '' ? 0 : line,
        'color',
        freeColor(tags),
        notes,
      ),
      key: [...given.key].length <= 1 ? given.key : known(undefined, line, 'key', '', notes),
      parent: null,
      definition: value('definition'),
      include: value('include'),
      exclude: value('exclude'),
      examples: linesOf(value('examples')),
      attributes: attributesOf(value('attributes'), line, notes),
    })
    parents.push(value('parent_id').trim() || value('parent').trim())
  }
  setParents(tags, parents, notes)
  const has = (field: TagField) =>
    field === 'name' || at.has(field) || (field === 'parent' && at.has('parent_id'))
  return {
    tags,
    linkTypes: [],
    fields: tagFields.filter(has),
    notes,
  }
}

/** By id, else by the name of an earlier or later row. */
function setParents(tags: Data.Tag[], parents: readonly string[], notes: string[]): void {
  const ids = new Set(tags.map(({ id }) => id))
  for (const [index, tag] of tags.entries()) {
    const words = parents[index]
    if (!words) continue
    const parent = ids.has(words) ? words : tags.find(({ name }) => name === words)?.id
    if (parent === undefined) notes.push(`“${tag.name}” comes to stand under no tag: there is no “${words}”.`)
    else tag.parent = parent
  }
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  for (const tag of tags) {
    const seen = new Set<string>()
    for (let id: string | null = tag.id; id !== null; id = byId.get(id)?.parent ?? null) {
      if (seen.has(id)) {
        notes.push(`“${tag.name}” stood under itself and comes to stand under no tag.`)
        tag.parent = null
        break
      }
      seen.add(id)
    }
  }
}

function known<T>(value: T | undefined, line: number, column: string, instead: T, notes: string[]): T {
  if (value !== undefined) return value
  if (line > 0) notes.push(`Row ${line}: the ${column} cannot be used, so it is left out.`)
  return instead
}

function attributesOf(words: string, line: number, notes: string[]): AttributeDefinition[] {
  return linesOf(words).flatMap((one) => {
    const attribute = readAttribute(one)
    if (!attribute) notes.push(`Row ${line}: the attribute “${one}” cannot be understood and is left out.`)
    return attribute ?? []
  })
}

const linesOf = (words: string): string[] =>
  words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Takes away the apostrophe that keeps a spreadsheet from running a cell. */
const withoutGuard = (words: string): string =>
  /^'+[=+\-@\t\r\n＝＋－＠]/.test(words) ? words.slice(1) : words

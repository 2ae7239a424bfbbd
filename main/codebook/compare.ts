import type { CodebookEntry, FieldDifference } from '../../preload/contract/codebook.ts'
import type * as Data from '../exchange/dataset.ts'
import { describeAttribute } from './attribute-words.ts'
import { type CodebookData, pathOf, type ReadCodebook, type TagField } from './codebook-data.ts'

/** What there is of the things in a file, by their id in the file: known by id, else by name and place. */
export interface Matches {
  tags: ReadonlyMap<string, Data.Tag>
  linkTypes: ReadonlyMap<string, Data.LinkType>
}

export function matchesOf(mine: CodebookData, theirs: CodebookData): Matches {
  const [mineById, theirsById] = [byId(mine.tags), byId(theirs.tags)]
  const place = (tag: Data.Tag, all: ReadonlyMap<string, Data.Tag>) =>
    JSON.stringify([...pathOf(tag, all), tag.name])
  const byPlace = new Map(mine.tags.map((tag) => [place(tag, mineById), tag]))
  const taken = new Set(theirs.tags.map(({ id }) => id))
  const tags = new Map<string, Data.Tag>()
  for (const tag of theirs.tags) {
    const there = mineById.get(tag.id) ?? byPlace.get(place(tag, theirsById))
    // One that another entry of the file is by its id is not also this one by its name.
    if (there && (there.id === tag.id || !taken.has(there.id))) tags.set(tag.id, there)
  }
  const typesById = byId(mine.linkTypes)
  const linkTypes = new Map<string, Data.LinkType>()
  for (const type of theirs.linkTypes) {
    const there = typesById.get(type.id) ?? mine.linkTypes.find(({ name }) => name === type.name)
    if (there) linkTypes.set(type.id, there)
  }
  return { tags, linkTypes }
}

/** Each entry of a file beside what there is, in the order of the file. */
export function compareCodebooks(mine: CodebookData, theirs: ReadCodebook): CodebookEntry[] {
  const matches = matchesOf(mine, theirs)
  const [mineById, theirsById] = [byId(mine.tags), byId(theirs.tags)]
  const entry = (
    kind: CodebookEntry['kind'],
    { id, name }: { id: string; name: string },
    path: string[],
    differences: FieldDifference[] | undefined,
  ): CodebookEntry => {
    const status = differences === undefined ? 'new' : differences.length > 0 ? 'differing' : 'same'
    return { kind, id, name, path, status, differences: differences ?? [] }
  }
  return [
    ...theirs.tags.map((tag) => {
      const there = matches.tags.get(tag.id)
      const differences = there && tagDifferences(there, tag, theirs.fields, mineById, theirsById)
      return entry('tag', tag, pathOf(tag, theirsById), differences)
    }),
    ...theirs.linkTypes.map((type) => {
      const there = matches.linkTypes.get(type.id)
      return entry('link-type', type, [], there && differencesOf(typeFields, there, type))
    }),
  ]
}

type Words<T> = readonly (readonly [field: string, words: (thing: T) => string])[]

function tagDifferences(
  mine: Data.Tag,
  theirs: Data.Tag,
  fields: readonly TagField[],
  mineById: ReadonlyMap<string, Data.Tag>,
  theirsById: ReadonlyMap<string, Data.Tag>,
): FieldDifference[] {
  const differences = differencesOf(
    tagWords.filter(([field]) => fields.includes(field)).map(([, label, words]) => [label, words] as const),
    mine,
    theirs,
  )
  if (!fields.includes('parent')) return differences
  const above = {
    mine: mineById.get(mine.parent ?? '')?.name ?? '',
    theirs: theirsById.get(theirs.parent ?? '')?.name ?? '',
  }
  return above.mine === above.theirs ? differences : [...differences, { field: 'Stands under', ...above }]
}

function differencesOf<T>(fields: Words<T>, mine: T, theirs: T): FieldDifference[] {
  return fields
    .map(([field, words]) => ({ field, mine: words(mine), theirs: words(theirs) }))
    .filter((difference) => difference.mine.trim() !== difference.theirs.trim())
}

const tagWords: readonly (readonly [TagField, string, (tag: Data.Tag) => string])[] = [
  ['name', 'Name', ({ name }) => name],
  ['role', 'Role', ({ role }) => role],
  ['color', 'Colour', ({ color }) => color],
  ['key', 'Key', ({ key }) => key],
  ['definition', 'Definition', ({ definition }) => definition],
  ['include', 'Use when', ({ include }) => include],
  ['exclude', 'Not when', ({ exclude }) => exclude],
  ['examples', 'Examples', ({ examples }) => examples.join('\n')],
  ['attributes', 'Attributes', ({ attributes }) => attributes.map(describeAttribute).join('\n')],
]

const typeFields: Words<Data.LinkType> = [
  ['Name', ({ name }) => name],
  ['Colour', ({ color }) => color],
  ['Symmetric', ({ symmetric }) => (symmetric ? 'yes' : 'no')],
  ['May begin at', ({ sourceRoles }) => sourceRoles.join(', ') || 'any tag'],
  ['May end at', ({ targetRoles }) => targetRoles.join(', ') || 'any tag'],
]

function byId<T extends { id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

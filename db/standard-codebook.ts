import { type LinkType, standardLinkTypes } from '../preload/contract/link-type.ts'
import type { Tag } from '../preload/contract/tag.ts'
import type { Repositories } from './repositories/index.ts'
import type { NewLinkType } from './repositories/link-types.ts'
import type { NewTag } from './repositories/tags.ts'

const tag = (uid: string, name: string, role: Tag['role'], color: string, key: string): NewTag => ({
  ...{ uid, name, role, color, key },
  parentId: null,
  definition: '',
  include: '',
  exclude: '',
  examples: [],
  attributes: [],
})

/** The tags every new project starts with; like the standard link types they have the same uid in every project. */
export const standardTags: readonly NewTag[] = [
  tag('claim', 'Claim', 'claim', '#2563eb', '1'),
  tag('rebuttal', 'Rebuttal', 'rebuttal', '#c1272d', '2'),
  tag('premise', 'Premise', 'premise', '#00906b', '3'),
]

const linkTypes: readonly NewLinkType[] = standardLinkTypes.map((type) => ({
  ...type,
  sourceRoles: [...type.sourceRoles],
  targetRoles: [...type.targetRoles],
}))

export function insertStandardCodebook(repositories: Repositories): void {
  for (const tag of standardTags) repositories.tags.insert(tag)
  for (const type of linkTypes) repositories.linkTypes.insert(type)
}

/**
 * Whether nobody has worked in this project yet: it holds nothing but the codebook it was made with, standard or
 * empty. A dataset that comes into such a project becomes all of it.
 */
export function isUntouched(repositories: Repositories): boolean {
  const { documents, annotators, speakers, claims, links, memos } = repositories
  const isEmpty = [annotators, speakers, claims, links, memos].every((noun) => noun.list().length === 0)
  return documents.count() === 0 && isEmpty && hasCodebookItWasMadeWith(repositories)
}

function hasCodebookItWasMadeWith({ tags, linkTypes: types }: Repositories): boolean {
  const present = JSON.stringify([tags.list().map(withoutId), types.list().map(withoutId)])
  return present === JSON.stringify([[], []]) || present === standard
}

/** The colours that the standard codebook had at first, with those it has now. */
const formerColors = new Map([
  ['#dc2626', '#c1272d'],
  ['#15803d', '#00906b'],
  ['#c2410c', '#870037'],
  ['#b45309', '#a96b00'],
  ['#be185d', '#561462'],
  ['#7c3aed', '#3b3a9e'],
  ['#0f766e', '#005a67'],
])

type Counted = 'id' | 'uses' | 'version' | 'outdated'

/** In one order of fields, so that both sides can be compared as text. */
const withoutId = (entry: Omit<Tag, Counted> | Omit<LinkType, Counted>) => {
  const counted = ['id', 'uses', 'version', 'outdated']
  return Object.entries({ ...entry, color: formerColors.get(entry.color) ?? entry.color })
    .filter(([name]) => !counted.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const standard = JSON.stringify([standardTags.map(withoutId), linkTypes.map(withoutId)])

/** Makes room for the codebook of a dataset. */
export function removeCodebook({ tags, linkTypes }: Repositories): void {
  for (const { id } of tags.list().reverse()) tags.delete(id)
  for (const { id } of linkTypes.list()) linkTypes.delete(id)
}

import { expect, it } from 'vitest'
import type { Found, Newcomer } from '../../../preload/contract/annotation-import.ts'
import { noChoices, out, withChoice } from './choices.ts'
import { planned } from './planned-sets.ts'
import { choicesAtLast, choicesForSet, sharedNewcomers } from './shared-choices.ts'

const tag = (id: string, name: string, same: string | null = null): Newcomer => ({
  ...{ id, name, same },
  ...{ uses: 1, isKnown: false },
})

const found = (...tags: Newcomer[]): Found => ({
  ...{ reading: 'reading-1', name: 'a file', format: 'brat', isWhole: false },
  counts: { documents: 1, annotations: tags.length },
  documents: { new: 1, same: 0, changed: 0, missing: 0 },
  ...{ tags, linkTypes: [], annotators: [], comparison: null, thereAlready: 0 },
  ...{ leftOut: [], unread: { refused: [], passedOver: [], otherFormats: [] }, doubts: [], beside: [] },
})

const sets = (...all: Found[]) =>
  all.map((one, index) => planned({ path: `${index}`, format: 'brat', together: [] }, one))

const nothingMade = { tags: [], linkTypes: [], annotators: [] }

it('asks once for a name that several sets have, whatever its case, and counts its uses together', () => {
  const all = sets(found(tag('a', 'Doubt'), tag('b', 'Claim', 'ours')), found(tag('c', 'doubt')))
  expect(sharedNewcomers(all, 'tags')).toMatchObject([
    { name: 'Doubt, doubt', uses: 2, same: null },
    { name: 'Claim', uses: 1, same: 'ours' },
  ])
})

it('asks twice for one name where the sets likely mean two things by it', () => {
  expect(
    sharedNewcomers(sets(found(tag('a', 'Doubt')), found(tag('b', 'Doubt', 'ours'))), 'tags'),
  ).toHaveLength(2)
})

it('gives what is chosen for a name to each set that has it, by the ids of that set', () => {
  const [first, second] = sets(found(tag('a', 'Doubt')), found(tag('c', 'doubt'), tag('d', 'Aside')))
  const [doubt, aside] = sharedNewcomers([first!, second!], 'tags')
  const shared = withChoice(withChoice(noChoices, 'tags', doubt!.id, 'ours'), 'tags', aside!.id, out)
  expect(choicesForSet(first!.found, shared)).toMatchObject({ tags: { a: 'ours' } })
  expect(choicesForSet(second!.found, shared)).toMatchObject({
    tags: { c: 'ours' },
    leaveOut: { tags: ['d'] },
  })
})

it('makes a new tag once: in the next set it is the one that was made, and no other of a like name', () => {
  const before = found(tag('c', 'doubt', 'old'))
  const shared = withChoice(noChoices, 'tags', sharedNewcomers(sets(before), 'tags')[0]!.id, '')
  const chosen = choicesForSet(before, shared)
  expect(choicesAtLast(chosen, { before, now: before }, nothingMade)).toMatchObject({ tags: { c: null } })
  const made = { ...nothingMade, tags: [{ uid: 'made', name: 'Doubt' }] }
  expect(choicesAtLast(chosen, { before, now: before }, made)).toMatchObject({ tags: { c: 'made' } })
})

it('leaves alone what has come in meanwhile by its own id', () => {
  const before = found(tag('c', 'Doubt'))
  const now = found({ ...tag('c', 'Doubt', 'c'), isKnown: true })
  expect(choicesAtLast(choicesForSet(before, noChoices), { before, now }, nothingMade).tags).toEqual({})
})

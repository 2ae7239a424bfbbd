import { expect, test } from 'vitest'
import type { Tag } from '../../../preload/contract/tag.ts'
import { looksSame, sameTags } from './same-tags.ts'

const tag = (id: number, more: Partial<Tag> = {}) =>
  ({
    id,
    name: `Tag ${id}`,
    color: '#2563eb',
    role: 'claim',
    parentId: null,
    definition: '',
    examples: ['one'],
    attributes: [{ name: 'force', kind: 'choice', values: ['weak'], required: false }],
    uses: 0,
    ...more,
  }) as Tag

test('tags that are as they were stay the same objects', () => {
  const before = [tag(1), tag(2), tag(3)]
  const after = sameTags(before, [tag(1), tag(2, { definition: 'More' }), tag(3, { examples: ['two'] })])
  expect(after.map((one, index) => one === before[index])).toEqual([true, false, false])
  expect(after.map(({ definition, examples }) => [definition, examples])).toEqual([
    ['', ['one']],
    ['More', ['one']],
    ['', ['two']],
  ])
})

test('a codebook in which nothing has changed stays the same list; one in another order does not', () => {
  const before = [tag(1), tag(2)]
  expect(sameTags(before, [tag(1), tag(2)])).toBe(before)
  expect(sameTags(before, [tag(2), tag(1)])).toEqual([tag(2), tag(1)])
  expect(sameTags(before, [tag(1)])).toEqual([tag(1)])
  expect(sameTags(before, [tag(1), tag(2), tag(3)])).toHaveLength(3)
})

test('texts show a codebook alike unless a name, a colour, a role or the order differs', () => {
  const tags = [tag(1), tag(2)]
  expect(looksSame(tags, [tag(1, { definition: 'More', uses: 7 }), tag(2)])).toBe(true)
  for (const other of [{ name: 'Other' }, { color: '#000000' }, { role: 'none' } as const])
    expect(looksSame(tags, [tag(1, other), tag(2)])).toBe(false)
  expect(looksSame(tags, [tag(2), tag(1)])).toBe(false)
  expect(looksSame(tags, [tag(1)])).toBe(false)
})

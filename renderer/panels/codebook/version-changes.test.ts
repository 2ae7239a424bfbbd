import { expect, test } from 'vitest'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { changesBetween } from './version-changes.ts'
import { wordDiff } from './word-diff.ts'

const meaning = (...attributes: AttributeDefinition[]) => ({
  name: 'Claim',
  role: 'claim' as const,
  definition: '',
  include: '',
  exclude: '',
  attributes,
})
const force = { name: 'force', kind: 'choice' as const, values: ['weak', 'strong'], required: false }
const source = { name: 'source', kind: 'text' as const, values: [], required: true }

test('each attribute changes by itself, and only what changed of it is marked', () => {
  const changes = changesBetween(meaning(force, source), meaning({ ...force, required: true }, source))
  expect(changes.map(({ field }) => field)).toEqual(['Attribute “force”'])
  expect(wordDiff(changes[0]!.from, changes[0]!.to)).toEqual([
    { kind: 'same', words: 'one of weak / strong' },
    { kind: 'new', words: ' · required' },
  ])
  const more = changesBetween(
    meaning({ ...force, required: true }),
    meaning({ ...force, values: ['weak', 'strong', 'none'], required: true }),
  )
  expect(wordDiff(more[0]!.from, more[0]!.to).filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'new', words: '/ none ' },
  ])
  expect(changesBetween(meaning(source), meaning())).toEqual([
    { field: 'Attribute “source”', from: 'words · required', to: '' },
  ])
})

import { expect, test } from 'vitest'
import { commands } from '../../../preload/contract/commands/index.ts'
import { usualPreferences } from '../../../preload/contract/preferences.ts'
import { keyGroups, narrow } from './key-groups.ts'

test('it lists every command that has a key, once', () => {
  const listed = keyGroups([], usualPreferences).flatMap(({ title, rows }) =>
    [
      'Reading',
      'List and table of documents',
      'Candidate answers',
      'Claims',
      'Work lists and searches',
    ].includes(title)
      ? []
      : rows.map(({ does }) => does),
  )
  const withKeys = Object.values(commands).filter(({ keys }) => keys.length > 0)

  expect(listed.sort()).toEqual(withKeys.map(({ title }) => title.replace('…', '')).sort())
})

test('it tells keys from names of keys', () => {
  const reading = keyGroups([], usualPreferences).find(({ title }) => title === 'Reading')!

  expect(reading.rows[0]!.keys).toEqual([{ text: 'Arrow keys', isWords: true }])
  expect(reading.rows[1]!.keys).toEqual([
    { text: 'CmdOrCtrl+Left', isWords: false },
    { text: 'CmdOrCtrl+Right', isWords: false },
  ])
})

test('it has the key that deletes a saved list or search', () => {
  const [saved, ...others] = narrow(keyGroups([], usualPreferences), 'saved list')
  expect(others).toEqual([])
  expect(saved!.rows[0]!.keys).toEqual([{ text: 'Delete', isWords: false }])
})

test('it narrows to what holds every word', () => {
  const found = narrow(keyGroups([], usualPreferences), 'next annotation').flatMap(({ rows }) =>
    rows.map(({ does }) => does),
  )

  expect(found).toContain('Next annotation')
  expect(found).not.toContain('Next document')
})

test('it leaves no group without rows', () => {
  expect(narrow(keyGroups([], usualPreferences), 'zzz')).toEqual([])
})

import { expect, test } from 'vitest'
import { languageDoubt, languageFrom, languageName, languageTags } from './languages.ts'

test('a language is meant by its tag, its name or both', () => {
  expect(['de', 'German', 'german', 'German (de)', 'PT-br', ' en '].map(languageFrom)).toEqual([
    ...['de', 'de', 'de', 'de', 'pt-BR', 'en'],
  ])
  expect(languageFrom('old speech')).toBe('old speech')
})

test('what is no language is doubted, and an empty field is not', () => {
  expect([languageDoubt(''), languageDoubt('nb'), languageDoubt('de-AT')]).toEqual(['', '', ''])
  expect(languageDoubt('xx1-!')).toContain('No known language')
  expect(languageName('sr-Cyrl')).not.toBe('')
})

test('the tags to choose from have those already used among them, by name', () => {
  const tags = languageTags(['se', 'nonsense!'])
  expect(tags.some(({ tag }) => tag === 'se')).toBe(true)
  expect(tags.some(({ tag }) => tag === 'nonsense!')).toBe(false)
  expect(tags.findIndex(({ tag }) => tag === 'de')).toBeGreaterThan(tags.findIndex(({ tag }) => tag === 'en'))
})

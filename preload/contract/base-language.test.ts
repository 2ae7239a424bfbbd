import { expect, test } from 'vitest'
import { baseLanguage } from './base-language.ts'

test('a language is what stands before the first hyphen', () => {
  expect(['de', 'DE-at', 'de_CH', 'del', ''].map(baseLanguage)).toEqual(['de', 'de', 'de', 'del', ''])
})

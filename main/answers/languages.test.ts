import { expect, test } from 'vitest'
import { guessedLanguage } from './languages.ts'
import { folded, wordPattern } from './terms.ts'

test('the language of a text is guessed by its small words', () => {
  const words = (text: string) => [...text.matchAll(wordPattern)].map(([word]) => folded(word))
  expect(guessedLanguage(words('Це не так, і про це вже говорили.'))).toBe('uk')
  expect(guessedLanguage(words('Это не так, и об этом уже говорили.'))).toBe('ru')
  expect(guessedLanguage(words('Das ist nicht so, und es wurde schon gesagt.'))).toBe('de')
  expect(guessedLanguage(words('No es así, y ya se ha dicho.'))).toBe('es')
  expect(guessedLanguage(words('Ce n’est pas vrai, et on l’a déjà dit.'))).toBe('fr')
})

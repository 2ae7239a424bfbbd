import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../sentences.ts'
import { cueFinder } from './cues.ts'
import { guessedLanguage, languages } from './languages.ts'
import { standardCues } from './standard-cues.ts'
import { folded, plainNumber, termOf, wordPattern } from './terms.ts'

test('numbers are known by their value, however their thousands are parted', () => {
  for (const written of ['12500', '12,500', '12.500', '12\u00a0500', '12’500'])
    expect(plainNumber(written)).toBe('12500')
  expect(plainNumber('12,5')).toBe('12.5')
  expect(plainNumber('12.5')).toBe('12.5')
})

test('forms of a word meet', () => {
  expect(termOf('Gartens')).toBe(termOf('Garten'))
  expect(termOf('заявление')).toBe(termOf('Заявления'))
  expect(termOf('démentie')).toBe(termOf('dementi'))
})

test('a word is the same however it is capitalised', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zà-ÿа-яїєі]{1,12}$/u), (word) => {
      expect(folded(word.toUpperCase())).toBe(folded(folded(word).toUpperCase()))
    }),
  )
})

test('sentences cover all words of a text, in order and without space at their ends', () => {
  const text = fc
    .array(
      fc.constantFrom('Dr. Novak came', 'Das stimmt nicht', '12.5 m', 'Он не был', '\n', '. ', '! ', ' '),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (text) => {
      const found = [...sentencesOf(text, 'en')]
      const cut = found.map(({ start, end }) => text.slice(start, end))
      expect(cut.every((words) => words === words.trim() && words !== '' && !words.includes('\n'))).toBe(true)
      expect(cut.join(' ').match(wordPattern) ?? []).toEqual(text.match(wordPattern) ?? [])
    }),
  )
})

test('cues are whole words, with a star for letters, and “n’t” is found in its word', () => {
  const find = cueFinder(standardCues.en.denial)
  expect(find('It did not pay, and the note says nothing.')).toEqual(['not', 'nothing'])
  expect(find("He DENIED that; they didn’t, nor didn't we.")).toEqual(['DENIED', 'didn’t', "didn't"])
  expect(cueFinder([])('not')).toEqual([])
  expect(cueFinder(['f*', '(a+'])('(a+ of it')).toEqual(['(a+'])
})

test('every standard cue finds itself', () => {
  for (const language of languages) {
    const { denial, contrast } = standardCues[language]
    for (const cue of [...denial, ...contrast]) {
      const words = cue.replaceAll('*', '')
      expect(cueFinder([cue])(` ${words}, `), cue).toHaveLength(1)
    }
  }
})

test('the language of a text is guessed by its small words', () => {
  const words = (text: string) => [...text.matchAll(wordPattern)].map(([word]) => folded(word))
  expect(guessedLanguage(words('Це не так, і про це вже говорили.'))).toBe('uk')
  expect(guessedLanguage(words('Это не так, и об этом уже говорили.'))).toBe('ru')
  expect(guessedLanguage(words('Das ist nicht so, und es wurde schon gesagt.'))).toBe('de')
  expect(guessedLanguage(words('No es así, y ya se ha dicho.'))).toBe('es')
  expect(guessedLanguage(words('Ce n’est pas vrai, et on l’a déjà dit.'))).toBe('fr')
})

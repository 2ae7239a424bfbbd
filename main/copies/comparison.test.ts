import { describe, expect, test } from 'vitest'
import { compared } from './comparison.ts'
import { innerOfQuotes } from './quotation-marks.ts'

const denials = (words: string) => words.match(/\b(?:not|never|no|nicht)\b/gi) ?? []
const compare = (source: string, other: string) =>
  compared({ words: source, denials }, { words: other, denials })
const told = (source: string, other: string) => {
  const { verdict, signs } = compare(source, other)
  return [verdict, ...signs]
}
const shown = (source: string, other: string) =>
  compare(source, other)
    .parts.map(
      ({ kind, words, sign }) =>
        `${{ same: '', gone: '-', new: '+', around: '~' }[kind]}${sign ? '!' : ''}${words}`,
    )
    .join('|')

const statement = 'The tram pays for itself within nine years, and no garden will be lost in 2027.'

describe('a wording against another is', () => {
  test.each([
    [
      'verbatim, whatever its case and marks',
      'THE TRAM pays for itself – within nine years; and no garden will be lost in 2027!',
      ['verbatim'],
    ],
    ['a part of it', 'The tram pays for itself within nine years', ['part']],
    ['shortened inside', 'The tram pays for itself, and no garden will be lost in 2027.', ['shortened']],
    [
      'shortened, with the denial left out',
      'The tram pays for itself within nine years, and garden will be lost in 2027.',
      ['shortened', 'denial'],
    ],
    [
      'changed',
      'The tram pays for itself within ten years, and no garden will be lost in 2027.',
      ['changed'],
    ],
    [
      'changed in a number',
      'The tram pays for itself within nine years, and no garden will be lost in 2029.',
      ['changed', 'number'],
    ],
    [
      'changed in what it denies',
      'The tram never pays for itself within nine years, and no garden will be lost in 2027.',
      ['changed', 'denial'],
    ],
    ['another', 'Add two eggs and stir until all is smooth before you bake it.', ['other']],
  ])('%s', (_, other, verdict) => expect(told(statement, other)).toEqual(verdict))
})

test('numbers are the same however their thousands are set', () => {
  expect(told('It costs 12,500,000 crowns in all.', 'It costs 12.500.000 crowns in all.')).toEqual([
    'verbatim',
  ])
  expect(shown('It costs 12,500 crowns in all.', 'It costs 12,600 crowns in all.')).toBe(
    'It costs|-! 12,500|+! 12,600| crowns in all.',
  )
})

test('of a passage that quotes, only what stands in its quotation marks is compared', () => {
  const other = 'Asked about the costs, the mayor said that the tram “pays for itself within ten years”.'
  expect(compare(statement, other).isQuoted).toBe(true)
  expect(shown(statement, other)).toBe(
    '~Asked about the costs, the mayor said that the tram|-The tram| “pays for itself within|- nine|+ ten| years|-, and|-! no|- garden will be lost in|-! 2027|~”.',
  )
})

test('a copy that has quotation marks where its source has them too is compared as a whole', () => {
  const source = 'The mayor said on Monday: “The tram pays for itself.” She left.'
  expect(compare(source, source.replace('Monday', 'Tuesday')).isQuoted).toBe(false)
})

test('all words of both are shown, in their order', () => {
  const other = 'Within ten years the tram will, they say, have paid for itself in 2027.'
  const { parts } = compare(statement, other)
  const of = (kinds: string[]) =>
    parts
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ words }) => words)
      .join('')
  expect(of(['same', 'new', 'around'])).toBe(other)
})

test('Chinese is compared character by character', () => {
  expect(told('中方反对任何形式的单边制裁。', '中方反对一切形式的单边制裁。')).toEqual(['changed'])
  expect(told('中方反对任何形式的单边制裁。', '发言人说：“反对任何形式的单边制裁。”')).toEqual(['part'])
})

describe('quotation marks', () => {
  test.each([
    ['English', 'He said “it pays” and left.', ['it pays']],
    ['German', 'Er sagte „es lohnt sich“ und »nie«.', ['es lohnt sich', 'nie']],
    ['French', 'Il a dit « c’est faux » hier.', [' c’est faux ']],
    ['Polish', 'Powiedział „nie” i wyszedł.', ['nie']],
    ['Swedish', 'Hon sade ”det lönar sig” i dag.', ['det lönar sig']],
    ['Russian', 'Он сказал: «Это ложь».', ['Это ложь']],
    ['Japanese', '彼は「払う」と言った。', ['払う']],
    ['Chinese', '他说：“不对。”', ['不对。']],
    ['apostrophes', 'It’s the mayor’s tram, ‘they’re sure’ of it.', ['they’re sure']],
    ['straight', 'She said "no" twice.', ['no']],
    ['nested', 'He said “she said ‘no’ to me” then.', ['she said ‘no’ to me']],
    ['unclosed', 'He said “it pays', ['it pays']],
  ])('of %s', (_, words, inner) =>
    expect(innerOfQuotes(words).map(({ start, end }) => words.slice(start, end))).toEqual(inner),
  )
})

import { expect, test } from 'vitest'
import { cueFinder } from './cues.ts'
import { standardCues } from './standard-cues.ts'

test('cues are whole words, with a star for letters, and “n’t” is found in its word', () => {
  const find = cueFinder(standardCues.en.denial)
  expect(find('It did not pay, and the note says nothing.')).toEqual(['not', 'nothing'])
  expect(find("He DENIED that; they didn’t, nor didn't we.")).toEqual(['DENIED', 'didn’t', "didn't"])
  expect(cueFinder([])('not')).toEqual([])
  expect(cueFinder(['f*', '(a+'])('(a+ of it')).toEqual(['(a+'])
})

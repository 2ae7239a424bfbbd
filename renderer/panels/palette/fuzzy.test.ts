import { expect, test } from 'vitest'
import { busyTime } from '../../../db/testing/busy-time.ts'
import { matchLetters } from './fuzzy.ts'

const best = (letters: string, texts: string[]) =>
  texts
    .map((text) => ({ text, fit: matchLetters(letters, text) }))
    .filter((one) => one.fit !== null)
    .sort((a, b) => b.fit!.score - a.fit!.score)
    .map(({ text }) => text)

test('it finds letters in their order only', () => {
  expect(matchLetters('expd', 'Export dataset')?.at).toEqual([0, 1, 2, 7])
  expect(matchLetters('dex', 'Export dataset')).toBeNull()
})

test('it puts beginnings of words before letters inside', () => {
  expect(best('na', ['Open a project', 'Final answers', 'Next annotation'])[0]).toBe('Next annotation')
})

test('it puts what begins so before what holds it', () => {
  expect(best('light', ['Highlight', 'Light'])).toEqual(['Light', 'Highlight'])
})

test('it puts words before their beginnings, initials after these, and letters last', () => {
  const ranks = ['Save as PDF…', 'Pdfs in a folder', 'Put down fully', 'Speed of']
  expect(best('pdf', ranks.toReversed())).toEqual(ranks)
  expect(best('pdf save', ranks)).toEqual(['Save as PDF…'])
  expect(matchLetters('as save', 'Save as PDF…')?.at).toEqual([0, 1, 2, 3, 5, 6])
})

test('it does not lose a text because of a good place early on', () => {
  expect(matchLetters('other end', 'Other end of the link')?.at).toEqual([0, 1, 2, 3, 4, 6, 7, 8])
  expect(matchLetters('abc', 'a b abc')).not.toBeNull()
})

test('it fits everything when nothing is typed', () => {
  expect(matchLetters(' ', 'Undo')).toEqual({ score: 0, at: [] })
})

test('it gives up at once on a text of one letter', () => {
  const busyMs = busyTime()
  expect(matchLetters(`${'a'.repeat(40)}b`, 'a'.repeat(200))).toBeNull()
  expect(busyMs()).toBeLessThan(500)
})

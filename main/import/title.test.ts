import { expect, test } from 'vitest'
import { shorten, titleOfText } from './title.ts'

const long =
  'The council has said again that the line will pay for itself within ten years, and most of the residents doubt it. '

test('calls a text by its first line', () => {
  expect(titleOfText('\n  Council  defends\u00a0tram\n\nText', 'a.txt')).toBe('Council defends tram')
})

test('passes over the date and the contacts above a headline', () => {
  const head =
    '17 January 2020\nElmwood: 23:01\n\n+44 (0) 5550 123\npress@council.example\n\nPRESS RELEASES\n\n'
  expect(titleOfText(`${head}26.01.2018\n\nWhat the tram costs\n\n${long}`, '002_8ee9.txt')).toBe(
    'What the tram costs',
  )
})

test('calls a text without a headline by a file name that has words, else by its first words', () => {
  const body = long.repeat(2)
  expect(titleOfText(body, 'Council statement 2021.txt')).toBe('Council statement 2021')
  expect(titleOfText(body, '004_db014c9c.txt')).toBe(shorten(body))
})

test('takes a first line of two printed lines for a headline, but no sentence of that length', () => {
  const headline = `${'The council replies to a question concerning '.repeat(3)}trams`
  expect(headline).toHaveLength(140)
  expect(titleOfText(`${headline}\n\nText.`, 'reply.txt')).toBe(headline)
  expect(titleOfText(`${headline}.\n\nText.`, 'reply.txt')).toBe('reply')
})

test('shortens at a space and never inside a letter', () => {
  expect(shorten(long.repeat(2))).toBe(`${long.trim()} The…`)
  expect(shorten('🚋'.repeat(100))).toBe(`${'🚋'.repeat(59)}…`)
  expect(shorten('Short enough')).toBe('Short enough')
})

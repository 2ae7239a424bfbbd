import { expect, it } from 'vitest'
import { findPassage } from './find-passage.ts'
import { SearchedText } from './searched-text.ts'

const found = (quote: string, text: string, start: number | null = null) =>
  findPassage(
    {
      spans: start === null ? null : [{ start, end: start + quote.length }],
      quote: [quote],
      ...{ prefix: '', suffix: '' },
    },
    new SearchedText(text),
    false,
  )

it('finds words whatever their spaces, quotation marks, dashes and soft hyphens', () => {
  const text = '🚋 “The tram\n  line” – it’s pay\u00ading.\u00ad\nThe rest.'
  const quote = '"The tram line" - it\'s paying.'
  expect(found(quote, text)).toEqual({
    spans: [{ start: 3, end: text.indexOf('.') + 1 }],
    doubt: 'The words are written a little differently in the text.',
  })
  expect(found('the tram', text)).toBeUndefined()
  expect(found('\u00ad', `${text} `)?.doubt).toBe('The words stand in the text 2 times; the first was taken.')
})

it('finds a quotation of any length that is set otherwise', () => {
  const words = Array.from({ length: 8000 }, (_, index) => `word${index}`)
  const text = `Before. ${words.join('\n')} After.`
  const [span] = found(words.join(' '), text)!.spans
  expect(text.slice(span!.start, span!.end)).toBe(words.join('\n'))
  expect(found(`${words.join(' ')} lost`, text)).toBeUndefined()
})

it('takes the nearest of places that are written a little differently', () => {
  const text = 'It “pays”. It “pays”. It “pays”.'
  expect(found('It "pays"', text, 12)?.spans).toEqual([{ start: 11, end: 20 }])
})

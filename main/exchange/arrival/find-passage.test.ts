import { describe, expect, it } from 'vitest'
import { findPassage } from './find-passage.ts'
import { SearchedText } from './searched-text.ts'

interface Said {
  start?: number
  prefix?: string
  suffix?: string
  /** Up to where the text is the one that was annotated. */
  sameUpTo?: number
}

const found = (quote: string, text: string, { start, sameUpTo = 0, prefix = '', suffix = '' }: Said = {}) =>
  findPassage(
    {
      spans: start === undefined ? null : [{ start, end: start + quote.length }],
      quote: [quote],
      ...{ prefix, suffix },
    },
    new SearchedText(text),
    sameUpTo,
  )
/** What was found of a text, where there is anything, and the doubt about it. */
const wordsFound = (quote: string, text: string, said?: Said) => {
  const passage = found(quote, text, said)
  return passage && [text.slice(passage.spans[0]!.start, passage.spans[0]!.end), passage.doubt]
}
const otherwise = 'The words are written a little differently in the text.'

it('finds words whatever their spaces, quotation marks, dashes and soft hyphens', () => {
  const text = '🚋 “The tram\n  line” – it’s pay\u00ading.\u00ad\nThe rest.'
  const quote = '"The tram line" - it\'s paying.'
  expect(found(quote, text)).toEqual({
    spans: [{ start: 3, end: text.indexOf('.') + 1 }],
    doubt: otherwise,
  })
  expect(found('the tram', text)).toBeUndefined()
  expect(found('\u00ad', `${text} `)?.doubt).toBe('The words stand in the text 2 times; the first was taken.')
})

it.each([
  ['accents beside their letters', 'Le café a fermé', 'Le cafe\u0301 a ferme\u0301'],
  ['accents in their letters', 'cafe\u0301 ferme\u0301', 'café fermé'],
  ['several accents in another order', 'a\u0323\u0302 ne', 'a\u0302\u0323 ne'],
  ['letters that are another one since', '5 Å', '5 \u212b'],
  ['Korean in parts', '한국어', '한국어'.normalize('NFD')],
  ['joined letters', 'offices find', 'oﬃces ﬁnd'],
  ['dots in one', 'so... he said', 'so… he said'],
  ['places where a word may be parted', 'tramline', 'tram\u200bline'],
  ['a byte order mark', 'tramline', 'tram\ufeffline'],
  ['a line end that is none', 'The tram pays.It loses.', 'The tram pays.\nIt loses.'],
  [
    'a space between letters of one word',
    '論点は吉野家であると彼は言った',
    '論点は吉野家で\nあると彼は言った',
  ],
])('finds words with %s', (_, quote, written) => {
  expect(wordsFound(quote, `🚋 Before. ${written}, after.`)).toEqual([written, otherwise])
})

it.each([
  ['cafe', 'Un café ici'],
  ['a nice day', 'an ice day'],
  ['so. he', 'so… he'],
])('takes “%s” for no other words: %s', (quote, text) => {
  expect(found(quote, text)).toBeUndefined()
})

it('finds a quotation of any length that is set otherwise', () => {
  const words = Array.from({ length: 8000 }, (_, index) => `word${index}`)
  const text = `Before. ${words.join('\n')} After.`
  const [span] = found(words.join(' '), text)!.spans
  expect(text.slice(span!.start, span!.end)).toBe(words.join('\n'))
  expect(found(`${words.join(' ')} lost`, text)).toBeUndefined()
})

it('takes the nearest of places that are written a little differently, and says that there are several', () => {
  const text = 'It “pays”. It “pays”. It “pays”.'
  expect(found('It "pays"', text, { start: 12 })).toEqual({
    spans: [{ start: 11, end: 20 }],
    doubt: 'The words are written a little differently in the text, 3 times; the nearest was taken.',
  })
})

it('says so where a file has moved an end and kept the words of before', () => {
  const said = { spans: [{ start: 4, end: 8 }], quote: ['tram line'], prefix: '', suffix: '' }
  expect(findPassage(said, new SearchedText('The tram line pays.'), Infinity)).toEqual({
    spans: [{ start: 4, end: 13 }],
    doubt: 'The words stand elsewhere than the file says.',
  })
})

describe('words that stand in a changed text several times', () => {
  const text = 'Now new. It pays, says Ada. It pays, says Ben.'
  const [first, second] = [9, 28]
  const moved = 'The words stand elsewhere than the file says.'

  it('are not taken where they happen to be at the place that the file says', () => {
    const said = { start: first, prefix: 'It pays, says Ada. ', suffix: ', says Ben.' }
    expect(found('It pays', text, said)).toEqual({ spans: [{ start: second, end: 35 }], doubt: moved })
  })

  it('are taken without doubt where what stands around them is there too', () => {
    const said = { start: first, prefix: 'Now.\r\n', suffix: ',  says\u00a0Ada.' }
    expect(found('It pays', text, said)).toEqual({ spans: [{ start: first, end: 16 }], doubt: '' })
  })

  it('are doubtful where nothing tells which they are', () => {
    expect(found('It pays', text, { start: first })).toEqual({
      spans: [{ start: first, end: 16 }],
      doubt: 'The words stand in the text 2 times; the nearest was taken.',
    })
    expect(found('It pays', text, { prefix: 'Now new. It ', suffix: ' X' })?.doubt).toBe(
      'The words stand in the text 2 times; the first was taken.',
    )
    expect(found('It pays', text, { suffix: ', says Bo' })?.doubt).toBe(
      'The words stand in the text 2 times; the likeliest was taken.',
    )
  })

  it('are where the file says as far as the text is the one that was annotated', () => {
    expect(found('It pays', text, { start: first, sameUpTo: 16 })?.doubt).toBe('')
    expect(found('It pays', text, { start: first, sameUpTo: 15 })?.doubt).not.toBe('')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesIn, likelyDates } from './likely-dates.ts'

describe('dates that a text may be from', () => {
  it.each([
    ['statement_2022-03-09_final', ['2022-03-09']],
    ['20220309 minutes', ['2022-03-09']],
    ['minutes 2022-03', ['2022-03']],
    ['Published 9 March 2022', ['2022-03-09']],
    ['March 9th, 2022 and 1 Sep. 2021', ['2022-03-09', '2021-09-01']],
    ['Berlin, 9. März 2022', ['2022-03-09']],
    ['le 1er mars 2022', ['2022-03-01']],
    ['Madrid, 9 de marzo de 2022', ['2022-03-09']],
    ['9 марта 2022', ['2022-03-09']],
    ['vom 9.3.2022', ['2022-03-09']],
    ['3/9/2022, 31 February 2022, 2022-13-01, 9 Marching 2022, 1234567890', []],
  ])('are read from “%s”', (words, dates) => {
    expect(datesIn(words)).toEqual(dates)
  })

  it('come from the name first, then from the head of the text, each once', () => {
    const text = 'A statement\n9 March 2022\n10 March 2022\n\nline 5\n1 May 1999'
    expect(likelyDates('2022-03-10.txt', text)).toEqual([
      { date: '2022-03-10', from: 'name' },
      { date: '2022-03-09', from: 'text' },
    ])
  })

  it('are first that above the headline where a page was copied with its head', () => {
    const text =
      '15 October 2018\nElmwood: 00:49\n\n+44 (0) 5550 123\n\nPRESS RELEASES\n\n30.11.2017\n\nWhat the tram costs\n\nText.'
    expect(likelyDates('004.txt', text).map(({ date }) => date)).toEqual(['2017-11-30', '2018-10-15'])
  })

  it('are found again in every usual way of writing a day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1500-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom('en-GB', 'en-US', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'uk'),
        (day, language) => {
          const words = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
          expect(datesIn(words), words).toContain(day.toISOString().slice(0, 10))
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf } from '../../../preload/contract/dates.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../../preload/contract/ids.ts'
import { datesOf, extentOf, type Life, livesOf, shownLives } from '../../store/argument/lives.ts'
import { usualTime } from '../../store/argument/time-view.ts'
import { panned, showing, ticksOf, withRoom, zoomed } from './axis.ts'
import { clustersOf, type Mark } from './clusters.ts'
import { afterInWords, answerInWords, lastInWords, lifeInWords } from './life-in-words.ts'

const documents = ['2021-05-03', '2021-06', '2021', '', 'spring'].map(
  (date, i) => ({ id: i + 1, date }) as unknown as DocumentSummary,
)
const dates = datesOf(documents)
const dated = (date: string) => ({ ...daysOf(date)!, date })
const ada = { key: 'speaker 1', name: 'Ada', kind: 'speaker' as const, speakerId: null }

const life = (part: Partial<Life>): Life => ({
  id: 1 as ClaimId,
  statement: 'It pays.',
  mentions: 1,
  undated: 0,
  first: null,
  firstVoice: null,
  last: null,
  answers: 0,
  answer: null,
  answerVoice: null,
  lastAnswer: null,
  later: 0,
  ...part,
})

describe('the time between', () => {
  it.each([
    ['2021-05-03', '2021-06-04', 'after 32 days'],
    ['2021-05-03', '2021-05-04', 'after 1 day'],
    ['2021-05-03', '2021-05-03', 'the same day'],
    ['2021-05-03', '2021-05-01', '2 days before'],
    ['2021-05-03', '2021-06', 'after 29 to 58 days'],
    ['2021-06', '2021-05-03', '29 to 58 days before'],
    ['2021', '2021-05-03', 'around that time, 242 days before to 122 days after'],
  ])('%s and %s is told as far as it is known', (from, to, words) => {
    expect(afterInWords(daysOf(from)!, daysOf(to)!)).toBe(words)
  })
})

describe('the life of a claim', () => {
  it('is told in plain facts', () => {
    const told = life({
      mentions: 3,
      undated: 1,
      first: dated('2021-05-03'),
      firstVoice: ada,
      last: dated('2021-06'),
      answers: 1,
      answer: dated('2021-05-13'),
      answerVoice: ada,
      later: 2,
    })
    expect(lifeInWords(told)).toBe(
      'First stated 3 May 2021 by Ada · 3 mentions · 1 undated · answered after 10 days by Ada · last stated June 2021, 2 documents since then without it',
    )
    expect(lastInWords(life({ first: dated('2021'), last: dated('2021'), later: 1 }))).toBe(
      '1 document since then without it',
    )
    expect(answerInWords(life({ answers: 2 }))).toBe('answered, without a date')
    expect(lifeInWords(life({ mentions: 0 }))).toBe('No passage states it · not answered')
    expect(lifeInWords(life({ undated: 1 }))).toBe('Stated without a date · not answered')
  })

  it('counts documents that are later for certain', () => {
    expect(dates.undated).toBe(2)
    expect([dates.after(daysOf('2020')!.last), dates.after(daysOf('2021-05-03')!.last)]).toEqual([3, 1])
  })

  it('is put together from columns, sorted, and narrowed', () => {
    const column = (...values: number[]) => Int32Array.from(values)
    const lives = livesOf(
      {
        voices: [ada],
        claim: column(1, 2, 3),
        mentions: column(2, 1, 1),
        undated: column(0, 0, 1),
        first: column(2, 1, 0),
        firstVoice: column(0, 0, 0),
        last: column(2, 1, 0),
        answers: column(0, 1, 0),
        answer: column(0, 3, 0),
        answerVoice: column(0, 0, 0),
        lastAnswer: column(0, 3, 0),
      },
      [
        {
          id: 1 as ClaimId,
          statement: 'Noise falls.',
          created: '',
          mentions: 2,
          firstStated: '',
          answered: false,
        },
      ],
      dates,
    )
    const ids = (view: Partial<typeof usualTime>) =>
      shownLives(lives, { ...usualTime, ...view }).map(({ id }) => id)
    expect(lives[1]).toMatchObject({ first: { date: '2021-05-03' }, answer: { date: '2021' }, later: 1 })
    expect(ids({})).toEqual([2, 1, 3])
    expect(ids({ order: 'last' })).toEqual([1, 2, 3])
    expect(ids({ order: 'mentions' })).toEqual([1, 2, 3])
    expect(ids({ order: 'silent' })).toEqual([2, 1, 3])
    expect(ids({ which: 'answered' })).toEqual([2])
    expect(ids({ which: 'repeated' })).toEqual([1])
    expect(ids({ words: 'noise' })).toEqual([1])
    expect(extentOf(lives)).toEqual({ first: daysOf('2021')!.first, last: daysOf('2021')!.last })
    expect(extentOf([])).toBeNull()
  })
})

const range = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.double({ min: 3, max: 400_000, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }))

describe('the axis', () => {
  it('has marks at the beginnings of days, months or years, apart from each other', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 200, max: 2000 }), (shown, width) => {
        const ticks = ticksOf(shown, width)
        const pixels = width / (shown.to - shown.from)
        for (const [i, { day }] of ticks.entries()) {
          expect(day).toBeGreaterThanOrEqual(shown.from)
          expect(day).toBeLessThanOrEqual(shown.to)
          if (i > 0) expect((day - ticks[i - 1]!.day) * pixels).toBeGreaterThan(34)
        }
        expect(ticks.length).toBeLessThanOrEqual(width / 34 + 1)
      }),
    )
  })

  it('tells years, months and days', () => {
    const ticks = (from: string, to: string) =>
      ticksOf({ from: daysOf(from)!.first, to: daysOf(to)!.last }, 800).map(({ words }) => words)
    expect(ticks('2019', '2022')).toEqual(['2019', 'July', '2020', 'July', '2021', 'July', '2022', 'July'])
    expect(ticks('2021-01', '2021-03')).toEqual([
      'Jan 2021',
      '10',
      '20',
      'Feb',
      '10',
      '20',
      'Mar',
      '10',
      '20',
    ])
    expect(ticks('2024-03-04', '2024-03-16')).toEqual(['4 Mar 2024', '6', '8', '10', '12', '14', ''])
    expect(ticks('2024-02', '2024-05')[0]).toBe('Feb 2024')
  })

  it('keeps the day under the pointer where it is when zoomed, and can be zoomed back', () => {
    fc.assert(
      fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), (shown, share) => {
        const about = shown.from + share * (shown.to - shown.from)
        const near = zoomed(shown, 2, about)
        expect((about - near.from) / (near.to - near.from)).toBeCloseTo(share)
        expect(near.to - near.from).toBeGreaterThanOrEqual(3)
      }),
    )
  })

  it('never loses sight of everything when moved', () => {
    fc.assert(
      fc.property(range, fc.array(fc.double({ min: -3, max: 3, noNaN: true })), (extent, moves) => {
        let shown = zoomed(extent, 3, extent.from)
        for (const by of moves) shown = panned(shown, by, extent)
        expect(shown.from).toBeLessThan(extent.to)
        expect(shown.to).toBeGreaterThan(extent.from)
      }),
    )
  })

  it('shows days that are out of sight', () => {
    const shown = { from: 0, to: 100 }
    expect(showing(shown, { first: 50, last: 50 })).toBe(shown)
    for (const day of [-40, 400]) {
      const next = showing(shown, { first: day, last: day })
      expect(next.from).toBeLessThan(day)
      expect(next.to).toBeGreaterThan(day + 1)
    }
    expect(withRoom({ first: 0, last: 99 })).toEqual({ from: -3, to: 103 })
  })
})

const someMark = fc
  .tuple(
    fc.constantFrom('stated' as const, 'answered' as const),
    fc.oneof(
      fc.constantFrom('', '2021', '2021-05'),
      fc.integer({ min: 1, max: 28 }).map((day) => `2021-03-${String(day).padStart(2, '0')}`),
    ),
  )
  .map(
    ([kind, date]): Mark => ({
      key: `${kind} ${date}`,
      kind,
      annotation: 1 as AnnotationId,
      document: 1 as DocumentId,
      dated: date === '' ? null : dated(date),
      voice: ada,
      link: 0,
      isFirst: false,
    }),
  )

describe('marks', () => {
  it('are all drawn once, those too near as one, partial dates as spans, undated ones at the end', () => {
    fc.assert(
      fc.property(
        fc.array(someMark, { maxLength: 40 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        (given, scale) => {
          const marks = [...given].sort((a, b) => (a.dated?.first ?? 1e9) - (b.dated?.first ?? 1e9))
          const clusters = clustersOf(marks, scale, 10)
          expect(clusters.flatMap((one) => one.marks)).toHaveLength(marks.length)
          for (const [i, { days, isSpan, kind, marks: own }] of clusters.entries()) {
            expect(own.every((mark) => mark.kind === kind)).toBe(true)
            expect(isSpan).toBe(days !== null && own[0]!.dated!.date.length < 10)
            if (i > 0 && days) expect(days.first).toBeGreaterThanOrEqual(clusters[i - 1]!.days!.first)
            if (!days) expect(clusters.slice(i).every((one) => one.days === null)).toBe(true)
          }
          const stated = clusters.filter(({ kind, days, isSpan }) => kind === 'stated' && days && !isSpan)
          for (const [i, { days }] of stated.entries())
            if (i > 0) expect((days!.first - stated[i - 1]!.days!.first) / scale).toBeGreaterThanOrEqual(10)
        },
      ),
    )
  })
})

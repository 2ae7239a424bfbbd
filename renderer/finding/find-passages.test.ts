import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Folding, foldSequence } from '../../preload/contract/finding/letters.ts'
import { emptyQuery, type Query } from '../../preload/contract/finding/query.ts'
import { type Found, TextSearch } from './find-passages.ts'

const find = (text: string, words: string, more: Partial<Query> = {}, language = '') =>
  new TextSearch(text, language).find({ ...emptyQuery, words, ...more })

function wordsFound(text: string, found: Found): string[] {
  if ('problem' in found) throw new Error(found.problem)
  const { start, end } = found.passages
  return [...start].map((from, i) => text.slice(from, end[i]))
}

const found = (text: string, words: string, more: Partial<Query> = {}, language = '') =>
  wordsFound(text, find(text, words, more, language))

describe('a search', () => {
  it.each([
    ['Straße und STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['Straße', 'stras', ['Straß']],
    ['İstanbul, Istanbul', 'istanbul', ['İstanbul', 'Istanbul']],
    ['caf\u00e9 and cafe\u0301', 'cafe', ['caf\u00e9', 'cafe\u0301']],
    ['caf\u00e9 and cafe\u0301', 'CAF\u00c9', ['caf\u00e9', 'cafe\u0301']],
    ['the ﬁnal oﬃce', 'fin', ['ﬁn']],
    ['the oﬃce', 'of', ['oﬃ']],
    ['Φίλος ΦΙΛΟΣ', 'φιλοσ', ['Φίλος', 'ΦΙΛΟΣ']],
    ['ﬂour, flour', 'FLOUR', ['ﬂour', 'flour']],
    ["don’t and don't", "don't", ['don’t', "don't"]],
    ['demo\u00adcracy', 'democracy', ['demo\u00adcracy']],
    ['one  two\nthree', 'one two three', ['one  two\nthree']],
    ['שָׁלוֹם עולם', 'שלום', ['שָׁלוֹם']],
    ['قَالَ الْمُدِيرُ', 'المدير', ['الْمُدِيرُ']],
    ['電車は電車', '電車', ['電車', '電車']],
    ['がく、かく', 'かく', ['かく']],
    ['각각 가', '가', ['가']],
    ['ＡＢＣ abc', 'abc', ['ＡＢＣ', 'abc']],
    ['👩‍👩‍👧 and 👩', '👩', ['👩‍👩‍👧', '👩']],
    ['❤️ or ❤', '❤', ['❤️', '❤']],
    ['👍🏽👍', '👍', ['👍🏽', '👍']],
    ['aaa', 'aa', ['aa']],
    ['x*y', 'x*y', ['x*y']],
  ])('finds in “%s” what “%s” means', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected)
  })

  it('tells case and accents apart where it is wished', () => {
    expect(found('Résumé resume Resume', 'resume', { matchAccents: true })).toEqual(['resume', 'Resume'])
    expect(found('Résumé resume Resume', 'resume', { matchCase: true })).toEqual(['resume'])
    expect(found('Resume\u0301', 'resume', { matchAccents: true })).toEqual([])
    expect(found('x\u0302 x', 'x', { matchAccents: true })).toEqual(['x'])
  })

  it('keeps the dotted and the dotless i of Turkish apart', () => {
    expect(found('ısı İSİ ISI isi', 'isi', {}, 'tr')).toEqual(['İSİ', 'isi'])
    expect(found('ısı İSİ ISI isi', 'ısı', {}, 'tr')).toEqual(['ısı', 'ISI'])
  })

  it('finds whole words, also where no space sets them apart', () => {
    const whole = { wholeWords: true }
    expect(found('the other, the_x, The.', 'the', whole)).toEqual(['the', 'The'])
    expect(found("l'homme des hommes", 'homme', whole)).toEqual(['homme'])
    expect(found('etc. etcetera', 'etc.', whole)).toEqual(['etc.'])
    expect(found('東京都に住む。京都に行く。', '京都', whole, 'ja')).toEqual(['京都'])
    expect(found('cat concat cat', 'cat|con', { ...whole, kind: 'expression' })).toEqual(['cat', 'cat'])
  })

  it('finds each of several words, the longest where one begins another', () => {
    expect(found('Trams and a tram, a line', 'line tram trams', { kind: 'words' })).toEqual([
      'Trams',
      'tram',
      'line',
    ])
  })

  it('understands regular expressions by line, with or without case', () => {
    const kind = { kind: 'expression' } as const
    expect(found('Tram 12\ntram 7', '^tram (\\d+)$', kind)).toEqual(['Tram 12', 'tram 7'])
    expect(found('Tram 12\ntram 7', '^tram', { ...kind, matchCase: true })).toEqual(['tram'])
    expect(found('café cafe', 'caf[é]', kind)).toEqual(['café', 'cafe'])
    expect(found('café cafe', 'caf[é]', { ...kind, matchAccents: true })).toEqual(['café'])
    expect(found('a-b', 'a\\-b', kind)).toEqual(['a-b'])
    expect(found('one\ntwo', '\\n', kind)).toEqual([])
    expect(found('one\ntwo', 'one\\n', kind)).toEqual(['one'])
    expect(found('aXb', 'X*', kind)).toEqual(['X'])
    expect(found('e\u0301!', '.', { ...kind, matchAccents: true })).toEqual(['e\u0301', '!'])
  })

  it.each([
    ['(a', 'A bracket “(” is opened and not closed.'],
    ['a)', 'A bracket “)” is closed that was not opened.'],
    ['[a', 'A bracket “[” is opened and not closed.'],
    ['*a', 'A “*”, “+”, “?” or “{” has nothing before it to repeat.'],
    ['a\\', 'It ends with a “\\” that escapes nothing.'],
    ['[z-a]', 'A range in “[…]” runs backwards, as “z-a” does.'],
    ['a{2,1}', 'In “{…}” the smaller number comes first.'],
    ['\\p{Xyz}', 'There is no such property in “\\p{…}”; “\\p{L}” is any letter.'],
    ['(?z)', 'What stands after “(?” is not known.'],
    ['a)(b', 'A bracket “)” is closed that was not opened.'],
  ])('says in words what is wrong with the expression %s', (words, problem) => {
    expect(find('text', words, { kind: 'expression', wholeWords: true })).toEqual({ problem })
  })

  it('finds nothing where nothing is looked for', () => {
    expect(found('text', '  ')).toEqual([])
    expect(find('text', '\u00ad')).toEqual({ problem: 'This has no letter to look for.' })
  })
})

const pieces = [
  ...[
    'a',
    'A',
    'b',
    'ä',
    'a\u0308',
    'Ä',
    'ß',
    'ss',
    'S',
    'İ',
    'I',
    'i',
    'ı',
    'ﬁ',
    'f',
    'fi',
    'ﬃ',
    'Σ',
    'ς',
    'ŉ',
  ],
  ...['é\u0323', 'e\u0301', '\u0301', '\u00ad', '\u200d', '\ufe0f', '👩', '👩‍👧', '👍🏽', '🇩🇪', '\ud800'],
  ...[
    'ش',
    'شَ',
    'א',
    'אָ',
    '한',
    '하',
    '\u1112\u1161\u11ab',
    'が',
    'か\u3099',
    'か',
    '京',
    '都',
    'กำ',
    'ก',
    'क',
    'कि',
    'क्ष',
  ],
  ...[' ', '  ', '\n', '’', "'", '-', '–', '.', '('],
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => some.join(''))
const queries = fc.record({
  words: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((some) => some.join('')),
  matchCase: fc.boolean(),
  matchAccents: fc.boolean(),
})
const languages = fc.constantFrom('', 'en', 'tr')

/** The same by the plain way: each place is tried, each end looked up in all there are. */
function plainly(text: string, query: Pick<Query, 'words' | 'matchCase' | 'matchAccents'>, language: string) {
  const folding: Folding = {
    ignoreCase: !query.matchCase,
    ignoreAccents: !query.matchAccents,
    ignoreForms: true,
    isTurkic: language === 'tr',
  }
  const split = (words: string) => words.match(/(?:[\u1100-\u11ff]+|[\s\S])\p{M}*/gu) ?? []
  const folded: { point: string; start: number; end: number }[] = []
  let at = 0
  for (const sequence of split(text)) {
    for (const point of foldSequence(sequence, folding))
      folded.push({ point, start: at, end: at + sequence.length })
    at += sequence.length
  }
  const wanted = [
    ...split(query.words)
      .map((one) => foldSequence(one, folding))
      .join('')
      .trim(),
  ]
  const isSpace = (point: string | undefined) => point !== undefined && /\s/u.test(point)
  const matchAt = (from: number): number => {
    let i = from
    for (let w = 0; w < wanted.length; ) {
      if (!isSpace(wanted[w])) {
        if (folded[i]?.point !== wanted[w]) return -1
        i++
        w++
        continue
      }
      while (isSpace(wanted[w])) w++
      if (!isSpace(folded[i]?.point)) return -1
      while (isSpace(folded[i]?.point)) i++
    }
    return folded[i] && /\p{M}/u.test(folded[i]!.point) ? -1 : i
  }

  const edges = [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length)
  const hits: { start: number; end: number }[] = []
  for (let i = 0; i < folded.length && wanted.length > 0; ) {
    const end = matchAt(i)
    if (end < 0) {
      i++
      continue
    }
    const hit = {
      start: edges.findLast((edge) => edge <= folded[i]!.start)!,
      end: edges.find((edge) => edge >= folded[end - 1]!.end)!,
    }
    const last = hits.at(-1)
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end)
    else hits.push(hit)
    i = end
  }
  return hits
}

describe('what is found', () => {
  it('is what a plain search finds, at the offsets of the text itself', () => {
    fc.assert(
      fc.property(texts, queries, languages, (text, query, language) => {
        const search = new TextSearch(text, language).find({ ...emptyQuery, ...query })
        const passages = 'problem' in search ? undefined : search.passages
        const hits = [...(passages?.start ?? [])].map((start, i) => ({ start, end: passages!.end[i]! }))
        expect(hits).toEqual(plainly(text, query, language))
      }),
      { numRuns: 3000 },
    )
  })

  it('begins and ends on grapheme clusters, apart and in order, whatever the expression', () => {
    const expressions = fc.constantFrom('.', '\\w+', '[^a]', 'a|s', '\\s', '.{2}', '(?<=a).', '\\p{M}')
    fc.assert(
      fc.property(texts, expressions, fc.boolean(), (text, words, matchAccents) => {
        const search = find(text, words, { kind: 'expression', matchAccents })
        if ('problem' in search) throw new Error(search.problem)
        const edges = new Set(
          [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length),
        )
        let last = 0
        for (const [i, start] of search.passages.start.entries()) {
          const end = search.passages.end[i]!
          expect(edges.has(start) && edges.has(end)).toBe(true)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })

  it('of a part of the text as it is written is at least that part', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, exactly) => {
        const edges = [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length)
        const [start, end] = [edges[a % edges.length]!, edges[b % edges.length]!].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const words = text.slice(start, end)
        // A sign that is not seen and has an accent of its own is passed over, its accent is not.
        if (words.trim() !== words || words.length === 0 || /\u00ad\p{M}/u.test(text)) return
        const search = find(text, words, { matchCase: exactly, matchAccents: exactly })
        if ('problem' in search) return
        const { passages } = search
        expect([...passages.start].some((from, i) => from < end && passages.end[i]! > start)).toBe(true)
      }),
    )
  })
})

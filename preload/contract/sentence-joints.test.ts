import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinedSentences } from './sentence-joints.ts'

function sentences(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  return [...joinedSentences(text, segmenter, language)].map(({ start, end }) =>
    text.slice(start, end).trim(),
  )
}

describe('sentences', () => {
  it.each([
    [
      'de',
      [
        'Die Bahn kostet z. B. 3,5 Mio. Euro am 3. Mai.',
        'Dr. Müller sagt: „Das ist u. a. zu viel.“',
        'Im 19. Jahrhundert fuhr sie, d. h. Pferde zogen sie.',
        '»Niemand weiß es!«, ruft er.',
        '»Wer?«',
        'Es waren 12.',
        'Dann kam er am 3. Mai zum 2. Mal in die 4. Klasse.',
        '2. Die Bahn kostet viel.',
        'Es waren 1990.',
      ],
    ],
    [
      'fr',
      [
        'M. Dupont dit : « Le tram coûte cher ! »',
        'Mais qu’en pense-t-on ?',
        '« C’est faux ! » répond-elle, p. ex. à la p. 12.',
        '« Jamais. »',
        'Voilà.',
      ],
    ],
    [
      'en',
      ['“No!” he said, i.e. Green said it.', 'It was 5 p.m.', 'The tram came in 12.', 'He left (at last!).'],
    ],
    ['es', ['El Sr. López y la Sra. Ruiz, cf. pág. 12, no van.', '¿Por qué?', '¡No!']],
    ['', ['One e.g. Two.', 'Three.']],
    ['zh', ['电车在九年内收回成本。', '真的吗？']],
  ])('end where they end in “%s”', (language, expected) => {
    const text = expected.join(language === 'zh' ? '' : ' ')
    expect(sentences(text, language)).toEqual(expected)
  })

  it('take no ordinal for one where nouns have no capital, and none beyond a line end', () => {
    expect(sentences('It was the year 12. Rome fell.', 'en')).toEqual(['It was the year 12.', 'Rome fell.'])
    expect(sentences('Er kam 1990. Dann ging er.', 'de')).toHaveLength(2)
    expect(sentences('Mr.\nSmith', 'en')).toEqual(['Mr.', 'Smith'])
  })

  it('are found at once where one has thousands of short forms', { timeout: 3000 }, () => {
    expect(sentences('i.e. Green '.repeat(20_000), 'en')).toHaveLength(1)
  })

  it('are all of a text together', () => {
    const part = fc.constantFrom(
      'z. B.',
      'Dr. No',
      '« Ah ! »',
      'ok',
      '3. Mai',
      '!',
      '» ',
      ' ',
      '\n',
      '。',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom('de', 'fr', ''), (parts, language) => {
        const text = parts.join('')
        const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
        const found = [...joinedSentences(text, segmenter, language)]
        expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(found.every(({ start, end }) => start < end)).toBe(true)
      }),
    )
  })
})

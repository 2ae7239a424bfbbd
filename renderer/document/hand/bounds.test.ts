import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../../preload/contract/document.ts'
import { anyText, paragraphs, textOf } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import { boundsOf } from './bounds.ts'

const boundsIn = (text: DocumentText) =>
  boundsOf(text.text, text.language, text.blocks, buildDocument(text).index)

/** All boundaries of grapheme clusters, by the plain way. */
function boundaries(text: string): Set<number> {
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)]
  return new Set([...segments.map(({ index }) => index), text.length])
}

describe('whole characters', () => {
  it('are grapheme clusters, whichever way they are looked for', () => {
    fc.assert(
      fc.property(anyText, ({ text, ...more }) => {
        const { wholeCharacter } = boundsIn({ text, ...more })
        const edges = boundaries(text)
        const sorted = [...edges].sort((a, b) => a - b)
        for (let offset = 0; offset <= text.length; offset++) {
          expect(wholeCharacter(offset, -1)).toBe(sorted.findLast((edge) => edge <= offset))
          expect(wholeCharacter(offset, 1)).toBe(sorted.find((edge) => edge >= offset))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('snapping a selection', () => {
  it('grows it to whole characters and takes line ends between blocks from its edges', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.text.length + 1), b % (text.text.length + 1)].sort((x, y) => x - y)
        const { index } = buildDocument(text)
        const snapped = boundsIn(text).snap({ start: start!, end: end! })
        if (!snapped) return
        const edges = boundaries(text.text)
        expect(edges).toContain(snapped.start)
        expect(edges).toContain(snapped.end)
        expect(snapped.start).toBeLessThan(snapped.end)
        expect([...index.ends]).not.toContain(snapped.start)
        expect([...index.starts]).not.toContain(snapped.end)
      }),
      { numRuns: 100 },
    )
  })

  it('takes all of an emoji, a flag and a letter with its accents', () => {
    const text = paragraphs('a 👨‍👩‍👧‍👦 b 🇨🇭 c e\u0301 d')
    const { snap } = boundsIn(text)
    const whole = (part: string, from: number, to: number) => {
      const at = text.text.indexOf(part)
      expect(snap({ start: at + from, end: at + to })).toEqual({ start: at, end: at + part.length })
    }
    whole('👨‍👩‍👧‍👦', 2, 4)
    whole('🇨🇭', 2, 4)
    whole('e\u0301', 0, 1)
  })

  it('is nothing when only line ends were selected', () => {
    const { snap } = boundsIn(paragraphs('one', '', 'two'))
    expect(snap({ start: 3, end: 5 })).toBeNull()
    expect(snap({ start: 3, end: 6 })).toEqual({ start: 5, end: 6 })
  })
})

describe('what lies around an offset', () => {
  const words = (text: DocumentText, unit: 'word' | 'sentence' | 'paragraph', at: string) => {
    const span = boundsIn(text).around(text.text.indexOf(at), unit)
    return span && text.text.slice(span.start, span.end)
  }

  it('is the sentence without the space around it', () => {
    const text = paragraphs('It rains.  It snows! And so on', 'Another.')
    expect(words(text, 'sentence', 'rains')).toBe('It rains.')
    expect(words(text, 'sentence', '  It')).toBe('It rains.')
    expect(words(text, 'sentence', 'snows')).toBe('It snows!')
    expect(words(text, 'sentence', 'so on')).toBe('And so on')
    expect(words(text, 'sentence', 'Another')).toBe('Another.')
  })

  it('does not end a sentence after a title, an initial or the U.S.', () => {
    const text = paragraphs('Mr. Smith met Dr. J. F. Kennedy of the U.S. Senate on 5 May. He left.')
    expect(words(text, 'sentence', 'Kennedy')).toMatch(/^Mr\. Smith.*5 May\.$/)
    expect(words(text, 'sentence', 'left')).toBe('He left.')
  })

  it('follows a sentence over line ends that only fill a measure', () => {
    const filled = `This sentence was filled to a measure by a program of\nlong ago and goes on over the end of its first line. So.`
    expect(words(paragraphs(filled), 'sentence', 'program')).toMatch(/^This .*first line\.$/s)
    expect(words(paragraphs('Kommission\nRathausplatz 1'), 'sentence', 'Rathaus')).toBe('Rathausplatz 1')
  })

  it('is the word, in languages without spaces too', () => {
    expect(words(paragraphs('one two-three'), 'word', 'ne')).toBe('one')
    expect(words({ ...paragraphs('议会声称这条线路'), language: 'zh' }, 'word', '声')).toBe('声称')
    expect(words({ ...paragraphs('พ่อค้าไม่เห็นด้วย'), language: 'th' }, 'word', 'ไม่')).toBe('ไม่')
    expect(words(paragraphs('one , two'), 'word', ',')).toBeNull()
  })

  it('is the paragraph, and nothing in an empty one', () => {
    expect(words(paragraphs(' one two '), 'paragraph', 'two')).toBe('one two')
    expect(boundsIn(paragraphs('one', '', 'two')).around(4, 'paragraph')).toBeNull()
  })

  it('takes an unknown language for none', () => {
    expect(words({ ...paragraphs('One. Two.'), language: 'not a language!' }, 'sentence', 'Two')).toBe('Two.')
  })
})

describe('stepping', () => {
  const text = paragraphs('One two. Three four.', '', 'Five.')
  const { step } = boundsIn(text)
  const at = (part: string) => text.text.indexOf(part)

  it('goes to where the next unit begins, over blocks', () => {
    expect(step(0, 'sentence', 1, 'start')).toBe(at('Three'))
    expect(step(at('Three'), 'sentence', 1, 'start')).toBe(at('Five'))
    expect(step(at('Five'), 'paragraph', -1, 'start')).toBe(0)
  })

  it('goes to where a unit ends', () => {
    expect(step(0, 'word', 1, 'end')).toBe(3)
    expect(step(0, 'sentence', 1, 'end')).toBe(8)
  })

  it('stops at the edges of the text', () => {
    expect(step(at('Five'), 'sentence', 1, 'start')).toBe(text.text.length)
    expect(step(0, 'word', -1, 'start')).toBe(0)
  })

  it('goes by whole characters', () => {
    const family = paragraphs('a👨‍👩‍👧b')
    expect(boundsIn(family).step(1, 'character', 1, 'end')).toBe(9)
    expect(boundsIn(family).step(9, 'character', -1, 'end')).toBe(1)
  })

  it('gets through any text by any unit, both ways', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('character', 'word', 'sentence', 'paragraph'),
        fc.constantFrom('start', 'end'),
        (any, unit, edge) => {
          const { step } = boundsIn(any)
          const length = any.text.length
          for (const direction of [1, -1] as const) {
            let offset = direction > 0 ? 0 : length
            while (offset !== (direction > 0 ? length : 0)) {
              const next = step(offset, unit, direction, edge)
              expect((next - offset) * direction).toBeGreaterThan(0)
              offset = next
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the nearest edge of a word', () => {
  const text = paragraphs('He said: “It pays.” Then he left.')
  const { nearestEdge } = boundsIn(text)
  const at = (part: string) => text.text.indexOf(part)

  it('is the end of the word, or of the word with its signs', () => {
    expect(nearestEdge(at('pays') + 3, 'end', 'word')).toBe(at('pays') + 4)
    expect(nearestEdge(at('pays') + 6, 'end', 'word')).toBe(at('pays') + 6)
    expect(nearestEdge(at('Then'), 'end', 'word')).toBe(at('pays') + 6)
  })

  it('goes to the nearest edge of a sentence too', () => {
    expect(nearestEdge(at('said'), 'start', 'sentence')).toBe(0)
    expect(nearestEdge(at('Then') + 3, 'start', 'sentence')).toBe(at('Then'))
  })

  it('is the beginning of the word, or of the sign before it', () => {
    expect(nearestEdge(at('It') + 1, 'start', 'word')).toBe(at('It'))
    expect(nearestEdge(at('“'), 'start', 'word')).toBe(at('“'))
  })

  it('stays where there are no words', () => {
    expect(boundsIn(textOf([{ kind: 'paragraph', text: '' }])).nearestEdge(0, 'end', 'word')).toBe(0)
  })
})

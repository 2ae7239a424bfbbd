import { describe, expect, test } from 'vitest'
import { contrast, fromOklch, over, tagColorsOf, tagStrength, themes, tokensOf } from './testing/colors.ts'

const grounds = ['paper', 'surface', 'surface-raised', 'hover', 'selection']
const hues = Array.from({ length: 72 }, (_, i) => i * 5)

describe.each(themes)('a tag of any colour in the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const colors = tagColorsOf(theme)
  const isHigh = theme.startsWith('contrast')
  /** A colour of a tag for every hue, as grey as it may be and as full. */
  const every = (name: string) => {
    const { lightness, chroma } = colors.get(name)!
    return lightness.flatMap((some) =>
      hues.flatMap((hue) => [0, chroma / 2, chroma].map((share) => fromOklch(some, share, hue))),
    )
  }
  const least = (firsts: readonly Parameters<typeof contrast>[0][], second: Parameters<typeof contrast>[0]) =>
    Math.min(...firsts.map((first) => contrast(first, second)))

  test.each(grounds)('is read on %s', (ground) => {
    expect(least(every('tag-ink'), tokens.get(ground)!)).toBeGreaterThanOrEqual(isHigh ? 7 : 4.5)
  })

  test.each(grounds.slice(0, 3))('is seen on %s', (ground) => {
    expect(least(every('tag-line'), tokens.get(ground)!)).toBeGreaterThanOrEqual(isHigh ? 4.5 : 3)
  })

  test.each(['tag-wash', 'tag-wash-strong'])('lets ink be read on its %s', (wash) => {
    expect(least(every(wash), tokens.get('ink')!)).toBeGreaterThanOrEqual(isHigh ? 7 : 4.5)
  })

  test('is read in its own colour on its wash', () => {
    const inks = every('tag-ink')
    const pairs = every('tag-wash').map((wash, i) => contrast(inks[i]!, wash))
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(isHigh ? 7 : 4.5)
  })

  // The shares are those of document/tag-paint.ts: a fill, and over it the fill of the focus.
  test('lets the text be read under the fill of an annotation in focus', () => {
    const [fill, focus] = (theme.endsWith('dark') ? [0.2, 0.42] : [0.12, 0.3]).map(
      (share) => share * tagStrength(theme),
    )
    const paper = tokens.get('paper')!
    const filled = every('tag-fill').map((color) => over(color, focus!, over(color, fill!, paper)))
    expect(least(filled, tokens.get('ink')!)).toBeGreaterThanOrEqual(isHigh ? 7 : 4.5)
  })
})

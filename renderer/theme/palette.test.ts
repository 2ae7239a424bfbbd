import { describe, expect, test } from 'vitest'
import { freeColor, givenColors, palette } from '../../preload/contract/palette.ts'
import { colorDifference } from './color-difference.ts'
import { contrast, fromHex, type Light, toHex } from './color-space.ts'
import { seenWith, visions } from './color-vision.ts'
import {
  leastDifference,
  lineOf,
  nearestInLooks,
  poorestContrast,
  tagLines,
  tagThemes,
  tellingApart,
} from './tag-look.ts'

const pairs = palette.flatMap((first, i) => palette.slice(i + 1).map((second) => [first, second] as const))

describe.each(tagThemes)('the palette in the %s theme', (theme) => {
  test.each(visions)('is told apart with %s', (vision) => {
    const near = pairs
      .map(([first, second]) => ({
        pair: `${first.name}, ${second.name}`,
        difference: colorDifference(
          seenWith(vision, lineOf(first.color, theme)),
          seenWith(vision, lineOf(second.color, theme)),
        ),
      }))
      .filter(({ difference }) => difference < (vision === 'all cones' ? 12 : tellingApart))
    expect(near).toEqual([])
  })

  test('is seen on the paper', () => {
    for (const { color } of palette)
      expect(contrast(lineOf(color, theme), fromHex(tagLines[theme].paper))).toBeGreaterThanOrEqual(3)
  })
})

test('those given out after it are told apart from all others as well, and seen on the paper', () => {
  const given = givenColors.flatMap((first, i) =>
    givenColors.slice(i + 1).map((second) => [first, second] as const),
  )
  const differences = tagThemes.flatMap((theme) =>
    visions.map((vision) => {
      const seen = new Map(givenColors.map((color) => [color, seenWith(vision, lineOf(color, theme))]))
      const least = Math.min(
        ...given.map(([first, second]) => colorDifference(seen.get(first)!, seen.get(second)!)),
      )
      return { theme, vision, least, enough: vision === 'all cones' ? 8 : 4 }
    }),
  )
  expect(differences.filter(({ least, enough }) => least < enough)).toEqual([])
  for (const color of givenColors) expect(poorestContrast(color)).toBeGreaterThanOrEqual(3)
})

test('colours that only red and green tell apart are found near', () => {
  expect(leastDifference('#dc2626', '#15803d')).toBeLessThan(4)
  expect(nearestInLooks('#15803d', [{ color: '#2563eb' }, { color: '#dc2626' }])).toEqual({
    color: '#dc2626',
  })
  expect(nearestInLooks('#c1272d', [{ color: '#2563eb' }])).toBeUndefined()
})

test('any colour of one’s own is fitted so that it can be seen', () => {
  for (const color of ['#ffffff', '#000000', '#ffff00', '#00ff00', '#0000ff', '#ff00ff', '#7f7f7f'])
    expect(poorestContrast(color)).toBeGreaterThan(2.5)
})

test('the next colour is the first that none has, then the one fewest have', () => {
  expect(freeColor([])).toBe(palette[0].color)
  expect(freeColor([{ color: palette[0].color }, { color: '#123456' }])).toBe(palette[1].color)
  expect(freeColor(palette)).toBe(givenColors[12])
  const all = givenColors.map((color) => ({ color }))
  expect(freeColor([...all, palette[0], palette[1]])).toBe(palette[2].color)
})

test('the difference is that of CIEDE2000', () => {
  const difference = (a: string, b: string) => colorDifference(fromHex(a), fromHex(b))
  expect(difference('#ffffff', '#000000')).toBeCloseTo(100, 1)
  expect(difference('#ff0000', '#00ff00')).toBeCloseTo(86.6, 0)
  expect(difference('#0000ff', '#ff0000')).toBeCloseTo(52.9, 0)
  expect(difference('#123456', '#123456')).toBe(0)
  expect(difference('#2563eb', '#c1272d')).toBeCloseTo(difference('#c1272d', '#2563eb'), 10)
})

test('grey stays grey to all eyes, and a colour is itself after being taken apart and put together', () => {
  const close = (light: Light) => light.map((amount) => Math.round(amount * 1000) / 1000)
  for (const vision of visions) expect(close(seenWith(vision, [0.5, 0.5, 0.5]))).toEqual([0.5, 0.5, 0.5])
  for (const { color } of palette) expect(toHex(fromHex(color))).toBe(color)
})

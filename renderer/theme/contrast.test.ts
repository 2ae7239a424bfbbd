import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// The measure is WCAG 2.2’s contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)]
const color = {
  light: new Map(pairs.map(([, name, light]) => [name, light!])),
  dark: new Map(pairs.map(([, name, , dark]) => [name, dark!])),
}

const text = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'warning', 'success']
const grounds = ['paper', 'surface', 'surface-raised', 'hover', 'selection']

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(text.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    'reads %s on %s',
    (ink, ground) => {
      expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['accent-ink', 'accent'],
    ['danger-ink', 'danger'],
    ['fill-ink', 'fill'],
    ['fill-ink', 'fill-danger'],
  ])('reads %s on %s', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(
    ['edge', 'focus-ring', 'fill'].flatMap((line) =>
      grounds.slice(0, 3).map((ground) => [line, ground] as const),
    ),
  )('shows %s on %s', (line, ground) => {
    expect(contrast(theme, line, ground)).toBeGreaterThanOrEqual(3)
  })
})

function contrast(theme: 'light' | 'dark', first: string, second: string): number {
  const [low, high] = [luminance(color[theme].get(first)!), luminance(color[theme].get(second)!)].sort(
    (a, b) => a - b,
  )
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

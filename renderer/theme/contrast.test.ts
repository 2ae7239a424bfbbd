import { describe, expect, test } from 'vitest'
import { paperOf } from '../../main/app/theme.ts'
import { Theme } from '../../preload/contract/preferences.ts'
import { contrast, themes, tokensOf } from './testing/colors.ts'

const text = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'warning', 'success']
const grounds = ['paper', 'surface', 'surface-raised', 'hover', 'selection']

test('every theme that can be chosen is looked at', () => {
  expect(Theme.options.filter((theme) => theme !== 'system').toSorted()).toEqual(themes.toSorted())
})

describe.each(themes)('the %s theme', (theme) => {
  const colors = tokensOf(theme)
  const between = (first: string, second: string) => contrast(colors.get(first)!, colors.get(second)!)
  const forText = theme.startsWith('contrast') ? 7 : 4.5
  const forLines = theme.startsWith('contrast') ? 4.5 : 3

  test.each(text.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    'reads %s on %s',
    (ink, ground) => {
      expect(between(ink, ground)).toBeGreaterThanOrEqual(forText)
    },
  )

  test.each([
    ['accent-ink', 'accent'],
    ['danger-ink', 'danger'],
    ['fill-ink', 'fill'],
    ['fill-ink', 'fill-danger'],
    ['ink', 'pressed'],
    ['ink', 'selected-text'],
    ['ink', 'segment-chosen'],
  ])('reads %s on %s', (ink, ground) => {
    expect(between(ink, ground)).toBeGreaterThanOrEqual(forText)
  })

  test.each(
    ['edge', 'focus-ring', 'fill'].flatMap((line) =>
      grounds.slice(0, 3).map((ground) => [line, ground] as const),
    ),
  )('shows %s on %s', (line, ground) => {
    expect(between(line, ground)).toBeGreaterThanOrEqual(forLines)
  })

  test('has the paper that the window shows before it is drawn', () => {
    const paper = paperOf(theme, theme.endsWith('dark'))
    expect(colors.get('paper')).toEqual(
      [1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16) / 255),
    )
  })
})

import { colorDifference } from './color-difference.ts'
import { contrast, fromHex, fromOklch, type Light, toOklch } from './color-space.ts'
import { seenWith, visions } from './color-vision.ts'

/**
 * How the themes draw the line of a tag: `--tag-line` of tag-color.css, said once more because only a browser reads
 * that; tag-look.test.ts holds the two together. Lightness is kept within bounds, then moved by `shift`.
 */
export const tagLines = {
  light: { least: 0.34, most: 0.575, shift: 0, chroma: 0.17, paper: '#fbf9f4' },
  sepia: { least: 0.34, most: 0.57, shift: -0.02, chroma: 0.17, paper: '#f3e7d0' },
  dark: { least: 0.34, most: 0.58, shift: 0.27, chroma: 0.14, paper: '#1c1b19' },
  'contrast-light': { least: 0.34, most: 0.57, shift: -0.05, chroma: 0.17, paper: '#ffffff' },
  'contrast-dark': { least: 0.34, most: 0.58, shift: 0.3, chroma: 0.14, paper: '#000000' },
} as const
export type TagTheme = keyof typeof tagLines

export const tagThemes = Object.keys(tagLines) as TagTheme[]

/** Below this two colours are hard to tell apart at a glance (CIEDE2000). */
export const tellingApart = 6

/** The line of a tag of that colour (`#rrggbb`) in a theme. */
export function lineOf(color: string, theme: TagTheme): Light {
  const { l, c, h } = toOklch(fromHex(color))
  const { least, most, shift, chroma } = tagLines[theme]
  return fromOklch({ l: Math.min(most, Math.max(least, l)) + shift, c: Math.min(c, chroma), h })
}

/** The contrast of the line with the paper, in the theme where it is poorest. */
export function poorestContrast(color: string): number {
  return Math.min(...tagThemes.map((theme) => contrast(lineOf(color, theme), fromHex(tagLines[theme].paper))))
}

/** How far two colours are apart where they come nearest: in any theme, for any eyes. */
export function leastDifference(first: string, second: string): number {
  return Math.min(
    ...tagThemes.flatMap((theme) =>
      visions.map((vision) =>
        colorDifference(seenWith(vision, lineOf(first, theme)), seenWith(vision, lineOf(second, theme))),
      ),
    ),
  )
}

/** The one of the others that comes nearest, where it is too near. */
export function nearestInLooks<T extends { color: string }>(
  color: string,
  others: readonly T[],
): T | undefined {
  // Of a large codebook many have the same.
  const distinct = new Map(others.toReversed().map((other) => [other.color, other])).values()
  const far = [...distinct].map((other) => ({ other, difference: leastDifference(color, other.color) }))
  const [nearest] = far.sort((a, b) => a.difference - b.difference)
  return nearest && nearest.difference < tellingApart ? nearest.other : undefined
}

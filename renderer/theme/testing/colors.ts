import { readFileSync } from 'node:fs'

/** What the style sheets of this folder say, for the tests of contrast. The measure is WCAG 2.2’s contrast ratio. */

export const themes = ['light', 'dark', 'sepia', 'contrast-light', 'contrast-dark'] as const
export type TestedTheme = (typeof themes)[number]
export type Channels = readonly [red: number, green: number, blue: number]

const sheet = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The declarations of a rule, by its selector. */
function rule(css: string, selector: string): string {
  const start = css.indexOf(`${selector} {`)
  return start < 0 ? '' : css.slice(css.indexOf('{', start) + 1, css.indexOf('\n}', start))
}

/** Declarations from the usual to the theme’s own; the later ones win. */
function rulesOf(theme: TestedTheme, own: (selector: string) => string, usual: string): string[] {
  if (theme === 'sepia') return [usual, own(':root[data-theme="sepia"]')]
  return theme.startsWith('contrast') ? [usual, own(':root[data-theme^="contrast"]')] : [usual]
}

const isDark = (theme: TestedTheme) => theme === 'dark' || theme === 'contrast-dark'

/** `light-dark(a, b)` as the theme takes it. */
function taken(value: string, theme: TestedTheme): string {
  const inner = /^light-dark\((.*)\)$/s.exec(value)?.[1]
  if (inner === undefined) return value
  let depth = 0
  const comma = [...inner].findIndex((sign) => {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    return sign === ',' && depth === 0
  })
  return (isDark(theme) ? inner.slice(comma + 1) : inner.slice(0, comma)).trim()
}

function declared(rules: readonly string[], theme: TestedTheme): Map<string, string> {
  const found = rules.flatMap((one) => [...one.matchAll(/--([\w-]+):\s*([^;]+);/g)])
  return new Map(found.map(([, name, value]) => [name!, taken(value!.trim(), theme)]))
}

/** The colours of a theme that are written in hexadecimal, by name without the dashes. */
export function tokensOf(theme: TestedTheme): Map<string, Channels> {
  const rules = rulesOf(
    theme,
    (selector) => rule(sheet('../themes.css'), selector),
    rule(sheet('../tokens.css'), ':root'),
  )
  const hex = [...declared(rules, theme)].filter(([, value]) => /^#[0-9a-f]{6}$/.test(value))
  return new Map(hex.map(([name, value]) => [name, channelsOf(value)]))
}

/** How strongly annotations are filled in a theme. */
export function tagStrength(theme: TestedTheme): number {
  const rules = rulesOf(
    theme,
    (selector) => rule(sheet('../themes.css'), selector),
    rule(sheet('../tokens.css'), ':root'),
  )
  return Number(declared(rules, theme).get('tag-strength'))
}

/** The least and the most lightness and the most chroma that a theme gives a tag’s colours, by name. */
export function tagColorsOf(theme: TestedTheme): Map<string, { lightness: number[]; chroma: number }> {
  const css = sheet('../tag-color.css')
  const rules = rulesOf(
    theme,
    (selector) => rule(css, `${selector} .tag-colored`),
    rule(css, '\n.tag-colored'),
  )
  return new Map(
    [...declared(rules, theme)].map(([name, value]) => {
      const [, lightness, chroma] = /^oklch\(from var\(--tag-color\) (.+) min\(c, ([\d.]+)\) h\)$/.exec(
        value,
      )!
      return [name, { lightness: boundsOf(lightness!), chroma: Number(chroma) }]
    }),
  )
}

/** `0.44`, `clamp(0.34, l, 0.57)` or `calc(clamp(0.34, l, 0.57) - 0.02)`. */
function boundsOf(lightness: string): number[] {
  const clamped = /clamp\(([\d.]+), l, ([\d.]+)\)(?: ([+-]) ([\d.]+))?/.exec(lightness)
  if (!clamped) return [Number(lightness)]
  const [, least, most, sign, amount = '0'] = clamped
  const shift = Number(amount) * (sign === '-' ? -1 : 1)
  return [Number(least) + shift, Number(most) + shift]
}

function channelsOf(hex: string): Channels {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

/** From OKLCH, as Chromium shows it: what lies outside the screen’s colours is cut off channel by channel. */
export function fromOklch(lightness: number, chroma: number, degrees: number): Channels {
  const a = chroma * Math.cos((degrees * Math.PI) / 180)
  const b = chroma * Math.sin((degrees * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const [red, green, blue] = linear.map((value) => {
    const within = Math.min(1, Math.max(0, value))
    return within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055
  })
  return [red!, green!, blue!]
}

/** `share` of the first over the second, as `color-mix(in srgb, …, transparent)` over a ground shows it. */
export function over(first: Channels, share: number, ground: Channels): Channels {
  const mixed = first.map((value, i) => value * share + ground[i]! * (1 - share))
  return [mixed[0]!, mixed[1]!, mixed[2]!]
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(first: Channels, second: Channels): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(channels: Channels): number {
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

import { watchTheme } from '../text/look-watch.ts'

/** A tag’s colours on the paper of the present theme. */
export interface TagColors {
  /** For lines and bars. */
  line: string
  /** For what is mixed into the ground of a passage. */
  fill: string
  /** For letters. */
  ink: string
}

interface ThemeColors {
  isDark: boolean
  areForced: boolean
  accent: string
  paper: string
  /** Of the text. */
  ink: string
  /** How strongly annotations are filled; 1 is usual. */
  strength: number
  /** By the colour in the codebook. */
  tags: Map<string, TagColors>
}

// Shared by all views: reading a style has the browser style whatever has changed in the page until then, which
// for a text that is just being opened is much.
let known: ThemeColors | null = null

// The theme may change while no text is on the page to hear of it.
let isWatched = false

/** Has the colours read again when they are next asked for. */
export function forgetThemeColors(): void {
  known = null
}

/**
 * The present theme’s colours, with those of tags (each given once) fitted to its paper (theme/tag-color.css). Read from elements,
 * because highlights do not inherit custom properties in every version of Chromium.
 */
export function themeColors(codebookColors: readonly string[]): ThemeColors {
  const colors = known
  if (colors && codebookColors.every((color) => colors.tags.has(color))) return colors
  if (!isWatched) watchTheme(forgetThemeColors)
  isWatched = true
  const missing = codebookColors.filter((color) => !colors?.tags.has(color))

  const probe = document.createElement('div')
  probe.className = 'document-probe'
  probe.append(...missing.map(probeFor))
  document.body.append(probe)
  const style = getComputedStyle(probe)
  known ??= {
    isDark: isDark(style.backgroundColor),
    areForced: matchMedia('(forced-colors: active)').matches,
    accent: style.color,
    paper: style.backgroundColor,
    ink: style.borderTopColor,
    strength: Number(style.getPropertyValue('--tag-strength') || 1),
    tags: new Map(),
  }
  for (const [i, color] of missing.entries()) {
    const { borderTopColor: line, backgroundColor: fill, color: ink } = getComputedStyle(probe.children[i]!)
    known.tags.set(color, { line, fill, ink })
  }
  probe.remove()
  return known
}

function probeFor(color: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'tag-colored'
  element.style.setProperty('--tag-color', color)
  return element
}

function isDark(color: string): boolean {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data
  return r * 0.3 + g * 0.59 + b * 0.11 < 110
}

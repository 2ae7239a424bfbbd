import type { Reading } from '../../preload/contract/preferences.ts'

const families: Record<Reading['font'], string> = {
  serif: '"Source Serif 4 Variable", "Noto Serif", Georgia, serif',
  sans: '"Inter Variable", "Noto Sans", system-ui, sans-serif',
  dyslexia: '"OpenDyslexic Even", "Inter Variable", sans-serif',
}

/**
 * The mean width of a character of English prose, spaces included, in ems. Measured; the serif has optical sizes and
 * runs narrower the larger it is: pairs of size and width.
 */
const characterWidths: Record<Reading['font'], readonly (readonly [textSize: number, ems: number])[]> = {
  serif: [
    [12, 0.472],
    [20, 0.436],
    [40, 0.417],
  ],
  sans: [[18, 0.467]],
  dyslexia: [[18, 0.577]],
}

/** What a ragged line lacks of its measure on average: half a word. */
const lostAtLineEnd = 2.5

/** The style properties, for the page or one text in it, that set a text as chosen. */
export function readingStyle(reading: Partial<Reading>): Record<string, string> {
  const { font, textSize, measure, leading, paragraphGap, justified, hyphenated } = reading
  return {
    ...(font && { '--text-font': families[font] }),
    ...(textSize && { '--reading-size': `${textSize}px` }),
    ...(leading && { '--reading-leading': String(leading) }),
    ...(paragraphGap !== undefined && { '--reading-gap': String(paragraphGap) }),
    ...(justified !== undefined && { '--reading-align': justified ? 'justify' : 'start' }),
    ...(hyphenated !== undefined && { '--reading-hyphens': hyphenated ? 'auto' : 'manual' }),
    ...(measure &&
      font &&
      textSize && {
        '--reading-measure': `${Math.round((measure + lostAtLineEnd) * characterWidth(font, textSize) * textSize)}px`,
        '--reading-characters': String(measure),
      }),
  }
}

/** In ems, between the sizes that were measured in proportion. */
export function characterWidth(font: Reading['font'], textSize: number): number {
  const widths = characterWidths[font]
  const next = widths.findIndex(([size]) => size >= textSize)
  const [toSize, toEms] = widths[next === -1 ? widths.length - 1 : next]!
  const [fromSize, fromEms] = widths[Math.max(0, next - 1)]!
  if (next <= 0 || toSize === fromSize) return toEms
  return fromEms + ((toEms - fromEms) * (textSize - fromSize)) / (toSize - fromSize)
}

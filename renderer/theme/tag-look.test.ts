import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type TagTheme, tagLines } from './tag-look.ts'

const css = readFileSync(new URL('./tag-color.css', import.meta.url), 'utf8').replace(/\s+/g, ' ')

/** The line of a theme as the style sheet has it. */
function written(theme: TagTheme): string {
  const { least, most, shift, chroma } = tagLines[theme]
  const clamped = `clamp(${least}, l, ${most})`
  const sum = shift === 0 ? clamped : `calc(${clamped} ${shift > 0 ? '+' : '-'} ${Math.abs(shift)})`
  return `oklch(from var(--tag-color) ${sum} min(c, ${chroma}) h)`
}

test('the style sheet draws the lines of tags as is said here', () => {
  expect(css).toContain(`--tag-line: light-dark( ${written('light')}, ${written('dark')} );`)
  expect(css).toContain(`--tag-line: ${written('sepia')};`)
  expect(css).toContain(
    `--tag-line: light-dark( ${written('contrast-light')}, ${written('contrast-dark')} );`,
  )
})

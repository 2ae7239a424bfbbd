import { answered, type RailMarks, tagsPerRow, unanswered } from './marks.ts'

export interface RailColors {
  paper: string
  found: string
  current: string
  copies: string
  tag(id: number): string
}

/** In CSS pixels from the left of the rail. */
export const columns = {
  width: 20,
  found: { from: 1, to: 5 },
  tags: { from: 6, to: 12 },
  claims: { from: 13, to: 18 },
  copies: { from: 18.5, to: 19.5 },
} as const

const claimRadius = 2.4
const claimAt = 15.5

/** Draws a whole rail. The context is scaled to CSS pixels. */
export function drawRail(context: CanvasRenderingContext2D, marks: RailMarks, colors: RailColors): void {
  context.clearRect(0, 0, columns.width, marks.height)
  drawTags(context, marks, colors)
  drawClaims(context, marks, colors)
  drawFound(context, marks, colors)
  drawCopies(context, marks, colors)
}

function drawCopies(
  context: CanvasRenderingContext2D,
  { copies, height }: RailMarks,
  colors: RailColors,
): void {
  const { from, to } = columns.copies
  context.fillStyle = colors.copies
  for (let y = copies.indexOf(1); y >= 0 && y < height; ) {
    let end = y
    while (end < height && copies[end] === 1) end += 1
    context.fillRect(from, y, to - from, end - y)
    y = copies.indexOf(1, end)
  }
}

function drawTags(context: CanvasRenderingContext2D, { tags, height }: RailMarks, colors: RailColors): void {
  const width = columns.tags.to - columns.tags.from
  for (let y = 0; y < height; ) {
    let end = y + 1
    while (end < height && isSameRow(tags, y, end)) end++
    let count = 0
    while (count < tagsPerRow && tags[y * tagsPerRow + count] !== 0) count++
    for (let i = 0; i < count; i++) {
      context.fillStyle = colors.tag(tags[y * tagsPerRow + i]!)
      context.fillRect(columns.tags.from + (width * i) / count, y, width / count, end - y)
    }
    y = end
  }
}

function isSameRow(tags: Int32Array, a: number, b: number): boolean {
  for (let i = 0; i < tagsPerRow; i++) if (tags[a * tagsPerRow + i] !== tags[b * tagsPerRow + i]) return false
  return true
}

/** Full: answered; hollow: not; half full: both are so near that one sign stands for them. */
function drawClaims(context: CanvasRenderingContext2D, marks: RailMarks, colors: RailColors): void {
  const size = Math.ceil(2 * claimRadius) + 1
  for (let y = 0; y < marks.height; ) {
    if (marks.claims[y] === 0) {
      y += 1
      continue
    }
    let there = 0
    for (let near = y; near < Math.min(y + size, marks.height); near++) there |= marks.claims[near]!
    drawClaim(context, Math.min(y + 1, marks.height - claimRadius - 1), there, {
      line: colors.tag(marks.claimTags[y]!),
      paper: colors.paper,
    })
    y += size
  }
}

function drawClaim(
  context: CanvasRenderingContext2D,
  y: number,
  there: number,
  { line, paper }: { line: string; paper: string },
): void {
  context.beginPath()
  context.arc(claimAt, y, claimRadius, 0, 2 * Math.PI)
  context.fillStyle = there === answered ? line : paper
  context.fill()
  context.strokeStyle = line
  context.lineWidth = 1.25
  context.stroke()
  if (there !== (answered | unanswered)) return
  context.beginPath()
  context.arc(claimAt, y, claimRadius, Math.PI / 2, (3 * Math.PI) / 2)
  context.fillStyle = line
  context.fill()
}

function drawFound(
  context: CanvasRenderingContext2D,
  { found, height }: RailMarks,
  colors: RailColors,
): void {
  const width = columns.found.to - columns.found.from
  context.fillStyle = colors.found
  for (let y = 0; y < height; y++) {
    if (found[y] === 1) context.fillRect(columns.found.from, y, width, 1)
  }
  context.fillStyle = colors.current
  for (let y = 0; y < height; y++) {
    if (found[y] === 2) context.fillRect(columns.found.from - 1, y - 1, width + 2, 3)
  }
}

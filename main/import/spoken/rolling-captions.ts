import type { Cue } from './cues.ts'

/** Between captions that roll there is no more time than this. */
const longestGapMs = 250
/** So many captions must have a line more below the one before; a chant is only said again. */
const leastGrown = 3
/** So large a part of all must begin with the line before. */
const leastPart = 0.5

/**
 * Captions that roll up, as those that YouTube makes by itself: the last line stays on the screen while the next comes
 * below it, and stands in the file twice or oftener. Each line is kept where it is said first.
 */
export function withoutRolling(cues: readonly Cue[]): { cues: readonly Cue[]; repeated: number } {
  const again = cues.map((cue, at) => linesAgain(cues[at - 1], cue))
  const rolling = again.filter((lines) => lines > 0).length
  const grown = cues.filter(({ lines }, at) => again[at]! > 0 && lines.length > again[at]!).length
  if (grown < leastGrown || rolling < (cues.length - 1) * leastPart) return { cues, repeated: 0 }
  const kept: Cue[] = []
  cues.forEach((cue, at) => {
    const lines = cue.lines.slice(again[at])
    const last = kept.at(-1)
    if (lines.length > 0) kept.push({ ...cue, lines, text: lines.join(' ') })
    else if (last) kept[kept.length - 1] = { ...last, endMs: cue.endMs }
  })
  return { cues: kept, repeated: again.reduce((sum, lines) => sum + lines, 0) }
}

/** With how many of the lines that end the one before a caption begins. */
function linesAgain(before: Cue | undefined, { lines, startMs, voice }: Cue): number {
  if (!before || startMs - before.endMs > longestGapMs || voice !== before.voice) return 0
  for (let count = Math.min(before.lines.length, lines.length); count > 0; count--) {
    if (before.lines.slice(-count).every((line, at) => line === lines[at])) return count
  }
  return 0
}

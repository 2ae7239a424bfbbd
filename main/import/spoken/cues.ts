import { withTimesOfSubRip } from './other-captions.ts'

/** One caption: what stands on the screen between two moments. */
export interface Cue {
  /** In milliseconds from the beginning. */
  startMs: number
  endMs: number
  /** Its lines, joined by a space; several voices are several cues. */
  text: string
  /** The same before they are joined, those with words; of several voices all lines of each. */
  lines: readonly string[]
  /** Named by the file itself, as `<v Mary>`; '' else. */
  voice: string
}

export interface Cues {
  cues: Cue[]
  /** Blocks that are no cue and were passed over, as comments and styles. */
  comments: number
  /** Blocks of words without a time, passed over too. */
  untimed: number
  /** Blocks with a time that could not be read. */
  broken: number
}

const timing =
  /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s|$)/

/** Reads SubRip, WebVTT and what is made like them alike: blocks apart by blank lines, each with a line of times. */
export function readCues(text: string): Cues {
  const found: Cues = { cues: [], comments: 0, untimed: 0, broken: 0 }
  const lines = withTimesOfSubRip(text).split('\n')
  let at = 0
  while (at < lines.length) {
    if (lines[at]!.trim() === '') {
      at++
      continue
    }
    const block: string[] = []
    while (at < lines.length && !endsBlock(lines, at)) block.push(lines[at++]!)
    takeBlock(block, found)
  }
  return found
}

/** A line of nothing but spaces does so only where another block follows: some recorders write one within a cue. */
function endsBlock(lines: readonly string[], at: number): boolean {
  if (lines[at]!.trim() !== '') return false
  if (lines[at] === '') return true
  const next = at + 1
  const [first, second] = [lines[next] ?? '', lines[next + 1] ?? '']
  return first.trim() === '' || first.includes('-->') || second.includes('-->') || isComment(first)
}

const isComment = (line: string): boolean =>
  /^(?:NOTE|STYLE|REGION|Region|WEBVTT|Kind|Language|X-TIMESTAMP-MAP)\b/.test(line)

function takeBlock(block: readonly string[], found: Cues): void {
  const timed = block.slice(0, 2).findIndex((line) => line.includes('-->'))
  if (timed < 0) {
    // The head of the file and the number of a cue without words are nothing that is missed.
    const isHead = /^WEBVTT\b/.test(block[0]!) || (block.length === 1 && /^\s*\d+\s*$/.test(block[0]!))
    if (isHead) return
    if (isComment(block[0]!)) found.comments++
    else found.untimed++
    return
  }
  if (!timing.test(block[timed]!)) {
    found.broken++
    return
  }
  // Some leave out the blank line before the next cue, and its number stands above its times.
  const starts = block.flatMap((line, at) => (at >= timed && timing.test(line) ? [at] : []))
  starts.forEach((start, at) => {
    const next = starts[at + 1]
    const isNumbered = next !== undefined && next - 1 > start && /^\s*\d+\s*$/.test(block[next - 1]!)
    takeCue(block.slice(start, isNumbered ? next - 1 : next), found)
  })
}

/** A cue whose first line is that of its times. */
function takeCue([times = '', ...lines]: readonly string[], { cues }: Cues): void {
  const [, start = '', end = ''] = timing.exec(times) ?? []
  const [startMs, endMs] = [millisecondsOf(start), millisecondsOf(end)]
  for (const { voice, text, lines: spoken } of voicesIn(lines.join('\n'))) {
    if (text !== '') cues.push({ startMs, endMs, text, lines: spoken, voice })
  }
}

function millisecondsOf(written: string): number {
  const [clock = '', part = '0'] = written.split(/[.,]/)
  const seconds = clock.split(':').reduce((sum, number) => sum * 60 + Number(number), 0)
  return seconds * 1000 + Number(part.padEnd(3, '0'))
}

/** The words of a cue, one piece for each voice that is named in it. */
function voicesIn(written: string): Pick<Cue, 'voice' | 'text' | 'lines'>[] {
  const pieces: Pick<Cue, 'voice' | 'text' | 'lines'>[] = []
  let voice = ''
  let from = 0
  const close = (to: number) => {
    const part = written.slice(from, to)
    const text = wordsOf(part)
    const lines = part.split('\n').map(wordsOf)
    if (text !== '') pieces.push({ voice, text, lines: lines.filter((line) => line !== '') })
  }
  for (const found of written.matchAll(/<v(?:\.[^\s>]*)?[ \t\n]+([^>]*)>|<\/v>/g)) {
    close(found.index)
    voice = found[1] === undefined ? '' : wordsOf(found[1])
    from = found.index + found[0].length
  }
  close(written.length)
  return pieces
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
}

/** Without the marks of subtitles: tags of SubRip and WebVTT, places and colours of others, entities. One line. */
function wordsOf(written: string): string {
  return written
    .replace(/<\/?(?:[biuscv]|ruby|rt|lang|font|\d{1,2}:\d{2})(?:[.\s:][^<>]*)?>/gi, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos);/g, (_, name: string) => entities[name]!)
    .replace(/[ \t\n]+/g, ' ')
    .trim()
}

/** As people write times: `1:02:03` or `02:03`, whole seconds. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

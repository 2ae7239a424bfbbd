import type { Block, Break, Mark, StructuredText } from '../../../../preload/contract/text.ts'
import type { CodePoints } from '../../code-points.ts'
import { type Fields, LineProblem } from './fields.ts'

/** The text of a document line with what stands over it, offsets turned into UTF-16 code units. Pauses between blocks. */
export function* decodingText(
  fields: Fields,
  text: string,
  points: CodePoints,
): Generator<void, StructuredText> {
  const blocks = yield* fields.readingObjects('blocks', (block) => decodeBlock(block, points))
  mustCover(text, blocks, points)
  yield
  return {
    text,
    blocks,
    marks: fields.objects('marks', (mark) => decodeMark(mark, points), []),
    breaks: fields.objects('breaks', (point) => decodeBreak(point, points), []),
  }
}

/** The text itself: its line ends are LF and nothing else. */
export function decodePlainText(fields: Fields): string {
  const text = fields.string('text')
  const carriageReturn = text.indexOf('\r')
  if (carriageReturn < 0) return text
  throw new LineProblem(
    `"text" has a carriage return in its line ${text.slice(0, carriageReturn).split('\n').length}; lines end with \\n alone`,
  )
}

function decodeBlock(fields: Fields, points: CodePoints): Block {
  const kind = fields.oneOf('kind', [
    'paragraph',
    'heading',
    'list-item',
    'quotation',
    'speaker-turn',
    'table-cell',
    'verse',
    'preformatted',
  ])
  const extent = decodeExtent(fields, points)
  switch (kind) {
    case 'heading':
      return { kind, level: fields.whole('level', 1, 6), ...extent }
    case 'list-item':
      return { kind, depth: fields.whole('depth'), ordered: fields.boolean('ordered'), ...extent }
    case 'speaker-turn':
      return { kind, speaker: fields.string('speaker'), time: fields.nullableString('time', null), ...extent }
    case 'table-cell':
      return { kind, row: fields.whole('row'), column: fields.whole('column'), ...extent }
    default:
      return { kind, ...extent }
  }
}

function decodeMark(fields: Fields, points: CodePoints): Mark {
  const kind = fields.oneOf('kind', ['em', 'strong', 'sup', 'sub', 'link'])
  const extent = decodeExtent(fields, points)
  return kind === 'link' ? { kind, href: fields.string('href'), ...extent } : { kind, ...extent }
}

function decodeBreak(fields: Fields, points: CodePoints): Break {
  return { kind: fields.oneOf('kind', ['page', 'section']), at: decodeOffset(fields, 'at', points) }
}

function decodeExtent(fields: Fields, points: CodePoints): { start: number; end: number } {
  const start = decodeOffset(fields, 'start', points)
  const end = decodeOffset(fields, 'end', points)
  if (start > end) throw new LineProblem(`${fields.itself()} ends before it starts`)
  return { start, end }
}

function decodeOffset(fields: Fields, name: string, points: CodePoints): number {
  const offset = fields.whole(name)
  const utf16 = points.toUtf16(offset)
  if (utf16 !== undefined) return utf16
  throw new LineProblem(
    `${fields.name(name)} is ${offset}, but the text has ${points.length} characters (code points)`,
  )
}

/** The plain text is the blocks' texts joined by a single line feed. */
function mustCover(text: string, blocks: readonly Block[], points: CodePoints): void {
  let next = 0
  for (const [index, { start, end }] of blocks.entries()) {
    if (start !== next || (index > 0 && text[start - 1] !== '\n')) {
      throw new LineProblem(
        `"blocks[${index}]" starts at ${points.fromUtf16(start)}: each block starts one line feed after the one before, the first at 0`,
      )
    }
    next = end + 1
  }
  if (next - 1 === text.length || (blocks.length === 0 && text === '')) return
  throw new LineProblem(`"blocks" must cover the text, which has ${points.length} characters (code points)`)
}

import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Block, Break, Mark } from '../../preload/contract/text.ts'
import { problemOf } from '../anchors.ts'
import { json } from './json.ts'

interface TextRow {
  id: number
  /** The document that shows this text now, if one does. */
  documentId: number | null
  length: number
  hash: string
  text: string
  blocks: string
  marks: string
  breaks: string
}
type RawSpan = [annotation: number, position: number, start: number, end: number, quote: string]

const Blocks = json(z.array(Block))
const Marks = json(z.array(Mark))
const Breaks = json(z.array(Break))

/** Bytes; more than this no string can hold. */
const longest = 256_000_000

/** Texts that are not as they were imported, and spans that do not stand where their words are. */
export function* textProblems(database: Database): Generator<string> {
  const tooLong = database
    .prepare<[], number>(
      `SELECT id FROM revision
       WHERE max(octet_length(text), octet_length(blocks), octet_length(marks), octet_length(breaks)) > ${longest}`,
    )
    .pluck()
  for (const id of tooLong.all()) return yield `Text ${id} is too long to be read.`

  const texts = database.prepare<[], TextRow>(
    `SELECT revision.id, document.id AS documentId, length, text_sha256 AS hash, text, blocks, marks, breaks
     FROM revision LEFT JOIN document ON document.id = document_id AND revision_id = revision.id AND present = 1`,
  )
  const spans = database
    .prepare<[number], RawSpan>(
      `SELECT annotation_id, position, start, "end", quote FROM span WHERE document_id = ?
       ORDER BY start, "end" DESC, annotation_id`,
    )
    .raw()

  for (const row of texts.iterate()) {
    const problem = textProblem(row)
    if (problem !== undefined) yield problem
    else if (row.documentId !== null) yield* spanProblems(row.text, spans.all(row.documentId))
  }
}

function textProblem({ id, text, hash, length, blocks, marks, breaks }: TextRow): string | undefined {
  if (text.length !== length || createHash('sha256').update(text).digest('hex') !== hash) {
    return `Text ${id} is not as it was imported.`
  }
  const parsed = Blocks.safeParse(blocks)
  if (!parsed.success || !areJoined(parsed.data, text)) return `The blocks of text ${id} do not fit it.`
  const over = Marks.safeParse(marks)
  if (!over.success || over.data.some(({ start, end }) => start > end || end > length)) {
    return `The marks of text ${id} do not fit it.`
  }
  const between = Breaks.safeParse(breaks)
  if (!between.success || between.data.some(({ at }) => at > length))
    return `The breaks of text ${id} do not fit it.`
  return undefined
}

/** Whether the blocks follow each other with one line break between, from the beginning to the end. */
function areJoined(blocks: readonly z.infer<typeof Block>[], text: string): boolean {
  let next = 0
  for (const { start, end } of blocks) {
    if (start !== next || end < start || (start > 0 && text[start - 1] !== '\n')) return false
    next = end + 1
  }
  return next === text.length + 1 || (blocks.length === 0 && text === '')
}

/** The spans come in reading order, so those of one annotation do too. */
function* spanProblems(text: string, spans: readonly RawSpan[]): Generator<string> {
  const latest = new Map<number, { position: number; start: number; end: number }>()
  for (const [annotation, position, start, end, quote] of spans) {
    const before = latest.get(annotation)
    const problem = problemOf(text, { start, end }, before)
    if (problem !== undefined) yield `Annotation ${annotation}: ${problem}`
    else if (text.slice(start, end) !== quote)
      yield `The words of annotation ${annotation} are not those of the text.`
    else if (position !== (before?.position ?? -1) + 1)
      yield `The spans of annotation ${annotation} are out of order.`
    latest.set(annotation, { position, start, end })
  }
}

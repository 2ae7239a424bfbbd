import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../../preload/contract/failure.ts'
import { mustGoOn } from '../../target.ts'
import { RowCheck } from './check-rows.ts'
import { checksumFile, factsOf, filesBelow, readChecksums } from './checksums.ts'
import { filesOf, type SplitName, type TableShape } from './columns.ts'
import { jsonRows } from './json-rows.ts'
import { parquetRows } from './parquet-reader.ts'
import { isSameRow } from './same-row.ts'
import { allShapes, type TableName, tableShapes } from './table-shapes.ts'

/** Something that is wrong with a folder: in which file, in which line of it, and a sentence. */
export interface FolderProblem {
  file: string
  line?: number
  what: string
}

export interface CheckOptions {
  signal: AbortSignal
  /** In rows; `of` is 0 while it is not known. */
  progress(done: number, of: number): void
}

/** More are not told: a folder that is wrong throughout says so often enough. */
const mostProblems = 100

/**
 * Reads the whole of a dataset folder back: its checksums, that both forms of each table say the same, that words fit
 * their texts, and that nothing that belongs together is parted. No problem: it is as it was written, and loads.
 */
export async function checkFolder(folder: string, options: CheckOptions): Promise<FolderProblem[]> {
  const problems: FolderProblem[] = [...(await checkFiles(folder, options))]
  if (problems.length === 0) problems.push(...(await checkDescription(folder)))
  if (problems.length === 0) await checkTables(folder, options, problems)
  return problems.slice(0, mostProblems)
}

async function checkFiles(folder: string, { signal }: CheckOptions): Promise<FolderProblem[]> {
  const lines = (await isFile(join(folder, checksumFile)))
    ? await readFile(join(folder, checksumFile), 'utf8').catch(() => null)
    : null
  if (lines === null)
    return [
      {
        file: checksumFile,
        what: 'is missing, so nothing can be checked: this is no dataset folder, or a part of one',
      },
    ]
  const sums = readChecksums(lines)
  if (!sums) return [{ file: checksumFile, what: 'holds a line that is no checksum' }]
  const there = await filesBelow(folder)
  const problems: FolderProblem[] = []
  for (const file of there) {
    if (file === checksumFile) continue
    const wanted = sums.get(file)
    if (!(await isFile(join(folder, file)))) problems.push({ file, what: 'is no file that can be read' })
    else if (wanted === undefined) problems.push({ file, what: 'is not one of the dataset’s files' })
    else if ((await factsOf(join(folder, file))).sha256 !== wanted)
      problems.push({ file, what: 'is not as it was written: its checksum is another' })
    mustGoOn(signal)
  }
  const wanted = allShapes.flatMap((shape) =>
    (['jsonl', 'parquet'] as const).flatMap((kind) => filesOf(shape, kind).map(({ file }) => file)),
  )
  for (const file of new Set([...sums.keys(), ...wanted, 'README.md', 'codebook.md', 'croissant.json']))
    if (!there.includes(file)) problems.push({ file, what: 'is missing' })
  return problems
}

/** A pipe or a device would be waited for without end. */
const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true

/** That croissant.json tells the checksums that the files have. */
async function checkDescription(folder: string): Promise<FolderProblem[]> {
  const file = 'croissant.json'
  const wrong = (what: string): FolderProblem[] => [{ file, what }]
  let distribution: unknown
  try {
    const read = JSON.parse(await readFile(join(folder, file), 'utf8')) as { distribution?: unknown } | null
    distribution = read?.distribution
  } catch {
    return wrong('is not JSON')
  }
  if (!Array.isArray(distribution)) return wrong('names no files')
  const problems: FolderProblem[] = []
  const there = new Set(await filesBelow(folder))
  for (const entry of distribution as unknown[]) {
    const { contentUrl, sha256 } = (entry ?? {}) as { contentUrl?: unknown; sha256?: unknown }
    if (typeof contentUrl !== 'string' || !there.has(contentUrl)) {
      problems.push({ file, what: 'names something that is no file of this folder' })
      continue
    }
    const facts = await factsOf(join(folder, contentUrl)).catch(() => null)
    if (facts?.sha256 !== sha256) problems.push({ file, what: `has another checksum for ${contentUrl}` })
  }
  return problems
}

async function checkTables(folder: string, options: CheckOptions, problems: FolderProblem[]): Promise<void> {
  const rows = new RowCheck()
  let done = 0
  for (const [table, shape] of Object.entries(tableShapes) as [TableName, TableShape][]) {
    const jsonl = filesOf(shape, 'jsonl')
    for (const [at, { split, file }] of filesOf(shape, 'parquet').entries()) {
      const files = { parquet: file, jsonl: jsonl[at]!.file }
      for await (const found of compared(folder, shape, files)) {
        if ('problem' in found) problems.push(found.problem)
        else {
          const { row, line } = found
          for (const what of rows.check(table, split as SplitName | null, row))
            problems.push({ file: files.jsonl, line, what })
        }
        done += 1
        if (done % 1000 === 0) {
          mustGoOn(options.signal)
          options.progress(done, 0)
        }
        if (problems.length >= mostProblems) return
      }
    }
  }
  for (const what of rows.end()) problems.push({ file: filesOf(tableShapes.links, 'jsonl')[0]!.file, what })
}

type Compared = { row: Record<string, unknown>; line: number } | { problem: FolderProblem }

/** The rows of a file of JSON Lines that the Parquet file has too, in order. */
async function* compared(
  folder: string,
  shape: TableShape,
  files: { parquet: string; jsonl: string },
): AsyncGenerator<Compared> {
  const lines = jsonRows(join(folder, files.jsonl))
  try {
    for await (const group of parquetRows(join(folder, files.parquet))) {
      for (const parquet of group) {
        const next = await lines.next()
        if (next.done) {
          yield {
            problem: { file: files.jsonl, what: 'has fewer rows than the Parquet file of the same name' },
          }
          return
        }
        const [row, line] = next.value
        if (row !== null && isSameRow(shape.columns, row, parquet)) yield { row, line }
        else {
          const what =
            row === null ? 'is no JSON object' : 'says something else than the same row of the Parquet file'
          yield { problem: { file: files.jsonl, line, what } }
        }
      }
    }
    if (!(await lines.next()).done)
      yield { problem: { file: files.jsonl, what: 'has more rows than the Parquet file of the same name' } }
  } catch (error) {
    if (error instanceof Failure) throw error
    yield { problem: { file: files.parquet, what: `cannot be read: ${(error as Error).message}` } }
  } finally {
    await lines.return(undefined)
  }
}

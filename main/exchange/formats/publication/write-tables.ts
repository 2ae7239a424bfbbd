import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mustGoOn } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import { filesOf, type Row, type SplitName, type TableShape } from './columns.ts'
import { ParquetFile } from './parquet-writer.ts'
import type { TableRow } from './rows.ts'
import { type TableName, tableShapes } from './table-shapes.ts'

/** Rows and characters that are gathered before they go to the disk; one row group of Parquet. */
const mostRows = 5_000
const mostCharacters = 1 << 22

export type Counts = Map<string, Map<SplitName | null, number>>

/** Writes every table, both ways, below the folder. Returns how many rows each file has, by table. */
export async function writeTables(
  rows: Iterable<TableRow>,
  folder: string,
  {
    program,
    signal,
    progress,
  }: { program: string } & Pick<WritingOptions, 'signal'> & {
      progress: (rows: number) => void
    },
): Promise<Counts> {
  const parts = new Map<string, TablePart>()
  const shapes = Object.entries(tableShapes) as [TableName, TableShape][]
  try {
    for (const [table, shape] of shapes) {
      const jsonl = filesOf(shape, 'jsonl')
      for (const [at, { split, file }] of filesOf(shape, 'parquet').entries()) {
        const paths = { parquet: join(folder, file), jsonl: join(folder, jsonl[at]!.file) }
        parts.set(keyOf(table, split), await TablePart.open(shape, split, paths, program))
      }
    }
    let done = 0
    for (const { table, row } of rows) {
      const part = parts.get(keyOf(table, tableShapes[table].isSplit ? (row.split as SplitName) : null))!
      done += 1
      if (!part.take(row)) continue
      mustGoOn(signal)
      progress(done)
      await part.flush()
    }
    const counts: Counts = new Map(shapes.map(([, { name }]) => [name, new Map()]))
    // All at once: a disk settles many files in hardly more time than one.
    await Promise.all([...parts.values()].map((part) => part.close()))
    for (const part of parts.values()) {
      counts.get(part.shape.name)!.set(part.split, part.count)
    }
    return counts
  } catch (error) {
    for (const part of parts.values()) await part.abandon().catch(() => {})
    throw error
  }
}

const keyOf = (table: TableName, split: SplitName | null): string => `${table} ${split}`

/** One split of one table, as it grows. */
class TablePart {
  readonly shape: TableShape
  readonly split: SplitName | null
  readonly #json: FileHandle
  readonly #parquet: ParquetFile
  #rows: Row[] = []
  #lines = ''
  count = 0

  private constructor(shape: TableShape, split: SplitName | null, json: FileHandle, parquet: ParquetFile) {
    this.shape = shape
    this.split = split
    this.#json = json
    this.#parquet = parquet
  }

  static async open(
    shape: TableShape,
    split: SplitName | null,
    paths: Record<'parquet' | 'jsonl', string>,
    program: string,
  ): Promise<TablePart> {
    for (const path of Object.values(paths)) await mkdir(dirname(path), { recursive: true })
    const json = await open(paths.jsonl, 'wx')
    return new TablePart(shape, split, json, await ParquetFile.open(paths.parquet, shape.columns, program))
  }

  /** True when enough has been gathered. */
  take(row: Row): boolean {
    this.#rows.push(row)
    this.#lines += `${JSON.stringify(row)}\n`
    this.count += 1
    return this.#rows.length >= mostRows || this.#lines.length >= mostCharacters
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return
    const [rows, lines] = [this.#rows, this.#lines]
    this.#rows = []
    this.#lines = ''
    await this.#json.writeFile(lines)
    await this.#parquet.write(rows)
  }

  async close(): Promise<void> {
    await this.flush()
    await this.#json.sync()
    await this.#json.close()
    await this.#parquet.close()
  }

  async abandon(): Promise<void> {
    await this.#json.close()
    await this.#parquet.abandon()
  }
}

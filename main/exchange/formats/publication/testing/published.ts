import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Data from '../../../dataset.ts'
import { filesOf } from '../columns.ts'
import { type TableName, tableShapes } from '../table-shapes.ts'
import { type Terms, usualTerms } from '../terms.ts'
import { writePublication } from '../write-folder.ts'

export const options = { signal: new AbortController().signal, progress: () => {} }

/** Writes to a place of its own, looks at it and clears it away. */
export async function published<T>(
  data: Data.Dataset,
  look: (folder: string, notes: string[]) => T,
  terms: Partial<Terms> = {},
): Promise<Awaited<T>> {
  const place = mkdtempSync(join(tmpdir(), 'published-'))
  try {
    const folder = join(place, 'dataset')
    const notes: string[] = []
    const note = (sentence: string) => void notes.push(sentence)
    await writePublication(data, folder, { ...options, terms: { ...usualTerms, ...terms }, note })
    return await look(folder, notes)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Whatever the file says. */
export type Row = ReturnType<typeof JSON.parse>

export const linesOf = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

export const rowsOf = (folder: string, table: TableName): Row[] =>
  filesOf(tableShapes[table], 'jsonl').flatMap(({ file }) => linesOf(join(folder, file)))

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

export const textOf = (data: Data.Dataset, id: string): string => data.textOf(id).text

import type { Database } from 'better-sqlite3'

/** Bytes of the file as it was when reading began. */
export function sizeOf(database: Database): number {
  const read = (name: string) => database.pragma(name, { simple: true }) as number
  return read('page_count') * read('page_size')
}

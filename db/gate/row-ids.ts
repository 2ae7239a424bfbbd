import type { Database } from 'better-sqlite3'

/** Beyond it numbers are no longer exact here, and where SQLite counts to its end it says that the disk is full. */
const mostRows = 2 ** 50

/** Tables whose rows have numbers, or will get numbers, that the program never gives. */
export function* rowIdProblems(database: Database): Generator<string> {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'`)
    .pluck()
  const latest = database
    .prepare<[string], number>(`SELECT max(seq) FROM sqlite_sequence WHERE name = ?`)
    .pluck()
  for (const table of tables.all()) {
    const [least, most] = ['min', 'max'].map((end) =>
      database.prepare<[], number | null>(`SELECT ${end}(id) FROM ${table}`).pluck().get(),
    )
    const next = latest.get(table)
    const isOne = (id: number | null | undefined) => (id ?? 1) >= 0 && (id ?? 1) < mostRows
    if (![least, most, next].every(isOne))
      yield `The rows of ${table} are not numbered as this program does it.`
  }
}

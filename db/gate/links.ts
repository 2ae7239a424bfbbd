import type { Database } from 'better-sqlite3'

interface Row {
  id: number
  source: number | null
  target: number | null
}

/** Links that lead into a circle of links, so that none of them could be read. */
export function* linkProblems(database: Database): Generator<string> {
  const rows = database
    .prepare<[], Row>(
      `SELECT id, source_link_id AS source, target_link_id AS target FROM link
       WHERE source_link_id IS NOT NULL OR target_link_id IS NOT NULL`,
    )
    .all()
  for (const id of withoutEnd(rows)) yield `Link ${id} leads into a circle of links.`
}

/** Takes away what points at nothing that is left; only circles and what leads into them remain. */
function withoutEnd(rows: readonly Row[]): Iterable<number> {
  const endsOf = ({ source, target }: Row) => [source, target].filter((end) => end !== null && left.has(end))
  const left = new Map(rows.map((row) => [row.id, row]))
  const pointing = new Map<number, Row[]>()
  for (const row of rows) {
    for (const end of endsOf(row)) {
      const others = pointing.get(end as number)
      if (others) others.push(row)
      else pointing.set(end as number, [row])
    }
  }
  const free = rows.filter((row) => endsOf(row).length === 0)
  for (const row of free) {
    left.delete(row.id)
    for (const other of pointing.get(row.id) ?? []) {
      if (left.has(other.id) && endsOf(other).length === 0) free.push(other)
    }
  }
  return left.keys()
}

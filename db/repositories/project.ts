import type { Database } from 'better-sqlite3'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

export interface ProjectRow {
  uid: string
  name: string
  description: string
  created: string
}

/** The one row that names the project. */
export function projectRepository(database: Database) {
  const select = database.prepare<[], ProjectRow>(`SELECT uid, name, description, created FROM project`)
  const insert = database.prepare<ProjectRow>(
    `INSERT INTO project (id, uid, name, description, created) VALUES (1, :uid, :name, :description, :created)`,
  )
  const update = columnUpdater<'name' | 'description'>(database, 'project')

  return {
    get: (): ProjectRow => found(select.get(), 'project'),
    insert: (row: ProjectRow): void => void insert.run(row),
    update: (change: Change<Pick<ProjectRow, 'name' | 'description'>>): void => void update(1, change),
  }
}

import type { Database } from 'better-sqlite3'
import { columnsOf, imageOf, type LoggedTable, loggedTables } from './row-image.ts'

/**
 * Temporary triggers that log every change of every logged table, cascades included. Being temporary they are
 * made anew at every opening from the columns that are there, and no file carries anything that runs.
 *
 * The connection is in one of three modes: `recording` logs into a step, `replaying` logs nothing, and `closed`
 * refuses every change, so that nothing can be changed behind the history’s back.
 */
export function installTriggers(database: Database): void {
  database.exec(`
    CREATE TEMP TABLE recording (mode TEXT NOT NULL, step_id INTEGER);
    INSERT INTO recording VALUES ('closed', NULL);
  `)
  for (const table of loggedTables) database.exec(triggersOf(database, table))
}

function triggersOf(database: Database, table: LoggedTable): string {
  const columns = columnsOf(database, table)
  const before = imageOf(columns, 'OLD')
  const after = imageOf(columns, 'NEW')
  // A document that is absent is not there for the history either: so its text need not be logged to come back.
  const isPresent = (row: string) => (table === 'document' ? `AND ${row}.present = 1` : '')
  const eitherIsPresent = table === 'document' ? 'AND (OLD.present = 1 OR NEW.present = 1)' : ''
  const deletion =
    table === 'document'
      ? `SELECT RAISE(ABORT, 'a document that is present is never deleted');`
      : log(table, 'OLD', before, 'NULL')

  return `
    CREATE TEMP TRIGGER ${table}_inserted AFTER INSERT ON main.${table}
    WHEN (SELECT mode FROM recording) <> 'replaying' ${isPresent('NEW')}
    BEGIN ${refuseWhenClosed} ${log(table, 'NEW', 'NULL', after)} END;

    CREATE TEMP TRIGGER ${table}_updated AFTER UPDATE ON main.${table}
    WHEN (SELECT mode FROM recording) <> 'replaying' ${eitherIsPresent}
    BEGIN ${refuseWhenClosed} ${log(table, 'NEW', before, after)} END;

    CREATE TEMP TRIGGER ${table}_deleted AFTER DELETE ON main.${table}
    WHEN (SELECT mode FROM recording) <> 'replaying' ${isPresent('OLD')}
    BEGIN ${refuseWhenClosed} ${deletion} END;
  `
}

const refuseWhenClosed = `
  SELECT RAISE(ABORT, 'a change outside a step of the history') FROM recording WHERE mode = 'closed';`

const log = (table: LoggedTable, row: 'OLD' | 'NEW', before: string, after: string) => `
  INSERT INTO change (step_id, table_name, row_id, before, after)
  SELECT step_id, '${table}', ${row}.id, before, after
  FROM recording, (SELECT ${before} AS before, ${after} AS after)
  WHERE before IS NOT after;`

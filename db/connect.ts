import Database, { type Database as Connection } from 'better-sqlite3'

/**
 * A connection for files that may come from anyone. Never call `unsafeMode` or `loadExtension` on it: SQLite’s
 * defensive mode is on until one does. Bytes of a file are opened in memory.
 */
export function connect(path: string | Buffer, { readOnly = false } = {}): Connection {
  const database = new Database(path, { readonly: readOnly, timeout: 5000 })
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('secure_delete = ON')
  database.pragma('mmap_size = 0')
  database.pragma('temp_store = MEMORY')
  return database
}

/**
 * How changes reach the disk. A truncated rollback journal with EXTRA lost no acknowledged work in any simulated
 * power cut, and leaves one file that can be copied and mailed; a write-ahead log does neither. NORMAL locking
 * notices when the file is moved away under it, EXCLUSIVE does not.
 */
export function makeDurable(database: Connection): void {
  database.pragma('locking_mode = NORMAL')
  database.pragma('journal_mode = TRUNCATE')
  database.pragma('synchronous = EXTRA')
  if (process.platform === 'darwin') database.pragma('fullfsync = ON')
}

/** Leaves no journal beside the file, where it can still be written. What was committed is on the disk in any case. */
export function closeDurably(database: Connection): void {
  if (!database.open) return
  try {
    if (!database.readonly && !database.memory) database.pragma('journal_mode = DELETE')
  } catch {
    // The file was moved or its medium is gone; an empty journal does no harm.
  }
  database.close()
}

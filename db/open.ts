import { accessSync, constants, realpathSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Failure } from '../preload/contract/failure.ts'
import { backUp } from './back-up.ts'
import { connect, makeDurable } from './connect.ts'
import { problemsOf } from './gate/check.ts'
import { readHeader, requireWholeFile } from './gate/header.ts'
import { hasHotJournal } from './gate/sidecars.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { migrate } from './migrations/migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { assembleProject, type OpenProject, type Sources, worldSources } from './open-project.ts'
import { type Ownership, takeOwnership } from './owner.ts'
import { toFailure } from './sqlite-failure.ts'

export interface OpenOptions extends Partial<Sources> {
  /** How this person is named to those who open the file meanwhile. */
  user?: string
  /** Where a copy goes before the file is brought to a newer version; without it such a file is only refused. */
  backupsFolder?: string
  migrations?: readonly Migration[]
}

/** What this process has open: reading such a file past SQLite would drop SQLite’s locks. */
const openHere = new Set<string>()

/**
 * Opens a project file that may come from anyone: it is looked through before anything is changed, and where it is
 * refused it stays as it is, byte for byte. Fails with `unreadable`, `not-a-project`, `newer-version` or `damaged`.
 * Where it cannot be written, or somebody else has it, it opens for reading and `readOnly` says why.
 */
export function openProject(path: string, options: OpenOptions = {}): OpenProject {
  const { migrations = allMigrations, ...rest } = options
  const sources = { ...worldSources, ...rest }
  const file = realPathOf(resolve(path))
  if (openHere.has(file))
    return openForReading(file, sources, 'This project is already open in this program.', migrations)

  const header = readHeader(file, migrations.length)
  const isHot = hasHotJournal(file, header)
  if (!isHot) requireWholeFile(header)
  if (!canWrite(file)) {
    if (isHot)
      throw new Failure(
        'read-only',
        'This project was not closed properly and cannot be put right where it is, because its folder is read-only. Copy all its files into a folder of yours and open it there.',
      )
    return openForReading(
      file,
      sources,
      'The file or its folder is read-only. Copy it elsewhere to work on it.',
      migrations,
    )
  }

  const owner = takeOwnership(file, { user: rest.user ?? userInfo().username, token: sources.newUid() })
  if (owner.other !== undefined)
    return openForReading(
      file,
      sources,
      `${owner.other.user} has this project open on ${owner.other.machine}. You can read it; to work on it, wait until it is closed there.`,
      migrations,
    )
  return openForWriting(file, { sources, owner, migrations, backupsFolder: rest.backupsFolder })
}

interface Writing {
  sources: Sources
  owner: Ownership
  migrations: readonly Migration[]
  backupsFolder: string | undefined
}

function openForWriting(file: string, { sources, owner, migrations, backupsFolder }: Writing): OpenProject {
  let database: Database | undefined
  try {
    database = connect(file)
    passGate(database, migrations)
    makeDurable(database)
    if (!probeWrite(database)) {
      database.close()
      owner.release()
      return openForReading(
        file,
        sources,
        'The file or its folder cannot be written. Copy it elsewhere to work on it.',
        migrations,
      )
    }
    bringUpToDate(database, { file, migrations, backupsFolder, now: sources.now })
    openHere.add(file)
    return assembleProject(database, {
      ...sources,
      path: file,
      readOnly: '',
      onClose() {
        openHere.delete(file)
        owner.release()
      },
    })
  } catch (error) {
    database?.close()
    owner.release()
    throw toFailure(error)
  }
}

function openForReading(
  file: string,
  sources: Sources,
  readOnly: string,
  migrations: readonly Migration[],
): OpenProject {
  let database: Database | undefined
  try {
    database = connect(file, { readOnly: true })
    passGate(database, migrations)
    requireLatest(
      database,
      migrations,
      `${readOnly} It was made with an older version, so it can be opened only where it can be written.`,
    )
    return assembleProject(database, { ...sources, path: file, readOnly })
  } catch (error) {
    database?.close()
    throw toFailure(error)
  }
}

/** The file as one reader sees it, without a change of any kind. */
function passGate(database: Database, migrations: readonly Migration[]): void {
  database.pragma('query_only = ON')
  database.exec('BEGIN')
  try {
    for (const problem of problemsOf(database, migrations)) {
      throw new Failure('damaged', `This project file is damaged. ${problem} Open the latest backup.`)
    }
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
  database.pragma('query_only = OFF')
}

/** Whether a change can be made; makes none. A read-only folder or medium shows only here. */
function probeWrite(database: Database): boolean {
  try {
    database.exec('BEGIN IMMEDIATE; UPDATE project SET name = name; ROLLBACK')
    return true
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    const { code = '' } = error as { code?: string }
    if (['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR'].some((start) => code.startsWith(start)))
      return false
    throw error
  }
}

function bringUpToDate(
  database: Database,
  {
    file,
    migrations,
    backupsFolder,
    now,
  }: { file: string; backupsFolder: string | undefined } & Pick<Writing, 'migrations'> & Pick<Sources, 'now'>,
): void {
  if (versionOf(database) === migrations.length) return
  if (backupsFolder === undefined)
    requireLatest(
      database,
      migrations,
      'An older version of Rejoinder made this project. Open it in the program once, which keeps a copy and brings it up to date.',
    )
  else backUp(database, { path: file, folder: backupsFolder, at: now() })
  migrate(database, migrations)
}

function requireLatest(database: Database, migrations: readonly Migration[], sentence: string): void {
  if (versionOf(database) < migrations.length) throw new Failure('read-only', sentence)
}

const versionOf = (database: Database) => database.pragma('user_version', { simple: true }) as number

function canWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

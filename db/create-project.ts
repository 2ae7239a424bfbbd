import { closeSync, openSync, unlinkSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Failure } from '../preload/contract/failure.ts'
import { connect, makeDurable } from './connect.ts'
import { applicationId, projectEnding } from './file-format.ts'
import { preparingLate } from './late-statements.ts'
import { migrations } from './migrations/index.ts'
import { migrate } from './migrations/migrate.ts'
import { type OpenOptions, openProject } from './open.ts'
import { assembleProject, type OpenProject, worldSources } from './open-project.ts'
import { createRepositories } from './repositories/index.ts'
import { insertStandardCodebook } from './standard-codebook.ts'

export interface CreateOptions extends OpenOptions {
  /** The file’s name without its ending when not given. */
  name?: string
  description?: string
  codebook?: 'standard' | 'empty'
}

/**
 * Makes a project file and opens it. Fails with `target-exists` where there is a file of any kind, with
 * `unreadable` where there is no such folder or it cannot be written.
 */
export function createProject(path: string, options: CreateOptions = {}): OpenProject {
  const file = resolve(path)
  reserve(file)
  try {
    const database = connect(file)
    makeDurable(database)
    fill(database, { name: basename(file, projectEnding), ...options })
    database.close()
  } catch (error) {
    unlinkSync(file)
    throw error
  }
  return openProject(file, options)
}

/** A project that is nowhere but in memory, for tests and for trying things out. */
export function createProjectInMemory(options: CreateOptions = {}): OpenProject {
  migrated ??= withAllMigrations()
  const database = connect(migrated)
  fill(database, { name: 'Untitled', ...options })
  return assembleProject(database, { ...worldSources, ...options, path: ':memory:', readOnly: '' })
}

// Tests make thousands; going through all migrations would be a third of the work each time.
let migrated: Buffer | undefined

function withAllMigrations(): Buffer {
  const database = connect(':memory:')
  migrate(database, migrations)
  const bytes = database.serialize()
  database.close()
  return bytes
}

function fill(
  database: Database,
  { codebook = 'standard', ...options }: CreateOptions & { name: string },
): void {
  const { name, description = '', newUid, now } = { ...worldSources, ...options }
  migrate(database, migrations)
  database.transaction(() => {
    database.pragma(`application_id = ${applicationId}`)
    const repositories = createRepositories(preparingLate(database))
    repositories.project.insert({ uid: newUid(), name, description, created: now() })
    if (codebook === 'standard') insertStandardCodebook(repositories)
  })()
}

/** Takes the name before anyone else can; never writes into a file that is there. */
function reserve(file: string): void {
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      throw new Failure('target-exists', `There is a file at ${file} already. Choose another name.`)
    }
    const why = code === 'ENOENT' ? 'does not exist' : 'cannot be written'
    throw new Failure('unreadable', `The folder ${dirname(file)} ${why}. Choose another one.`)
  }
}

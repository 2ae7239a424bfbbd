import { realpathSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { Failure } from '../preload/contract/failure.ts'
import { closeDurably, makeDurable } from './connect.ts'
import { connectThroughGate } from './gate/connect-through-gate.ts'
import { type FoundSound, foundSoundIn } from './gate/found-sound.ts'
import { readHeader, requireWholeFile } from './gate/header.ts'
import { hasHotJournal } from './gate/sidecars.ts'
import { soundnessOf } from './gate/soundness.ts'
import { bringUpToDate, isLatest } from './migrations/bring-up-to-date.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { assembleProject, type OpenProject, type Sources, worldSources } from './open-project.ts'
import { type Ownership, takeOwnership } from './owner.ts'
import { atOnce, inOne } from './pausing.ts'
import { toFailure } from './sqlite-failure.ts'
import { canBeChanged, mayWrite } from './writable.ts'

export interface OpenOptions extends Partial<Sources> {
  /** How this person is named to those who open the file meanwhile. */
  user?: string
  /** Where a copy goes before the file is brought to a newer version; without it such a file is only refused. */
  backupsFolder?: string
  /** The file that tells which projects need not be looked through again; without it each is, every time. */
  foundSoundPath?: string
  migrations?: readonly Migration[]
}

interface Opening extends Sources {
  file: string
  backupsFolder: string | undefined
  foundSound: FoundSound | null
  migrations: readonly Migration[]
}

/** What this process has open for writing: reading such a file past SQLite would drop SQLite’s locks. */
const openHere = new Set<string>()

/**
 * Opens a project file that may come from anyone: it is looked through before anything is changed, and where it is
 * refused it stays as it is, byte for byte. Fails with `unreadable`, `not-a-project`, `newer-version` or `damaged`.
 * Where it cannot be written, or somebody else has it, it opens for reading and `readOnly` says why.
 */
export function openProject(
  path: string,
  { user, foundSoundPath, ...options }: OpenOptions = {},
): OpenProject {
  const file = realPathOf(resolve(path))
  const opening: Opening = {
    ...worldSources,
    migrations: allMigrations,
    backupsFolder: undefined,
    foundSound: foundSoundPath === undefined ? null : foundSoundIn(foundSoundPath),
    ...options,
    file,
  }
  try {
    if (openHere.has(file)) return openForReading(opening, 'This project is already open in this program.')
    const header = readHeader(file, opening.migrations.length)
    const isHot = hasHotJournal(file, header)
    if (!isHot) requireWholeFile(header)
    if (!mayWrite(file)) return openForReading(opening, isHot ? refuseUnfinished() : shelved)

    const token = opening.newUid()
    const owner = takeOwnership(file, { user: user?.trim() || loginName(), token })
    return owner.other === undefined
      ? openForWriting(opening, owner, { isHot })
      : openForReading(opening, takenBy(owner.other))
  } catch (error) {
    throw toFailure(error)
  }
}

function openForWriting(opening: Opening, owner: Ownership, { isHot }: { isHot: boolean }): OpenProject {
  const { file, migrations, foundSound } = opening
  try {
    // SQLite puts an unfinished change right first, so what is read is not what lies there now.
    const soundness = soundnessOf(file, isHot ? null : foundSound)
    const database = connectThroughGate(file, migrations, { soundIn: soundness.soundIn })
    soundness.passed()
    try {
      makeDurable(database)
      if (!canBeChanged(database)) {
        closeDurably(database)
        owner.release()
        return openForReading(opening, shelved)
      }
      bringUpToDate(database, migrations, opening)
      const beforeClose = () => soundness.closing(database)
      const onClose = () => {
        openHere.delete(file)
        soundness.closed()
        owner.release()
      }
      const project = assembleProject(database, {
        ...opening,
        path: file,
        readOnly: '',
        beforeClose,
        onClose,
      })
      forgetUnfinished(project)
      openHere.add(file)
      return project
    } catch (error) {
      closeDurably(database)
      throw error
    }
  } catch (error) {
    owner.release()
    throw error
  }
}

/**
 * Deletes texts of an import that was ended before its step was done. Nobody sees them, so what cannot be deleted, on a
 * full disk for instance, stays until the next opening.
 */
function forgetUnfinished({ history, repositories: { documents } }: OpenProject): void {
  const some = () => inOne(() => documents.deleteForgotten(100))
  try {
    while (documents.hasForgotten()) atOnce(history.unrecorded(some))
  } catch {
    // All or nothing each time: the project is what it was.
  }
}

function openForReading(opening: Opening, readOnly: string): OpenProject {
  const { file, migrations } = opening
  const database = connectThroughGate(file, migrations, { readOnly: true })
  if (isLatest(database, migrations)) return assembleProject(database, { ...opening, path: file, readOnly })
  database.close()
  throw new Failure(
    'read-only',
    `${readOnly} An older version of Rejoinder made it, so it can only be opened where it can be written.`,
  )
}

const shelved = 'The file or its folder is read-only. Copy it elsewhere to work on it.'

const takenBy = ({ user, machine }: { user: string; machine: string }) =>
  `${user} has this project open on ${machine}. You can read it; to work on it, wait until it is closed there.`

function refuseUnfinished(): never {
  throw new Failure(
    'read-only',
    'This project was not closed properly and cannot be put right where it is, because it is read-only there. Copy it, with the files beside it, into a folder of yours and open it there.',
  )
}

/** Some systems know no name for the number a program runs under. */
function loginName(): string {
  try {
    return userInfo().username
  } catch {
    return 'Somebody'
  }
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

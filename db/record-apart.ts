import { existsSync } from 'node:fs'
import { Failure } from '../preload/contract/failure.ts'
import { connect, makeDurable } from './connect.ts'
import { preparingLate } from './late-statements.ts'
import type { OpenProject } from './open-project.ts'
import { atOnce } from './pausing.ts'
import { createRepositories, type Repositories } from './repositories/index.ts'
import { toFailure } from './sqlite-failure.ts'
import { createHistory, type Join } from './undo/history.ts'

export interface ApartOptions {
  joins?: Join | undefined
  /** Goes through the work piece by piece, and throws what ends it before its time into it. */
  drive<T>(work: Generator<void, T>): Promise<T>
}

/**
 * A step of the history that takes long. It is made on a connection of its own, so that everyone who reads meanwhile
 * finds the project as it was; when the last of it is done, all of it is there at once. Until then the changed pages
 * wait in memory, since a lock to write them would keep the readers out. A project in memory has one connection only:
 * there the step is made without a pause.
 */
export async function recordApart<T>(
  project: OpenProject,
  label: string,
  work: (repositories: Repositories) => Generator<void, T>,
  { joins, drive }: ApartOptions,
): Promise<T> {
  const { history, repositories, path, database, now } = project
  if (database.memory) {
    return atOnce(history.recordPausing(label, () => work(repositories), { joins }))
  }
  // A connection to a file that is not there would make one.
  if (!existsSync(path)) {
    throw new Failure(
      'moved',
      'The project file was moved or deleted while it was open. Nothing was changed.',
    )
  }
  return history.lend(async ({ latest, mustBeCurrent, written }) => {
    const apart = connect(path)
    try {
      makeDurable(apart)
      apart.pragma('cache_spill = OFF')
      const late = preparingLate(apart)
      const own = createHistory(late, { now, readOnly: '', latest })
      own.signAs(history.signature())
      let isWritten = false
      own.onCommitted(() => {
        isWritten = true
      })
      const checked = function* () {
        mustBeCurrent()
        return yield* work(createRepositories(late))
      }
      const result = await drive(own.recordPausing(label, checked, { joins }))
      if (isWritten) written(own.latest())
      return result
    } catch (error) {
      throw toFailure(error)
    } finally {
      apart.close()
    }
  })
}

import { setTimeout } from 'node:timers/promises'
import { connect, makeDurable } from './connect.ts'
import { stayingInPlace } from './in-place.ts'
import { preparingLate } from './late-statements.ts'
import type { OpenProject } from './open-project.ts'
import { atOnce, inOne } from './pausing.ts'
import { createRepositories, type Repositories } from './repositories/index.ts'
import { toFailure } from './sqlite-failure.ts'
import { type Committed, createHistory, type History, type Lent } from './undo/history.ts'
import type { Join } from './undo/joining.ts'

export interface ApartOptions {
  joins?: Join | undefined
  /** Goes through the work piece by piece, and throws what ends it before its time into it. */
  drive<T>(work: Generator<void, T>): Promise<T>
  /**
   * Puts into the file, before the step and in transactions of their own, what nobody sees yet: texts of documents that
   * the step lets appear. So they need not be held until the step is done. It pauses after each with its length in
   * code units. What the step then has not let appear is deleted, also where it fails.
   */
  ahead?: ((repositories: Repositories) => Generator<number, void>) | undefined
}

/** Code units of text in one transaction of what comes ahead: its pages are held, and writing it keeps everyone waiting. */
const portion = 2_000_000

/**
 * A step of the history that takes long. It is made on a connection of its own, so that everyone who reads meanwhile
 * finds the project as it was; when the last of it is done, all of it is there at once. Until then the changed pages
 * wait in memory, since a lock to write them would keep the readers out; long texts therefore come `ahead`. A project
 * in memory has one connection only: there the step is made without a pause. Fails with `moved` where the open file is
 * no longer the one at its path.
 */
export async function recordApart<T>(
  project: OpenProject,
  label: string,
  work: (repositories: Repositories) => Generator<void, T>,
  { joins, drive, ahead }: ApartOptions,
): Promise<T> {
  const { history, repositories, path, database, now } = project
  if (database.memory) {
    return atOnce(history.recordPausing(label, () => work(repositories), { joins }))
  }
  return history.lend(async ({ latest, mustBeCurrent, changed, written }) => {
    const mustBeInPlace = stayingInPlace(path, database)
    const apart = connect(path)
    let forget = async (): Promise<void> => {}
    try {
      makeDurable(apart)
      apart.pragma('cache_spill = OFF')
      const late = preparingLate(apart)
      const own = createHistory(late, { now, readOnly: '', latest })
      own.signAs(history.signature())
      let committed: Committed | undefined
      own.onCommitted((step) => {
        committed = step
      })
      const apartRepositories = createRepositories(late)
      const checked = function* <R>(some: () => Generator<void, R>): Generator<void, R> {
        mustBeInPlace()
        mustBeCurrent()
        const result = yield* some()
        mustBeInPlace()
        return result
      }
      if (ahead) {
        forget = () => forgetting(own, apartRepositories, { checked, changed })
        await drive(inPortions(own, () => ahead(apartRepositories), { checked, changed }))
      }
      const checkedWork = () => checked(() => work(apartRepositories))
      const result = await drive(own.recordPausing(label, checkedWork, { joins }))
      if (committed) written(own.latest(), committed)
      return result
    } catch (error) {
      throw toFailure(error)
    } finally {
      // What cannot be deleted now is deleted when the project is opened.
      await forget().catch(() => {})
      apart.close()
    }
  })
}

interface Apart extends Pick<Lent, 'changed'> {
  /** Does the work of one transaction where the file is the open one, in its place, and nobody else wrote into it. */
  checked<R>(some: () => Generator<void, R>): Generator<void, R>
}

function* inPortions(
  own: History,
  ahead: () => Generator<number, void>,
  { checked, changed }: Apart,
): Generator<void, void> {
  let work: Generator<number, void> | undefined
  let isDone = false
  function* onePortion(): Generator<void, void> {
    work ??= ahead()
    for (let length = 0; length < portion; ) {
      const step = work.next()
      if (step.done) {
        isDone = true
        return
      }
      length += step.value
      yield
    }
  }
  while (!isDone) {
    yield* own.unrecorded(() => checked(onePortion))
    changed()
    yield
  }
}

async function forgetting(
  own: History,
  { documents }: Repositories,
  { checked, changed }: Apart,
): Promise<void> {
  const some = () => checked(() => inOne(() => documents.deleteForgotten(100)))
  for (let deleted = 1; deleted > 0; ) {
    deleted = atOnce(own.unrecorded(some))
    changed()
    await setTimeout(0)
  }
}

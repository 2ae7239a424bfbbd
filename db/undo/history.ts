import type { Database } from 'better-sqlite3'
import { Failure } from '../../preload/contract/failure.ts'
import type { HistoryState } from '../../preload/contract/history.ts'
import type { StepId } from '../../preload/contract/ids.ts'
import { atOnce, inOne } from '../pausing.ts'
import { toFailure } from '../sqlite-failure.ts'
import { createJoining, type Join, type Joinable } from './joining.ts'
import { createLog, type Step } from './log.ts'
import { createReplay, type LoggedChange } from './replay.ts'
import type { LoggedTable } from './row-image.ts'
import { installTriggers } from './triggers.ts'

/** What a step did to the project. To be asked before the next one. */
export interface Committed {
  label: string
  direction: 'done' | 'undone' | 'redone'
  /** Number of changed rows, counting a row as often as it changed. */
  count: number
  /** As they were recorded, the first so many; an undone step went from `after` to `before`. */
  changes(limit: number): LoggedChange[]
  /** The rows of a table that it touched. */
  rows(table: LoggedTable): number[]
}

export interface HistoryOptions {
  now(): string
  /** Why nothing can be changed; '' when it can. */
  readOnly: string
  /** What steps of another connection of this program may join. */
  latest?: Joinable | undefined
}

/** The other side of `lend`. */
export interface Lent {
  latest: Joinable | undefined
  /** Fails with `already-open` where another program has written. */
  mustBeCurrent(): void
  /** To be called after each change that belongs to no step. */
  changed(): void
  /** To be called once the step is in the file, with what its own connection tells of it. */
  written(latest: Joinable | undefined, committed: Committed): void
}

interface RecordOptions {
  joins?: Join | undefined
}

/** Sees each step while it is in the file but for its commit, for which a slow disk may take long. */
export interface Witness {
  seen(committed: Committed): void
  /** What was seen last could not be committed and is taken back. */
  lost(): void
}

/** What changes more than this is an import or the like, which rarely changes a row twice. */
const mostKept = 100

export type History = ReturnType<typeof createHistory>

/**
 * Every change of a project goes through here: one gesture of a person is one step in one transaction. Undone
 * steps can be redone until new work is recorded, also after a restart.
 */
export function createHistory(database: Database, { now, readOnly, latest: given }: HistoryOptions) {
  installTriggers(database)
  const log = createLog(database)
  const joining = createJoining(log, given)
  const replay = createReplay(database)
  const setMode = database.prepare<[string, StepId | null]>(`UPDATE temp.recording SET mode = ?, step_id = ?`)
  const totalChanges = database.prepare<[], number>(`SELECT total_changes()`).pluck()
  const readDataVersion = database.prepare<[], number>(`PRAGMA data_version`).pluck()
  const dataVersion = () => readDataVersion.get()
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')

  const listeners = new Set<(committed: Committed) => void>()
  let witness: Witness | undefined
  let who = ''
  let ownVersion = dataVersion()
  let returned: PromiseWithResolvers<void> | undefined
  let lent: { step: StepId } | undefined

  function mustBeFree(): void {
    if (readOnly !== '') throw new Failure('read-only', readOnly)
    if (returned) {
      throw new Failure('busy', 'Something is being imported. Wait until it is done, or cancel it.')
    }
    if (database.inTransaction) throw new Error('A step of the history inside another step.')
  }

  function mustBeCurrent(): void {
    if (dataVersion() === ownVersion) return
    throw new Failure(
      'already-open',
      'Another program has changed this project meanwhile. Close it and open it again.',
    )
  }

  /**
   * All or nothing. Refuses where another connection has written since, because what we hold may be stale. The work
   * may show what it did when only the commit is left.
   */
  function* transact<T>(work: (show: (committed: Committed) => void) => Generator<void, T>) {
    let isShown = false
    const show = (committed: Committed) => {
      isShown = true
      witness?.seen(committed)
    }
    mustBeFree()
    try {
      begin.run()
      mustBeCurrent()
      const result = yield* work(show)
      if (database.inTransaction) commit.run()
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      if (isShown) witness?.lost()
      throw toFailure(error)
    }
  }

  /**
   * Does the work as one step. The label completes “Undo: ”, such as `tag as Claim`. What the work throws takes
   * everything back; work that changed nothing leaves no step. Not to be called within itself, nor with
   * asynchronous work.
   */
  function record<T>(label: string, work: () => T, options: RecordOptions = {}): T {
    const atWork = () => {
      const result = work()
      if (result instanceof Promise) throw new Error('A step of the history cannot wait for anything.')
      return result
    }
    return atOnce(recordPausing(label, () => inOne(atWork), options))
  }

  /** The same with work that pauses. What is thrown into a pause takes everything back. */
  function* recordPausing<T>(
    label: string,
    work: () => Generator<void, T>,
    { joins }: RecordOptions = {},
  ): Generator<void, T> {
    let done: { step: StepId; committed: Committed } | undefined
    const result = yield* transact(function* (show) {
      const at = now()
      const since = log.lastChange()
      const joined = joins && joining.stepFor(joins, Date.parse(at))
      log.discardUndone()
      const step = joined ?? log.begin(label, who, at)

      setMode.run('recording', step)
      const result = yield* work()
      setMode.run('closed', null)

      const count = log.countSince(step, since)
      if (count === 0) {
        database.exec('ROLLBACK')
        return result
      }
      const committed: Committed = { label, direction: 'done', count, ...changesAfter(step, since, count) }
      done = { step, committed }
      if (joined !== undefined) {
        log.continue(step, label, at)
        if (count <= mostKept) log.join(step, since)
      }
      show(committed)
      return result
    })
    if (done) {
      joining.done(joins && { ...joins, step: done.step, endedMs: Date.parse(now()) })
      tell(done.committed)
    }
    return result
  }

  /** Few are read once, for all who ask; and what this commit did is told even where joining changes the log. */
  function changesAfter(step: StepId, since: number, count: number): Pick<Committed, 'changes' | 'rows'> {
    if (count <= mostKept) return inMemory(log.changesSince(step, since, count))
    return {
      changes: (limit) => log.changesSince(step, since, limit),
      rows: (table) => log.rowsSince(step, since, table),
    }
  }

  /**
   * Changes in one transaction what the history does not see, such as documents while they are absent; all else is
   * refused. All or nothing.
   */
  const unrecorded = <T>(work: () => Generator<void, T>): Generator<void, T> => transact(() => work())

  /** Applies a step backwards or forwards; nothing at all where one row is not as the step left it. */
  function travel(step: Step | undefined, direction: 'undone' | 'redone'): Committed | null {
    if (step === undefined) return null
    const backwards = direction === 'undone'
    const conflict = () =>
      new Failure(
        'history-conflict',
        `“${step.label}” cannot be ${direction}, because the project no longer fits it. Nothing was changed.`,
      )
    const apply = (show: (committed: Committed) => void) => {
      database.pragma('defer_foreign_keys = ON')
      setMode.run('replaying', null)
      const before = totalChanges.get() ?? 0
      let count = 0
      for (const change of log.changesOf(step.id, { backwards })) {
        const [from, to] = backwards ? [change.after, change.before] : [change.before, change.after]
        if (!replay(change, from, to)) throw conflict()
        count++
      }
      // More means that a deletion took along rows which the step knows nothing of.
      if ((totalChanges.get() ?? 0) - before !== count) throw conflict()
      setMode.run('closed', null)
      log.mark(step.id, backwards)
      const committed: Committed = { label: step.label, direction, count, ...changesAfter(step.id, 0, count) }
      show(committed)
      // Here already, because only now are the deferred foreign keys looked at.
      commit.run()
      return committed
    }
    const atWork = (show: (committed: Committed) => void) => {
      try {
        return apply(show)
      } catch (error) {
        throw isConstraintError(error) ? conflict() : error
      }
    }
    const committed = atOnce(transact((show) => inOne(() => atWork(show))))
    joining.travelled()
    tell(committed)
    return committed
  }

  /** Fails with `busy` while more of what was done last is to come. */
  function undo(): Committed | null {
    const step = log.lastDone()
    if (step && joining.isGoingOn(step.id)) {
      throw new Failure(
        'busy',
        `Nothing was undone: “${step.label}” is still under way. Cancel it, or undo it when it has ended.`,
      )
    }
    return travel(step, 'undone')
  }

  function tell(committed: Committed): void {
    for (const listener of listeners) listener(committed)
  }

  /** Does the work as a step would and takes it back at once: what it tells is what the step would tell. */
  function rehearse<T>(work: () => T): T {
    let told: { result: T } | undefined
    const stop = new Error('rehearsed')
    try {
      record('rehearse', () => {
        told = { result: work() }
        throw stop
      })
    } catch (error) {
      if (error !== stop || told === undefined) throw error
    }
    return told!.result
  }

  /**
   * Lets another connection of this program make one step, and takes it for one of its own. Nothing else can be
   * changed meanwhile (`busy`). `write` gets what that step may join, and tells of the step.
   */
  async function lend<T>(write: (lent: Lent) => Promise<T>): Promise<T> {
    mustBeFree()
    const since = log.lastChange()
    let told: Committed | undefined
    const lending = Promise.withResolvers<void>()
    returned = lending
    try {
      return await write({
        latest: joining.latest(),
        mustBeCurrent,
        changed() {
          ownVersion = dataVersion()
        },
        written(joinable, committed) {
          joining.done(joinable)
          ownVersion = dataVersion()
          told = committed
        },
      })
    } finally {
      returned = undefined
      try {
        if (told) tellOfLent(told, since)
      } finally {
        lending.resolve()
      }
    }
  }

  /** Few changes are in memory already, as they were before they joined; many have not joined, and are read here. */
  function tellOfLent({ label, count, ...own }: Committed, since: number): void {
    lent = { step: log.lastDone()!.id }
    const read = count <= mostKept ? own : changesAfter(lent.step, since, count)
    const committed: Committed = { label, direction: 'done', count, changes: read.changes, rows: read.rows }
    witness?.seen(committed)
    tell(committed)
  }

  return {
    record,
    recordPausing,
    unrecorded,
    lend,
    /** Until then nothing can be changed (`busy`); undefined where it can be now. */
    whenReturned: (): Promise<void> | undefined => returned?.promise,
    latest: joining.latest,
    /** Whether the next step would join the last one. */
    wouldJoin: (join: Join): boolean => joining.stepFor(join, Date.parse(now())) !== undefined,
    rehearse,
    /** From when it is called: tells whether undo would take back what another connection has done since. */
    watchLent(): () => boolean {
      const before = lent
      return () => lent !== undefined && lent !== before && log.lastDone()?.id === lent.step
    },
    undo,
    redo: (): Committed | null => travel(log.firstUndone(), 'redone'),

    state: (): HistoryState => ({
      undo: log.lastDone()?.label ?? null,
      redo: log.firstUndone()?.label ?? null,
    }),

    /** Whose name steps carry from now on. */
    signAs(name: string): void {
      who = name
    },
    signature: (): string => who,

    /** Only one at a time; null ends it. */
    witnessedBy(one: Witness | null): void {
      witness = one ?? undefined
    },

    /** Called after each commit, in order. Returns a function that ends it. */
    onCommitted(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function inMemory(all: readonly LoggedChange[]): Pick<Committed, 'changes' | 'rows'> {
  return {
    changes: (limit) => all.slice(0, limit),
    rows: (table) => [...new Set(all.filter((change) => change.table === table).map(({ rowId }) => rowId))],
  }
}

const isConstraintError = (error: unknown) =>
  String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')

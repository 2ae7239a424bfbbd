import type { Database, Statement } from 'better-sqlite3'

type Mode = 'pluck' | 'raw'

/**
 * The same connection, but for when statements are prepared: each when it is first used. A project has several
 * hundred, most of which a sitting never uses; preparing all of them takes longer than all else in opening one. What
 * is wrong with a statement therefore shows at its use (plans.test.ts prepares them all).
 */
export function preparingLate(database: Database): Database {
  const prepare = (sql: string) => new LateStatement(() => database.prepare(sql))
  return Object.create(database, { prepare: { value: prepare } }) as Database
}

/** What this program uses of a statement. */
class LateStatement implements Pick<Statement<unknown[]>, 'get' | 'all' | 'run' | 'iterate' | Mode> {
  readonly #prepare: () => Statement
  readonly #modes: Mode[] = []
  #prepared: Statement | undefined

  constructor(prepare: () => Statement) {
    this.#prepare = prepare
  }

  get(...values: unknown[]) {
    return this.#now().get(...values)
  }

  all(...values: unknown[]) {
    return this.#now().all(...values)
  }

  run(...values: unknown[]) {
    return this.#now().run(...values)
  }

  iterate(...values: unknown[]) {
    return this.#now().iterate(...values)
  }

  pluck() {
    return this.#in('pluck')
  }

  raw() {
    return this.#in('raw')
  }

  #in(mode: Mode) {
    if (this.#prepared) this.#prepared[mode]()
    else this.#modes.push(mode)
    return this as unknown as Statement
  }

  #now(): Statement {
    if (!this.#prepared) {
      this.#prepared = this.#prepare()
      for (const mode of this.#modes) this.#prepared[mode]()
    }
    return this.#prepared
  }
}

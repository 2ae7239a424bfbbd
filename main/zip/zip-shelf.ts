import { stat } from 'node:fs/promises'
import { openZip, type ZipArchive } from './zip-archive.ts'
import type { ZipLimits } from './zip-limits.ts'

/** How long a zip stays open after its last use. */
const idleMs = 2000

interface Opened {
  path: string
  /** What tells that it is still the same file. */
  state: string
  archive: ZipArchive
  users: number
  timer: NodeJS.Timeout | undefined
}

/** The zip used last stays open for a moment, so that a thousand files of it do not open it a thousand times. */
export class ZipShelf {
  readonly #limits: Partial<ZipLimits>
  #last: Opened | null = null

  constructor(limits: Partial<ZipLimits> = {}) {
    this.#limits = limits
  }

  /** Lends the zip at a path while `work` runs. Fails with `unreadable`, as `openZip` does. */
  async with<T>(path: string, work: (archive: ZipArchive) => Promise<T>): Promise<T> {
    const opened = await this.#open(path)
    opened.users++
    clearTimeout(opened.timer)
    try {
      return await work(opened.archive)
    } finally {
      opened.users--
      if (this.#last !== opened) this.#close(opened)
      else {
        opened.timer = setTimeout(() => this.#drop(opened), idleMs)
        // An open zip keeps no process alive.
        opened.timer.unref()
      }
    }
  }

  async #open(path: string): Promise<Opened> {
    const { size, mtimeMs, ino } = await stat(path)
    const state = `${size} ${mtimeMs} ${ino}`
    if (this.#last?.path === path && this.#last.state === state) return this.#last
    const archive = await openZip(path, this.#limits)
    const before = this.#last
    this.#last = { path, state, archive, users: 0, timer: undefined }
    if (before) this.#close(before)
    return this.#last
  }

  #drop(opened: Opened): void {
    if (this.#last === opened) this.#last = null
    this.#close(opened)
  }

  /** The last user closes it. */
  #close(opened: Opened): void {
    if (opened.users > 0) return
    clearTimeout(opened.timer)
    opened.archive.close()
  }
}

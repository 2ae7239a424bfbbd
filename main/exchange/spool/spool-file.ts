import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import type { Place } from './distant.ts'

/**
 * A file in the system’s temporary folder for what would be too much to hold. It loses its name as soon as it is open, so
 * that nobody else finds it and nothing of it is left when it is closed, nor after a crash. Made when first needed.
 */
export class SpoolFile {
  #file: number | undefined
  #length = 0
  #isClosed = false

  /** Fails with `unreadable` where the disk is full. */
  append(bytes: Uint8Array): void {
    if (this.#isClosed) return
    try {
      this.#file ??= openNameless()
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(this.#file, bytes, at, bytes.length - at, this.#length + at)
      }
      this.#length += bytes.length
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      const why = code === 'ENOSPC' ? 'there is not enough room on the disk' : message
      throw new Failure('unreadable', `The texts could not be put aside while they are read: ${why}.`)
    }
  }

  /** Fails with `unreadable` for what was not put there. */
  read({ at, bytes }: Pick<Place, 'at' | 'bytes'>): Uint8Array<ArrayBuffer> {
    const found = new Uint8Array(bytes)
    if (bytes === 0) return found
    if (this.#file === undefined || at < 0 || at + bytes > this.#length) {
      throw new Failure('unreadable', 'A text that was put aside is not there any more.')
    }
    for (let done = 0; done < bytes; ) {
      const length = readSync(this.#file, found, done, bytes - done, at + done)
      if (length === 0) throw new Failure('unreadable', 'A text that was put aside is not there any more.')
      done += length
    }
    return found
  }

  close(): void {
    this.#isClosed = true
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}

function openNameless(): number {
  const path = join(tmpdir(), `rejoinder-texts-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  rmSync(path)
  return file
}

import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * Goes up whenever the gate learns to object to something: what was found sound before is looked through again.
 */
const gateVersion = 2

/** What is older is looked through again, whatever its digest: a week bounds what a mistake of our own can do. */
const staleAfterMs = 7 * 24 * 60 * 60 * 1000
const most = 100

const Kept = z.object({
  gate: z.literal(gateVersion),
  found: z.array(z.object({ sha256: z.string(), bytes: z.number(), at: z.number() })),
})

/**
 * Digests of project files that were found sound, or that a project found sound left when it was closed. A file with
 * the same bytes is sound as well, wherever it lies, so it need not be looked through again for some days.
 */
export interface FoundSound {
  /** Whether a file of so many bytes is among them: one of another length need not be read for its digest. */
  hasOneOf(bytes: number): boolean
  /** When the file of this digest, or the one it came from, was looked through, in milliseconds since 1970. */
  lookedThrough(digest: Digest): number | undefined
  /** Now, unless it is given. */
  add(digest: Digest, lookedThrough?: number): void
}

export interface Digest {
  sha256: string
  bytes: number
}

/** Kept in a file of the person’s settings. Where that cannot be read or written, every file is looked through. */
export function foundSoundIn(path: string, nowMs: () => number = Date.now): FoundSound {
  const fresh = () => read(path).filter(({ at }) => Math.abs(nowMs() - at) < staleAfterMs)
  return {
    hasOneOf: (bytes) => fresh().some((one) => one.bytes === bytes),
    lookedThrough: ({ sha256 }) => fresh().find((one) => one.sha256 === sha256)?.at,
    add({ sha256, bytes }, at = nowMs()) {
      const others = fresh().filter((one) => one.sha256 !== sha256)
      const found = [{ sha256, bytes, at }, ...others].slice(0, most)
      try {
        writeFileSync(`${path}.part`, JSON.stringify({ gate: gateVersion, found }))
        renameSync(`${path}.part`, path)
      } catch {
        // The next opening takes longer.
      }
    },
  }
}

function read(path: string): z.infer<typeof Kept>['found'] {
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8'))).found
  } catch {
    return []
  }
}

/** SHA-256 of a file’s bytes. Never to be called for one that this process has open: it would drop SQLite’s locks. */
export function digestOf(path: string): Digest {
  const hash = createHash('sha256')
  let bytes = 0
  const file = openSync(path, 'r')
  try {
    const part = Buffer.allocUnsafe(1 << 20)
    for (let length = readSync(file, part); length > 0; length = readSync(file, part)) {
      hash.update(part.subarray(0, length))
      bytes += length
    }
  } finally {
    closeSync(file)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Differs when somebody wrote into the file or put another in its place. Opens nothing. */
export function stateOf(path: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
  return [ino, size, mtimeNs, ctimeNs].join(' ')
}

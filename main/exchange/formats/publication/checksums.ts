import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export const checksumFile = 'SHA256SUMS'

export interface FileFacts {
  bytes: number
  sha256: string
}

export async function factsOf(path: string): Promise<FileFacts> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** All files below a folder, with `/` between folders, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** As `sha256sum` writes and checks them. */
export const checksumLines = (files: ReadonlyMap<string, FileFacts>): string =>
  [...files].map(([file, { sha256 }]) => `${sha256}  ${file}\n`).join('')

/** Undefined where a line is no checksum. */
export function readChecksums(lines: string): Map<string, string> | undefined {
  const found = new Map<string, string>()
  for (const line of lines.split('\n').filter(Boolean)) {
    const [, sha256, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (sha256 === undefined || file === undefined) return undefined
    found.set(file, sha256)
  }
  return found
}

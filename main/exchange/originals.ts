import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Document } from './dataset.ts'

/** Where the imported files of a dataset stand: a folder beside it, named after it. */
export function originalsFolderOf(dataset: string): string {
  const name = basename(dataset).replace(/(\.rejoinder)?\.jsonl$/i, '')
  return join(dirname(dataset), `${name}-originals`)
}

/** The name of an original there: its hash, which is what counts, and its name for people. */
export function originalNameOf({ sha256, name }: Document['source']): string {
  return `${sha256}-${safeName(name)}`
}

/** Whether a file may have been put there by us. */
export const isOriginalName = (name: string): boolean => /^[0-9a-f]{64}-./.test(name)

export const isHash = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256)

/** Fit for a file name on every system: at most 80 characters, none that any of them gives a meaning to. */
function safeName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be replaced.
  const harmless = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '_').replace(/[. ]+$/, '')
  return [...harmless].slice(-80).join('') || 'original'
}

export interface FoundOriginals {
  /** The bytes of the file a document was made from, read now. Undefined where there are none with its hash. */
  of(document: Document): Buffer | undefined
  /** Files that did not have the bytes they are named after. */
  damaged: string[]
  /** How large all of them are together. */
  bytes: number
}

/** What stands in the folder beside a dataset; nothing where there is no such folder. Links are not followed. */
export async function findOriginals(dataset: string): Promise<FoundOriginals> {
  const folder = originalsFolderOf(dataset)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = new Map(
    entries
      .filter((entry) => entry.isFile() && isOriginalName(entry.name))
      .map(({ name }) => [name.slice(0, 64), name]),
  )
  const sizes = await Promise.all(
    [...names.values()].map(async (name) => (await stat(join(folder, name))).size),
  )
  const damaged: string[] = []
  return {
    damaged,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    of({ source }) {
      const name = names.get(source.sha256)
      if (name === undefined) return undefined
      const bytes = readFileSync(join(folder, name))
      if (createHash('sha256').update(bytes).digest('hex') === source.sha256) return bytes
      damaged.push(name)
      return undefined
    },
  }
}

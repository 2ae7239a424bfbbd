import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import { problemOf } from '../../import/listing.ts'
import { mostAnnotatedFiles } from '../../zip/zip-limits.ts'
import { byCodePoint } from '../dataset-order.ts'
import type { ByteRanges } from './source-files.ts'

const deepest = 12

export interface FilesOnDisk extends ByteRanges {
  close(): Promise<void>
}

/**
 * What a person chose. Links are not followed and hidden files passed over, as are `refused` ones: what SQLite has
 * open in this process must not be opened. Fails with `unreadable`.
 */
export async function filesOnDisk(path: string, refused: readonly string[] = []): Promise<FilesOnDisk> {
  const root = resolve(path)
  const taboo = new Set(refused.map((one) => resolve(one)))
  const sizes = await toFailure(listed(root, taboo))
  let current: { path: string; file: FileHandle } | undefined
  const handle = async (file: string): Promise<FileHandle> => {
    if (current?.path === file) return current.file
    await current?.file.close()
    current = undefined
    current = { path: file, file: await open(file === '' ? root : join(root, file), 'r') }
    return current.file
  }
  return {
    name: basename(root),
    sizes,
    read: (file, start, end, into) =>
      toFailure(
        handle(file).then(async (opened) => {
          const bytes = into ?? new Uint8Array(end - start)
          let length = 0
          while (length < bytes.length) {
            const { bytesRead } = await opened.read(bytes, length, bytes.length - length, start + length)
            if (bytesRead === 0) break
            length += bytesRead
          }
          return bytes.subarray(0, length)
        }),
      ),
    async close() {
      await current?.file.close()
      current = undefined
    },
  }
}

/** Several single files as those of one folder, by their names; folders, and what is not there, are left out. */
export async function singleFiles(
  paths: readonly string[],
  refused: readonly string[],
): Promise<FilesOnDisk> {
  const files = new Map<string, FilesOnDisk>()
  for (const path of paths) {
    const file = await filesOnDisk(path, refused).catch(() => undefined)
    if (file?.sizes.has('') && !files.has(file.name)) files.set(file.name, file)
  }
  return {
    name: '',
    sizes: new Map([...files].map(([name, { sizes }]) => [name, sizes.get('')!])),
    read: (name, start, end, into) => files.get(name)!.read('', start, end, into),
    async close() {
      for (const file of files.values()) await file.close()
    },
  }
}

async function listed(root: string, taboo: ReadonlySet<string>): Promise<Map<string, number>> {
  const top = await lstat(root)
  if (taboo.has(root)) throw new Failure('unreadable', 'This is the open project itself.')
  if (top.isFile()) return new Map([['', top.size]])
  if (!top.isDirectory()) throw new Failure('unreadable', 'This is neither a file nor a folder.')
  const found: [string, number][] = []
  const waiting = [{ below: '', depth: 0 }]
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    const entries = await readdir(join(root, folder.below), { withFileTypes: true })
    for (const entry of entries) {
      const path = folder.below === '' ? entry.name : `${folder.below}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && folder.depth < deepest)
        waiting.push({ below: path, depth: folder.depth + 1 })
      if (!entry.isFile() || taboo.has(join(root, path))) continue
      found.push([path, (await lstat(join(root, path))).size])
      if (found.length > mostAnnotatedFiles) {
        throw new Failure(
          'unreadable',
          `This folder holds more than ${mostAnnotatedFiles.toLocaleString('en')} files: choose one below it.`,
        )
      }
    }
  }
  return new Map(found.sort(([a], [b]) => byCodePoint(a, b)))
}

async function toFailure<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('unreadable', problemOf(error as NodeJS.ErrnoException))
  }
}

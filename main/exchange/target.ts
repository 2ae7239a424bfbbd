import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Failure } from '../../preload/contract/failure.ts'
import type { Task } from '../project-context.ts'

/** A file or folder to be written. */
export interface Target {
  to: string
  makes: 'file' | 'folder'
  /**
   * Whether something in a folder that is there may be ours, so that the folder may be replaced; of a file whether it
   * is itself. Without it any file may be.
   */
  isOurs?: (name: string, path: string) => boolean
  /**
   * Writes it to `part`. Returns the paths of the files, below the folder; of a file ['']. Of none, when there is
   * nothing to write: what an earlier export put there is taken away.
   */
  write(part: string): Promise<string[]>
}

/**
 * Writes all targets beside where they belong and puts them there at the end, so that nothing half stands in their
 * place whatever happens. Returns the full paths of the files. Fails with `target-exists` unless `replace`, also
 * when a folder to be replaced holds anything that is not ours; with `disk` when the disk does not do as asked; with
 * `cancelled`, up to the last moment.
 */
export async function place(
  targets: readonly Target[],
  { replace, signal, beginning }: { replace: boolean; signal: AbortSignal; beginning?: Task['beginning'] },
): Promise<string[]> {
  const parts: string[] = []
  try {
    for (const target of targets) await mustBeFree(target, replace)
    const written: string[][] = []
    for (const target of targets) {
      const part = partOf(target.to)
      // What an export that was cut short has left may be anything; of a file nobody asks whose it is.
      await mustBeFree(
        target.makes === 'file' ? { ...unasked(target), to: part } : { ...target, to: part },
        true,
      )
      parts.push(part)
      beginning?.(part)
      await rm(part, { recursive: true, force: true })
      written.push(await target.write(part))
      mustGoOn(signal)
    }
    for (const [index, { to }] of targets.entries()) {
      if (written[index]!.length > 0) await putInPlace(partOf(to), to)
      else await rm(to, { force: true })
    }
    return written.flatMap((files, index) => {
      const to = resolve(targets[index]!.to)
      return files.map((file) => (file === '' ? to : resolve(to, file)))
    })
  } catch (error) {
    await clearAway(parts)
    throw toDiskFailure(error)
  }
}

/** Takes away what was begun and will not be finished. */
export async function clearAway(parts: Iterable<string>): Promise<void> {
  for (const part of parts) await rm(part, { recursive: true, force: true }).catch(() => {})
}

/** Fails with `cancelled` when the person has stopped the export. */
export function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled', 'The export was stopped.')
}

const unasked = ({ isOurs: _, ...target }: Target): Target => target

const partOf = (to: string): string => `${resolve(to)}.part`

async function mustBeFree({ to, makes, isOurs }: Target, replace: boolean): Promise<void> {
  const folder = dirname(resolve(to))
  await access(folder, constants.W_OK).catch((error) => {
    const why = error.code === 'ENOENT' ? 'There is no folder' : 'Nothing can be written into the folder'
    throw new Failure('disk', `${why} ${folder}: choose another place.`)
  })
  const there = await lstat(to).catch(() => undefined)
  if (there === undefined) return
  if (!replace) {
    throw new Failure(
      'target-exists',
      `There is “${basename(to)}” already: choose another name, or replace it.`,
    )
  }
  if (makes === 'file') {
    if (!there.isFile())
      throw new Failure('target-exists', `“${basename(to)}” is not a file: choose another name.`)
    if (isOurs?.(basename(to), to) ?? true) return
    throw new Failure(
      'target-exists',
      `“${basename(to)}” would be replaced too, which no export has put there: choose another name.`,
    )
  }
  const foreign = there.isDirectory()
    ? (await readdir(to)).find((name) => !isOurs?.(name, join(to, name)))
    : basename(to)
  if (foreign === undefined) return
  throw new Failure(
    'target-exists',
    `“${basename(to)}” holds “${foreign}”, which no export has put there: choose another name.`,
  )
}

async function putInPlace(part: string, to: string): Promise<void> {
  const there = await lstat(to).catch(() => undefined)
  if (!there?.isDirectory()) return rename(part, to)
  // No system puts a folder in the place of one that is not empty.
  const old = `${resolve(to)}.${randomUUID()}`
  await rename(to, old)
  try {
    await rename(part, to)
  } catch (error) {
    await rename(old, to)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/** A file that is written piece by piece and is on the disk when it is closed. */
export async function writeFilePieces(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    const write = writing(file)
    for await (const piece of pieces) await write(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** In UTF-16 code units: what is longer is written through bytes that are used again and again. */
const shortPiece = 1 << 16

/** Writes piece after piece; a large file would fill the memory with bytes that nobody needs any more. */
function writing(file: FileHandle): (piece: string) => Promise<void> {
  const encoder = new TextEncoder()
  let bytes: Uint8Array | undefined
  return async (piece) => {
    if (piece.length < shortPiece) return file.writeFile(piece)
    bytes ??= new Uint8Array(1 << 20)
    for (let at = 0; at < piece.length; ) {
      const { read, written } = encoder.encodeInto(at === 0 ? piece : piece.slice(at), bytes)
      await file.writeFile(bytes.subarray(0, written))
      at += read
    }
  }
}

/** How many files wait for the disk at a time. */
const together = 8

/**
 * Files below a folder, several at a time, with the folders they are in. What yields them is asked for the next one
 * as soon as another is on the disk, and for none once one could not be written.
 */
export async function writeFiles(
  folder: string,
  files: Generator<readonly [file: string, pieces: Iterable<string>]>,
): Promise<void> {
  const folders = new Map<string, Promise<unknown>>()
  const made = (path: string): Promise<unknown> => {
    const making = folders.get(path) ?? mkdir(path, { recursive: true })
    folders.set(path, making)
    return making
  }
  const write = async (): Promise<void> => {
    for (const [file, pieces] of files) {
      const path = join(folder, file)
      await made(dirname(path))
      await writeFilePieces(path, pieces)
    }
  }
  // Nobody may still be writing when it is told that it failed.
  const all = await Promise.allSettled(Array.from({ length: together }, write))
  for (const one of all) if (one.status === 'rejected') throw one.reason
}

function toDiskFailure(error: unknown): unknown {
  if (error instanceof Failure) return error
  const { code, path } = error as NodeJS.ErrnoException
  switch (code) {
    case undefined:
      return error
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure(
        'disk',
        'The disk is full: make room, or choose another one. Nothing was left behind.',
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('disk', `This may not be written to: ${path}. Choose another place.`)
    case 'EBUSY':
      return new Failure('disk', `Another program has this open: ${path}. Close it there first.`)
    case 'ENAMETOOLONG':
      return new Failure('disk', 'The name is too long for this disk: choose a shorter one.')
    default:
      return new Failure('disk', `The disk refused this (${code}): ${path ?? ''}. Choose another place.`)
  }
}

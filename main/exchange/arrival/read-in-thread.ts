import { existsSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import { threadFile } from '../../../db/thread-file.ts'
import { Failure, type Reply } from '../../../preload/contract/failure.ts'
import { heapFor, watchMemory } from '../../thread-memory.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { linksFile, lossFile } from '../sidecar/write-sidecar.ts'
import { type FilesOnDisk, filesOnDisk, singleFiles } from '../source/on-disk.ts'
import { DistantSource, DistantText, fetchingTexts, type Place } from '../spool/distant.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { withRecords } from './fetch-records.ts'
import { refuseTooMany } from './newcomers.ts'
import type { Fetching, FromReader, Root, Sent, ToReader } from './reading-messages.ts'

export interface ReadingLimits {
  timeMs: number
  /** What the process may grow by. */
  memoryMb: number
}

const usualLimits: ReadingLimits = { timeMs: 600_000, memoryMb: 2048 }

export interface ReadingRun {
  /** A format’s name, or null to find out. */
  format: string | null
  /** Files that are not to be opened here. */
  refused: readonly string[]
  /** Files that were chosen together with a single one, which may be about them. */
  beside?: readonly string[]
  signal?: AbortSignal | undefined
  progress?(done: number, of: number): void
  limits?: Partial<ReadingLimits>
}

/** What was read, and where its texts and files lie; they are gone when that is closed. */
export interface Read {
  arriving: Arriving
  close(): void
}

/** Reads annotations of another program in a thread of its own. Fails with `unreadable` or `cancelled`. */
export async function readInThread(path: string, run: ReadingRun): Promise<Read> {
  const spool = new SpoolFile()
  try {
    const message = await withRoots(path, run, (roots) => {
      const worker = startThread({ ...usualLimits, ...run.limits })
      return conversation(worker, { roots, spool }, null, run).finally(() => worker.terminate())
    })
    if (message.type !== 'done') throw new Failure('unreadable', 'This could not be read.')
    if (!message.reply.ok) throw new Failure(message.reply.code, message.reply.message)
    refuseTooMany(message.reply.value.arriving)
    // What the thread has held is let go of before.
    const arriving = await fetched(message.reply.value, spool, run.signal)
    return { arriving, close: () => spool.close() }
  } catch (error) {
    spool.close()
    throw error
  }
}

async function fetched(
  { arriving, texts, originals, ...records }: Sent,
  spool: SpoolFile,
  signal: AbortSignal | undefined,
): Promise<Arriving> {
  const fetch = spool.read.bind(spool)
  const fetchText = fetchingTexts(fetch)
  const documents = arriving.documents.map((document, index) => {
    const [text, original] = [texts[index], originals[index]]
    return {
      ...document,
      text: text ? new DistantText(text, fetchText) : document.text,
      original: original ? new DistantSource(document.source, original, fetch) : document.original,
    }
  })
  return withRecords({ ...arriving, documents }, records, fetch, signal)
}

/**
 * Finds out one after the other which formats of other programs paths hold, in one thread, since to start one takes
 * longer than to look. Whoever makes it ends it.
 */
export function recognisingThread(refused: readonly string[], signal?: AbortSignal) {
  const run: ReadingRun = { format: null, refused, signal, limits: { timeMs: 30_000 } }
  let worker: Worker | undefined
  const end = async (): Promise<void> => {
    await worker?.terminate()
    worker = undefined
  }
  return {
    /** None too where it could not be found out in half a minute, or the signal has stopped it. */
    async formatsOf(path: string): Promise<string[]> {
      const message = await withRoots(path, run, (roots) => {
        worker ??= startThread()
        // It may be at work on that for ever.
        return conversation(worker, { roots, spool: new SpoolFile() }, 'recognise', run).catch(end)
      }).catch(() => undefined)
      return message?.type === 'recognised' ? message.formats : []
    },
    end,
  }
}

function startThread({ memoryMb }: ReadingLimits = usualLimits): Worker {
  const worker = new Worker(threadFile('read-worker', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: heapFor(memoryMb),
  })
  // What it says when nobody asks any more is too late.
  worker.on('error', () => {})
  return worker
}

async function withRoots<T>(
  path: string,
  chosen: Pick<ReadingRun, 'refused' | 'beside'>,
  use: (roots: ReadonlyMap<Root, FilesOnDisk>) => Promise<T>,
): Promise<T> {
  const roots = await openRoots(path, chosen)
  try {
    return await use(roots)
  } finally {
    for (const files of roots.values()) await files.close()
  }
}

async function openRoots(
  path: string,
  { refused, beside = [] }: Pick<ReadingRun, 'refused' | 'beside'>,
): Promise<Map<Root, FilesOnDisk>> {
  const roots = new Map<Root, FilesOnDisk>([['chosen', await filesOnDisk(path, refused)]])
  const [links, loss] = [`${path}.${linksFile}`, `${path}.${lossFile}`]
  if (roots.get('chosen')!.sizes.has('')) {
    if (existsSync(links)) roots.set('links', await filesOnDisk(links, refused))
    if (existsSync(loss)) roots.set('loss', await filesOnDisk(loss, refused))
  }
  if (roots.get('chosen')!.sizes.has('') && beside.length > 0) {
    roots.set('texts', await singleFiles(beside, refused))
  }
  return roots
}

/** One question and its answer; the thread is whoever asks’s to end. */
function conversation(
  worker: Worker,
  { roots, spool }: { roots: ReadonlyMap<Root, FilesOnDisk>; spool: SpoolFile },
  only: 'recognise' | null,
  { format, signal, progress, limits }: ReadingRun,
): Promise<FromReader> {
  const { timeMs, memoryMb } = { ...usualLimits, ...limits }
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      forgetMemory()
      fetched.close()
      signal?.removeEventListener('abort', stop)
      worker.off('message', hear).off('error', fall).off('exit', leave)
      settle()
    }
    const fail = (failure: Failure): void => end(() => reject(failure))
    const stop = (): void => fail(new Failure('cancelled', 'The import was stopped.'))
    const timer = setTimeout(() => fail(tooSlow(timeMs)), timeMs)
    const forgetMemory = watchMemory(memoryMb, () => fail(tooLarge()))
    const tell = (message: ToReader): void => worker.postMessage(message)
    const { port1: fetched, port2: port } = new MessageChannel()
    const fetching: Fetching = { port, isThere: new Int32Array(new SharedArrayBuffer(4)) }

    const hear = async (message: FromReader): Promise<void> => {
      if (message.type === 'progress') return progress?.(message.done, message.of)
      if (message.type === 'put') return put(message.bytes)
      if (message.type === 'fetch') return fetch(message.place)
      if (message.type !== 'ask') return end(() => resolve(message))
      const { id, root, path, start, end: to } = message
      try {
        const files = roots.get(root)
        if (!files || !isWithin(files, path, start, to))
          throw new Failure('unreadable', 'There is no such file.')
        tell({ type: 'bytes', id, reply: { ok: true, value: await files.read(path, start, to) } })
      } catch (error) {
        const { code, message } = error instanceof Failure ? error : tooLarge()
        tell({ type: 'bytes', id, reply: { ok: false, code, message } })
      }
    }
    const put = (bytes: Uint8Array): void => {
      try {
        spool.append(bytes)
      } catch (error) {
        fail(error as Failure)
      }
    }
    const fetch = (place: Place): void => {
      const reply = replyOf(() => spool.read(place))
      fetched.postMessage(reply)
      Atomics.store(fetching.isThere, 0, 1)
      Atomics.notify(fetching.isThere, 0)
    }
    const fall = (error: Error & { code?: string }): void =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : crashed(error.message))
    const leave = (): void => fail(crashed('it ended'))
    worker.on('message', hear).on('error', fall).on('exit', leave)
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    const listings = [...roots].map(([root, { name, sizes }]) => [root, { name, sizes }])
    const read: ToReader = { type: 'read', only, format, roots: Object.fromEntries(listings), fetching }
    worker.postMessage(read, [port])
  })
}

function replyOf(read: () => Uint8Array): Reply<Uint8Array> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    const { code, message } = error instanceof Failure ? error : tooLarge()
    return { ok: false, code, message }
  }
}

/** Only what was listed is handed over, whatever the thread asks for. */
function isWithin({ sizes }: FilesOnDisk, path: string, start: number, end: number): boolean {
  const size = sizes.get(path)
  return size !== undefined && start >= 0 && start <= end && end <= size
}

const tooLarge = () =>
  new Failure(
    'unreadable',
    'Reading this takes more memory than there is for it: split it into several parts.',
  )
const tooSlow = (timeMs: number) =>
  new Failure(
    'unreadable',
    `Reading this took longer than ${timeMs / 1000} seconds: split it into several parts.`,
  )
const crashed = (detail: string) => new Failure('unreadable', `This could not be read (${detail}).`)

import { basename, join } from 'node:path'
import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import type { Dataset } from '../dataset.ts'
import { type Expectations, ReadingCompared } from '../sidecar/expectations.ts'
import { isSidecar } from '../sidecar/is-sidecar.ts'
import {
  isNeeded,
  linksFile,
  lossFile,
  type SidecarContent,
  writeLinks,
  writeLoss,
} from '../sidecar/write-sidecar.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'
import { PuttingAway, storeIn } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { mustGoOn, type Target } from '../target.ts'
import type { WritingOptions } from '../writing-options.ts'
import type {
  AnnotationFormat,
  FormatReader,
  FormatWriter,
  Touched,
  TouchingLoss,
} from './annotation-format.ts'
import type { Terms } from './publication/terms.ts'

/** A format that a dataset can be written in. */
export interface WrittenFormat extends Format {
  /** What of this dataset it drops. */
  losses(dataset: Dataset, terms?: Terms): Loss[]
  /** What has to be written for it at `to` and beside it. */
  targets(dataset: Dataset, to: string, options: WritingOptions): Target[]
}

/** A format that writes all it has to say to one path. */
export interface PlainFormat extends Omit<WrittenFormat, 'targets'> {
  /** What a format of this kind may find in a folder that it replaces; `path` is where it lies. */
  isOurs(name: string, path: string): boolean
  /** Writes to a path where nothing is. Returns the files below it; for a single file ['']. */
  write(dataset: Dataset, to: string, options: WritingOptions): Promise<string[]>
}

export function writtenPlainly({ isOurs, write, ...format }: PlainFormat): WrittenFormat {
  return {
    ...format,
    targets: (dataset, to, options) => [
      {
        to,
        makes: format.makes,
        ...(format.makes === 'folder' && { isOurs }),
        write: (path) => write(dataset, path, options),
      },
    ],
  }
}

/** A format of another program that writes, with the sidecar beside it. */
export function writtenForOthers(format: AnnotationFormat): WrittenFormat[] {
  const { writer } = format
  if (!writer) return []
  // What is asked before an export and again while it is written is the same as long as the dataset is.
  const known = new WeakMap<Dataset, TouchingLoss[]>()
  const lossesOf = (dataset: Dataset): TouchingLoss[] => {
    const losses = known.get(dataset) ?? writer.losses(dataset)
    known.set(dataset, losses)
    return losses
  }
  return [
    {
      ...describe(format),
      losses: (dataset) => {
        const losses = lossesOf(dataset)
        const beside = new Set(losses.filter(isKeptBeside).map(({ what }) => what))
        return countedLosses(losses).map((loss) => (beside.has(loss.what) ? { ...loss, beside: true } : loss))
      },
      targets: (dataset, to, options) =>
        targetsFor(format, { ...writer, losses: lossesOf }, dataset, to, options),
    },
  ]
}

function targetsFor(
  { name, makes, reader }: AnnotationFormat,
  writer: FormatWriter,
  dataset: Dataset,
  to: string,
  options: WritingOptions,
): Target[] {
  let content: SidecarContent | null = null
  /** The format’s own files; what they read as is compared with what was to be written. */
  const write = async (path: string): Promise<string[]> => {
    const { files, readAs } = await writer.write(dataset, path, options)
    const touching = writer.losses(dataset)
    const named = { ...options, name: basename(to) }
    const expectations = reader
      ? await readBack(reader, path, named, new ReadingCompared(dataset, readAs))
      : null
    const found = { format: name, losses: countedLosses(touching), touching, expectations }
    content = isNeeded(found) ? found : null
    return files
  }
  const beside =
    (writePart: typeof writeLinks) =>
    async (path: string): Promise<string[]> => {
      if (content === null) return []
      mustGoOn(options.signal)
      await writePart(dataset, content, path)
      return ['']
    }
  const isOurs = (_: string, path: string): boolean => isSidecar(path)
  if (makes === 'file') {
    return [
      { to, makes, write },
      { to: `${to}.${linksFile}`, makes: 'file', isOurs, write: beside(writeLinks) },
      { to: `${to}.${lossFile}`, makes: 'file', isOurs, write: beside(writeLoss) },
    ]
  }
  return [
    {
      to,
      makes,
      isOurs: (entry, path) =>
        entry === linksFile || entry === lossFile ? isSidecar(path) : writer.isOurs(entry, path),
      async write(path) {
        const files = await write(path)
        const links = await beside(writeLinks)(join(path, linksFile))
        const loss = await beside(writeLoss)(join(path, lossFile))
        return [...files, ...links.map(() => linksFile), ...loss.map(() => lossFile)]
      },
    },
  ]
}

/** Under the name that it will have: some formats go by its ending. */
async function readBack(
  reader: FormatReader,
  path: string,
  { name, signal }: WritingOptions & { name: string },
  compared: ReadingCompared,
): Promise<Expectations> {
  const files = await filesOnDisk(path)
  const spool = new SpoolFile()
  try {
    const source = await unpacked(sourceFiles({ ...files, name }))
    const handOver = compared.takeAhead.bind(compared)
    const held = compared.heldId.bind(compared)
    const away = new PuttingAway(storeIn(spool))
    return compared.end(await reader.read(source, { signal, progress: () => {}, handOver, held, away }))
  } catch (error) {
    // A reader that is stopped speaks of an import.
    mustGoOn(signal)
    throw error
  } finally {
    spool.close()
    await files.close()
  }
}

/** What people are told of a format of another program. */
export function describe(format: AnnotationFormat): Format {
  const { name, title, endings, makes, cannotHold, reader, writer } = format
  return {
    name,
    title,
    reads: reader !== undefined,
    writes: writer !== undefined,
    endings,
    makes,
    cannotHold,
  }
}

const isKeptBeside = ({ touches }: TouchingLoss): boolean => touches.some(({ ids }) => ids.length > 0)

const counted = new WeakMap<readonly TouchingLoss[], Loss[]>()

/** Each thing counts once for each loss, and a loss that touches nothing is none. Counts the same losses once. */
export function countedLosses(losses: readonly TouchingLoss[]): Loss[] {
  const known = counted.get(losses)
  if (known) return known
  const counts = losses
    .map(({ what, touches, count }) => ({ what, count: count ?? countRecords(touches) }))
    .filter(({ count }) => count > 0)
  counted.set(losses, counts)
  return counts
}

function countRecords(touches: readonly Touched[]): number {
  const different = new Map<Kind, Set<string>>()
  for (const { kind, ids } of touches) {
    const own = different.get(kind)
    if (own) for (const id of ids) own.add(id)
    else different.set(kind, new Set(ids))
  }
  return [...different.values()].reduce((sum, { size }) => sum + size, 0)
}

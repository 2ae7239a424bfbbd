import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import type { Dataset } from '../dataset.ts'
import type { Target } from '../target.ts'
import type { WritingOptions } from '../writing-options.ts'
import type { AnnotationFormat, TouchingLoss } from './annotation-format.ts'

/** A format that a dataset can be written in. */
export interface WrittenFormat extends Format {
  /** What of this dataset it drops. */
  losses(dataset: Dataset): Loss[]
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
      { to, makes: format.makes, isOurs, write: (path) => write(dataset, path, options) },
    ],
  }
}

/** A format of another program that writes. */
export function writtenForOthers(format: AnnotationFormat): WrittenFormat[] {
  const { writer } = format
  if (!writer) return []
  const described = describe(format)
  return [
    {
      ...described,
      losses: (dataset) => countedLosses(writer.losses(dataset)),
      targets: (dataset, to, options) => [
        {
          to,
          makes: format.makes,
          isOurs: writer.isOurs,
          write: async (path) => (await writer.write(dataset, path, options)).files,
        },
      ],
    },
  ]
}

/** What people are told of a format of another program. An import does not ask their readers yet. */
export function describe({ name, title, endings, makes, cannotHold, writer }: AnnotationFormat): Format {
  return {
    name,
    title,
    reads: false,
    writes: writer !== undefined,
    endings,
    makes,
    cannotHold,
  }
}

/** Each thing counts once for each loss, and a loss that touches nothing is none. */
export function countedLosses(losses: readonly TouchingLoss[]): Loss[] {
  return losses
    .map(({ what, touches }) => ({
      what,
      count: new Set(touches.map(({ kind, id }) => `${kind} ${id}`)).size,
    }))
    .filter(({ count }) => count > 0)
}

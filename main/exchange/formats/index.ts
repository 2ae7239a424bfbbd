import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import { exchangeEndings, type TextFormat, textFormats } from '../../import/formats.ts'
import type { Dataset } from '../dataset.ts'
import type { WritingOptions } from '../writing-options.ts'
import { csvLosses } from './csv/losses.ts'
import { csvFiles, writeCsvFolder } from './csv/write-folder.ts'
import { writeExchangeFile } from './rejoinder-jsonl/write-file.ts'

/** A format that a dataset can be written in. */
export interface WrittenFormat extends Format {
  /** What a format of this kind may find in a folder that it replaces. */
  isOurs(name: string): boolean
  /** What of this dataset it drops. */
  losses(dataset: Dataset): Loss[]
  /** Writes to a path where nothing is. Returns the files below it; for a single file ['']. */
  write(dataset: Dataset, to: string, options: WritingOptions): Promise<string[]>
}

/** What is no part of a dataset, whatever the format. */
const keptInProject = [
  'the history',
  'earlier revisions of texts',
  'earlier definitions of tags',
  'answers that were dismissed',
  'copies that were dismissed',
  'speakers told apart',
  'the project’s own cue words',
  'saved searches',
  'saved work lists',
  'findings of the doctor that were judged as intended',
  'the imported files, unless asked for',
]

export const writtenFormats: readonly WrittenFormat[] = [
  {
    name: 'rejoinder-jsonl',
    title: 'Rejoinder exchange file (JSON Lines)',
    reads: true,
    writes: true,
    endings: [...exchangeEndings],
    makes: 'file',
    cannotHold: keptInProject,
    isOurs: () => false,
    losses: () => [],
    write: writeExchangeFile,
  },
  {
    name: 'csv',
    title: 'Tables for Excel, R and Python (folder of CSV files)',
    reads: false,
    writes: true,
    endings: [],
    makes: 'folder',
    cannotHold: [
      'headings, lists, quotations and other structure of texts',
      'emphasis and web links in texts',
      'page and section breaks',
      ...keptInProject,
    ],
    isOurs: (name) => csvFiles.includes(name),
    losses: csvLosses,
    write: writeCsvFolder,
  },
]

/** Every format: the single source for the export dialog, the command line and its documentation. */
export const formats: readonly Format[] = [
  ...writtenFormats.map(({ name, title, reads, writes, endings, makes, cannotHold }) => ({
    name,
    title,
    reads,
    writes,
    endings,
    makes,
    cannotHold,
  })),
  ...(Object.keys(textFormats) as TextFormat[]).map(
    (name): Format => ({
      name,
      title: textFormats[name].title,
      reads: true,
      writes: false,
      endings: [...textFormats[name].endings],
      makes: 'file',
      cannotHold: ['annotations, links, claims and the codebook'],
    }),
  ),
]

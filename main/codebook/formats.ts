import type { CodebookFormat } from '../../preload/contract/codebook.ts'
import type { CodebookData, ReadCodebook } from './codebook-data.ts'
import { readCodebookCsv, writeCodebookCsv } from './csv.ts'
import { readCodebookJsonl, writeCodebookJsonl } from './jsonl.ts'
import { writeCodebookHtml, writeCodebookMarkdown } from './printed.ts'
import { changedInQdc, readQdc, writeQdc } from './qdc.ts'

interface WrittenCodebookFormat extends Omit<CodebookFormat, 'reads' | 'writes'> {
  write(codebook: CodebookData, name: string): string
  /** What of this codebook stands in the file otherwise than here, in sentences. */
  changes?(codebook: CodebookData): string[]
  read?(text: string): ReadCodebook
}

const versions = 'earlier definitions of tags'

/** The files that a codebook is exchanged in without the rest of the project. */
export const codebookFormats: readonly WrittenCodebookFormat[] = [
  {
    name: 'rejoinder-jsonl',
    title: 'Rejoinder codebook (JSON Lines)',
    ending: 'jsonl',
    cannotHold: [versions],
    write: writeCodebookJsonl,
    read: readCodebookJsonl,
  },
  {
    name: 'csv',
    title: 'Table for spreadsheets (CSV)',
    ending: 'csv',
    cannotHold: ['link types', 'line ends inside an example', versions],
    write: writeCodebookCsv,
    read: readCodebookCsv,
  },
  {
    name: 'qdc',
    title: 'REFI-QDA codebook, for other programs',
    ending: 'qdc',
    cannotHold: [
      'roles',
      'keys',
      'attributes',
      'use when, not when and examples but as words',
      'link types',
      'names that several tags have',
      'characters that XML cannot write',
      versions,
    ],
    write: writeQdc,
    changes: changedInQdc,
    read: readQdc,
  },
  {
    name: 'html',
    title: 'Page to print (HTML)',
    ending: 'html',
    cannotHold: [versions],
    write: writeCodebookHtml,
  },
  {
    name: 'md',
    title: 'Page to print (Markdown)',
    ending: 'md',
    cannotHold: ['colours', versions],
    write: writeCodebookMarkdown,
  },
]

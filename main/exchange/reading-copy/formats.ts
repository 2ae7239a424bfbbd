import type { Format } from '../../../preload/contract/exchange.ts'

const cannotHold = [
  'ids and offsets (it is for people and is not read again)',
  'memos, and claims that no passage states or is linked to',
]
const shared = { reads: false, writes: true, cannotHold, asks: 'reading' } as const

/** Copies for reading as formats of an export. */
export const readingFormats = [
  {
    ...shared,
    name: 'reading-docx',
    title: 'Reading copy: one Word document',
    endings: ['docx'],
    makes: 'file',
  },
  {
    ...shared,
    name: 'reading-docx-each',
    title: 'Reading copy: a Word document for each text',
    endings: ['docx'],
    makes: 'folder',
  },
  {
    ...shared,
    name: 'reading-html',
    title: 'Reading copy: one web page',
    endings: ['html'],
    makes: 'file',
  },
  {
    ...shared,
    name: 'reading-html-each',
    title: 'Reading copy: a web page for each text',
    endings: ['html'],
    makes: 'folder',
  },
  {
    ...shared,
    name: 'reading-pdf',
    title: 'Reading copy: one PDF',
    endings: ['pdf'],
    makes: 'file',
  },
  {
    ...shared,
    name: 'reading-pdf-each',
    title: 'Reading copy: a PDF for each text',
    endings: ['pdf'],
    makes: 'folder',
  },
] as const satisfies readonly Readonly<Record<keyof Format, unknown>>[]

export type ReadingFormat = (typeof readingFormats)[number]

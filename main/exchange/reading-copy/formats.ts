import type { Format } from '../../../preload/contract/exchange.ts'

const cannotHold = [
  'ids and offsets (it is for people and is not read again)',
  'memos, and claims that no passage states or is linked to',
]
const shared = { reads: false, writes: true, cannotHold, asks: 'reading' } as const

/** Copies for reading as formats of an export. PDF is not among them: it needs a window. */
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
] as const satisfies readonly Readonly<Record<keyof Format, unknown>>[]

export type ReadingFormat = (typeof readingFormats)[number]

import type { Repositories } from '../../../db/repositories/index.ts'
import { readHead } from '../../import/read-source.ts'
import type { ReadDataset } from '../formats/rejoinder-jsonl/dataset-reader.ts'
import { readExchangeFile } from '../formats/rejoinder-jsonl/read-file.ts'
import { type Arriving, nothingUnread } from '../sidecar/arriving.ts'
import { textHash } from '../spool/distant.ts'
import { PuttingAway, storeIn } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import type { Read } from './read-in-thread.ts'

export const ownFormat = 'rejoinder-jsonl'

const head = /^\ufeff?\s*\{[^\n]*"format"\s*:\s*"rejoinder-jsonl"/
/** With or without spaces; a line that is written in another order of its fields may be too long to see all of it. */
const documentLine = /^\s*\{[^\n]*"type"\s*:\s*"document"[^\n]*/m
const idIn = /[{,]\s*"id"\s*:\s*("(?:[^"\\]|\\.)*")/

/** Whether this is an exchange file, whatever project it is of. */
export async function isExchangeFile(path: string, refused: readonly string[]): Promise<boolean> {
  return head.test(await beginningOf(path, refused))
}

/** Whether this is an exchange file of texts that the project has. */
export async function isOwnFile(
  path: string,
  refused: readonly string[],
  { documents }: Repositories,
): Promise<boolean> {
  const beginning = await beginningOf(path, refused)
  const [line] = (head.test(beginning) && documentLine.exec(beginning)) || []
  const [, id] = (line !== undefined && idIn.exec(line)) || []
  return id !== undefined && documents.findByUid(JSON.parse(id) as string) !== undefined
}

async function beginningOf(path: string, refused: readonly string[]): Promise<string> {
  return (await readHead(path, refused).catch(() => Buffer.alloc(0))).toString('utf8')
}

/** An exchange file as something that arrives, to be held against the project that it came from; texts lie elsewhere. */
export async function readOwnFile(
  path: string,
  options: { signal: AbortSignal; progress(done: number, of: number): void },
): Promise<Read> {
  const spool = new SpoolFile()
  try {
    const quotes = new Map<string, string[]>()
    const away = new PuttingAway(storeIn(spool))
    const dataset = await readExchangeFile(path, { ...options, away, quotes })
    return { arriving: arrivingOf(dataset, quotes), close: () => spool.close() }
  } catch (error) {
    spool.close()
    throw error
  }
}

function arrivingOf(
  { textOf, lineOf: _, ...dataset }: ReadDataset,
  quotes: ReadonlyMap<string, string[]>,
): Arriving {
  return {
    ...dataset,
    ...{ format: ownFormat, isOurs: true, foreign: new Map() },
    documents: dataset.documents.map((document) => {
      const text = textOf(document.id)
      return { ...document, text, original: null, isNamed: true, knownAs: [], textSha256: textHash(text) }
    }),
    annotations: dataset.annotations.map((annotation) => ({
      ...annotation,
      ...{ quote: quotes.get(annotation.id) ?? null, prefix: '', suffix: '' },
    })),
    ...{ leftOut: [], unread: nothingUnread, doubts: [], missing: new Map(), isComplete: false },
    ...{ edits: new Map(), untouched: new Map() },
  }
}

import type { Repositories } from '../../../db/repositories/index.ts'
import { readHead } from '../../import/read-source.ts'
import { hashOf } from '../content-hash.ts'
import { readExchangeFile } from '../formats/rejoinder-jsonl/read-file.ts'
import { type Arriving, nothingUnread } from '../sidecar/arriving.ts'

export const ownFormat = 'rejoinder-jsonl'

const head = /^\ufeff?\s*\{[^\n]*"format"\s*:\s*"rejoinder-jsonl"/
const firstDocument = /\n\{"type":"document","id":("(?:[^"\\]|\\.)*")/

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
  const [, id] = (head.test(beginning) && firstDocument.exec(beginning)) || []
  return id !== undefined && documents.findByUid(JSON.parse(id) as string) !== undefined
}

async function beginningOf(path: string, refused: readonly string[]): Promise<string> {
  return (await readHead(path, refused).catch(() => Buffer.alloc(0))).toString('utf8')
}

/** An exchange file as something that arrives, to be held against the project that it came from. */
export async function readOwnFile(
  path: string,
  options: { signal: AbortSignal; progress(done: number, of: number): void },
): Promise<Arriving> {
  const { textOf, lineOf: _, ...dataset } = await readExchangeFile(path, options)
  const texts = new Map(dataset.documents.map(({ id }) => [id, textOf(id)]))
  return {
    ...dataset,
    ...{ format: ownFormat, isOurs: true, foreign: new Map() },
    documents: dataset.documents.map((document) => {
      const text = texts.get(document.id)!
      return { ...document, text, original: null, isNamed: true, knownAs: [], textSha256: hashOf(text.text) }
    }),
    annotations: dataset.annotations.map((annotation) => ({
      ...annotation,
      quote: annotation.spans.map(({ start, end }) => texts.get(annotation.document)!.text.slice(start, end)),
      ...{ prefix: '', suffix: '' },
    })),
    ...{ leftOut: [], unread: nothingUnread, doubts: [], missing: new Map(), isComplete: false },
    ...{ edits: new Map(), untouched: new Map() },
  }
}

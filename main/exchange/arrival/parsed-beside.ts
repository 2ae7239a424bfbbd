import { basename } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import { undecided } from '../../../preload/contract/file-reading.ts'
import { DocumentParser } from '../../import/document-parser.ts'
import { formatByName, withoutEnding } from '../../import/formats.ts'
import { readHead, readSource } from '../../import/read-source.ts'
import { recognise } from '../../import/recognise.ts'
import type { Arriving, ArrivingDocument } from '../sidecar/arriving.ts'
import { textHash } from '../spool/distant.ts'

/**
 * Gives documents that came without a text the file that was chosen together with their annotations and is called as
 * they are: one of Word, PDF and the like, which a reader of annotations does not open; also where the project has one
 * of this name, whose words may be others. It is read as if it were imported, in a thread of its own. Files that cannot
 * be read are left; importing them says why.
 */
export async function withParsedBeside(
  arriving: Arriving,
  beside: readonly string[],
  { refused, signal }: { refused: readonly string[]; signal: AbortSignal },
): Promise<{ arriving: Arriving; used: string[] }> {
  const free = new Map(beside.filter(isToBeParsed).map((path) => [path, plainName(basename(path))]))
  const files = new Map<ArrivingDocument, string>()
  for (const document of arriving.documents) {
    if (document.text !== null) continue
    const [path, ...others] = namedAs(document, free)
    if (path === undefined || others.length > 0) continue
    files.set(document, path)
    free.delete(path)
  }
  if (files.size === 0) return { arriving, used: [] }
  const parser = new DocumentParser()
  const used: string[] = []
  try {
    const documents: ArrivingDocument[] = []
    for (const document of arriving.documents) {
      const path = files.get(document)
      const parsed = path === undefined ? undefined : await textAt(path, { parser, refused, signal })
      if (path !== undefined && parsed) used.push(path)
      documents.push(parsed ? { ...document, ...parsed } : document)
    }
    return { arriving: { ...arriving, documents }, used }
  } finally {
    await parser.close()
  }
}

/** Text and pages were looked at by the reader already; of a table each row is a text. */
const isToBeParsed = (path: string): boolean =>
  !['txt', 'html', 'csv-texts', 'xlsx-texts', 'rejoinder-jsonl', null].includes(formatByName(basename(path)))

const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase()

function namedAs({ knownAs }: ArrivingDocument, files: ReadonlyMap<string, string>): string[] {
  const names = new Set(knownAs.map(plainName))
  const whole = [...files].filter(([, name]) => names.has(name))
  const bare = new Set(knownAs.map((name) => plainName(withoutEnding(name))))
  const found = whole.length > 0 ? whole : [...files].filter(([, name]) => bare.has(withoutEnding(name)))
  return found.map(([path]) => path)
}

async function textAt(
  path: string,
  { parser, refused, signal }: { parser: DocumentParser; refused: readonly string[]; signal: AbortSignal },
): Promise<Pick<ArrivingDocument, 'text' | 'source' | 'original' | 'textSha256'> | undefined> {
  const name = basename(path)
  try {
    const head = await readHead(path, refused)
    const format = recognise(head, name)
    if (format === 'rejoinder-jsonl') return undefined
    const { bytes, sha256 } = await readSource(path, name, refused, head)
    const { documents } = await parser.parse({ ...undecided, bytes: bytes.slice(), name, format }, signal)
    const [only, ...others] = documents
    if (!only || others.length > 0) return undefined
    const { text, blocks, marks, breaks, mediaType } = only
    const content = { text, blocks, marks, breaks }
    return {
      ...{ text: content, textSha256: textHash(content) },
      ...{ source: { name, mediaType, sha256 }, original: { bytes } },
    }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'cancelled') return undefined
    throw error
  }
}

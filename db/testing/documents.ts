import type { DocumentId } from '../../preload/contract/ids.ts'
import type { OpenProject } from '../open-project.ts'
import type { NewDocument } from '../repositories/documents.ts'
import { hashOf } from '../repositories/revisions.ts'

/** A document of paragraphs, one a line. */
export function documentOf(text: string, given: Partial<NewDocument> = {}): NewDocument {
  let start = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start, end: start + line.length }
    start = block.end + 1
    return block
  })
  return {
    uid: `document of ${hashOf(text).slice(0, 8)}`,
    title: text.split('\n')[0]?.slice(0, 40) ?? '',
    metadata: {},
    status: 'to-do',
    text: { text, blocks, marks: [], breaks: [] },
    source: { name: 'text.txt', mediaType: 'text/plain', sha256: hashOf(text) },
    original: Buffer.from(text),
    imported: '2026-01-05T10:00:00.000Z',
    ...given,
  }
}

/** Brings a document in as one step. */
export function addDocument(
  project: OpenProject,
  text: string,
  given: Partial<NewDocument> = {},
): DocumentId {
  return project.history.record('import a document', () =>
    project.repositories.documents.insert(documentOf(text, given)),
  )
}

import type { DocumentStatus, DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { documentsActedOn, shownDocuments } from '../store/documents/document-list.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

export async function changeDocument(
  id: DocumentId,
  change: InputOf<'document.update'>['change'],
): Promise<void> {
  await request('document.update', { id, change })
  say('Details saved')
}

/** The same change of all of them, as one step. */
export async function changeDocuments(
  ids: DocumentId[],
  change: InputOf<'document.updateMany'>['change'],
): Promise<void> {
  await request('document.updateMany', { ids, change })
}

const statusWords: Record<DocumentStatus, string> = {
  'to-do': 'to do',
  'in-progress': 'in progress',
  done: 'done',
}
const nextStatus: Record<DocumentStatus, DocumentStatus> = {
  'to-do': 'in-progress',
  'in-progress': 'done',
  done: 'to-do',
}

export async function markDocuments(ids: DocumentId[], status: DocumentStatus): Promise<void> {
  await changeDocuments(ids, { status })
  say(
    ids.length === 1
      ? `Marked as ${statusWords[status]}`
      : `${countOf(ids.length, 'document')} marked as ${statusWords[status]}`,
  )
}

// What was asked for last, until the mirror shows another state of that document: a quick second key goes on from there.
let asked: { document: DocumentSummary; status: DocumentStatus } | undefined

/** Marks what is chosen, or what is being read, as the status after that of the first of them. */
export async function markAsNext(): Promise<void> {
  const ids = documentsActedOn()
  const document = workbench.getState().documents.find(({ id }) => id === ids[0])
  if (!document) return
  const status = nextStatus[asked?.document === document ? asked.status : document.status]
  const mine = { document, status }
  asked = mine
  try {
    await markDocuments(ids, status)
  } catch (cause) {
    // What was not written is no step to go on from.
    if (asked === mine) asked = undefined
    throw cause
  }
}

export async function moveDocuments(ids: DocumentId[], beforeId: DocumentId | null): Promise<void> {
  await request('document.move', { ids, beforeId })
}

/** Moves documents one place up or down among those that the list shows, which must be in project order. */
export async function moveByOne(ids: readonly DocumentId[], step: 1 | -1): Promise<void> {
  const { documents, documentList } = workbench.getState()
  if (documentList.order !== 'project') {
    say('Documents can be moved in project order only')
    return
  }
  const shown = shownDocuments(documents, documentList)
  const moved = new Set(ids)
  const indexes = shown.flatMap(({ id }, index) => (moved.has(id) ? [index] : []))
  const [first, last] = [indexes[0], indexes.at(-1)]
  if (first === undefined || last === undefined) return
  const target = step < 0 ? first - 1 : last + 2
  if (target < 0 || target > shown.length) {
    say(step < 0 ? 'This is the first place' : 'This is the last place')
    return
  }
  const beforeId = shown[target]?.id ?? afterShown(shown.at(-1)?.id)
  await moveDocuments(
    indexes.map((index) => shown[index]!.id),
    beforeId,
  )
  const place = step < 0 ? first : last - indexes.length + 3
  const what = indexes.length === 1 ? (shown[first]?.title ?? '') : countOf(indexes.length, 'document')
  say(`${what}: ${place} of ${shown.length}`)
}

/** What the project has after the last document shown; null at its end. */
function afterShown(id: DocumentId | undefined): DocumentId | null {
  const { documents } = workbench.getState()
  return documents[documents.findIndex((document) => document.id === id) + 1]?.id ?? null
}

export async function deleteDocuments(ids: DocumentId[]): Promise<void> {
  await request('document.delete', { ids })
  say(ids.length === 1 ? 'Document deleted' : `${ids.length} documents deleted`)
}

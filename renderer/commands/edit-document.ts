import type { DocumentId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { say } from '../store/notices.ts'

export async function changeDocument(
  id: DocumentId,
  change: InputOf<'document.update'>['change'],
): Promise<void> {
  await request('document.update', { id, change })
}

export async function moveDocuments(ids: DocumentId[], beforeId: DocumentId | null): Promise<void> {
  await request('document.move', { ids, beforeId })
}

export async function deleteDocuments(ids: DocumentId[]): Promise<void> {
  await request('document.delete', { ids })
  say(ids.length === 1 ? 'Document deleted' : `${ids.length} documents deleted`)
}

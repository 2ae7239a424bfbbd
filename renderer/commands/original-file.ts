import type { OriginalFile } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { saveFile } from './save-file.ts'

/** In the program that the system has for such files. */
export async function openOriginal(documentId: DocumentId): Promise<void> {
  await request('app.openOriginal', { documentId })
}

/** Asks where the copy goes. */
export async function saveOriginal(documentId: DocumentId, { name, ending }: OriginalFile): Promise<void> {
  const content = await request('document.originalBytes', { id: documentId })
  const dot = name.lastIndexOf('.')
  const own = dot > 0 ? name.slice(dot + 1) : ''
  await saveFile({
    title: 'Save a copy of the original',
    name: dot > 0 ? name.slice(0, dot) : name,
    ending: own || ending || 'bin',
    content,
  })
}

import { collectionsField } from '../../preload/contract/collections.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { changeListView, groupsOf, movedBefore } from '../store/documents/document-list.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'
import { changeDocuments } from './edit-document.ts'

export async function collect(ids: DocumentId[], name: string): Promise<void> {
  await request('document.collect', { ids, name })
  say(`${countOf(ids.length, 'document')} put into ${name}`)
}

export async function uncollect(ids: DocumentId[], name: string): Promise<void> {
  await request('document.uncollect', { ids, name })
  say(`${countOf(ids.length, 'document')} taken out of ${name}`)
}

/** Out of every collection they are in, as one step. */
export async function uncollectAll(ids: DocumentId[]): Promise<void> {
  await changeDocuments(ids, { fields: { [collectionsField]: '' } })
  say(`${countOf(ids.length, 'document')} taken out of all collections`)
}

/** With the name of another collection the two become one. The list goes on showing it. */
export async function renameCollection(from: string, to: string): Promise<void> {
  await request('document.renameCollection', { from, to })
  const { collection, folded, collectionOrder } = workbench.getState().documentList
  if (collection === from) changeListView({ collection: to })
  if (!collectionOrder.includes(to))
    changeListView({ collectionOrder: collectionOrder.map((name) => (name === from ? to : name)) })
  if (folded.includes(from)) changeListView({ folded: folded.map((name) => (name === from ? to : name)) })
  say(`Collection renamed to ${to}`)
}

function namesInOrder(): string[] {
  const { documents, documentList } = workbench.getState()
  return groupsOf(documents, documentList.collectionOrder)
    .map(({ name }) => name)
    .filter((name) => name !== '')
}

/** Before another collection, or after all of them; kept with the person's window, and not in the project's file. */
export function moveCollection(name: string, before: string | null): void {
  const names = movedBefore(namesInOrder(), name, before)
  changeListView({ collectionOrder: names })
  say(`${name} is collection ${names.indexOf(name) + 1} of ${names.length}`)
}

/** Past its neighbour; at the end it stays. */
export function moveCollectionByOne(name: string, step: 1 | -1): void {
  const names = namesInOrder()
  const at = names.indexOf(name) + step
  if (at < 0 || at >= names.length) say(`${name} is the ${step < 0 ? 'first' : 'last'} collection`)
  else moveCollection(name, names[step < 0 ? at : at + 1] ?? null)
}

/** Its documents stay in the project. */
export async function deleteCollection(name: string): Promise<void> {
  await request('document.deleteCollection', { name })
  if (workbench.getState().documentList.collection === name) changeListView({ collection: null })
  say(`Collection ${name} deleted; its documents stay`)
}

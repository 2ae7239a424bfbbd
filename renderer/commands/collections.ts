import type { DocumentId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { changeListView } from '../store/document-list.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

export async function collect(ids: DocumentId[], name: string): Promise<void> {
  await request('document.collect', { ids, name })
  say(`${countOf(ids.length, 'document')} put into ${name}`)
}

export async function uncollect(ids: DocumentId[], name: string): Promise<void> {
  await request('document.uncollect', { ids, name })
  say(`${countOf(ids.length, 'document')} taken out of ${name}`)
}

/** With the name of another collection the two become one. The list goes on showing it. */
export async function renameCollection(from: string, to: string): Promise<void> {
  await request('document.renameCollection', { from, to })
  const { collection, folded } = workbench.getState().documentList
  if (collection === from) changeListView({ collection: to })
  if (folded.includes(from)) changeListView({ folded: folded.map((name) => (name === from ? to : name)) })
  say(`Collection renamed to ${to}`)
}

/** Its documents stay in the project. */
export async function deleteCollection(name: string): Promise<void> {
  await request('document.deleteCollection', { name })
  if (workbench.getState().documentList.collection === name) changeListView({ collection: null })
  say(`Collection ${name} deleted; its documents stay`)
}

import { beforeEach, expect, test, vi } from 'vitest'
import type { DocumentStatus, DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { workbench } from '../store/workbench.ts'
import { markAsNext } from './edit-document.ts'

const id = 1 as DocumentId
const asked: DocumentStatus[] = []
let writes = true

beforeEach(() => {
  asked.length = 0
  writes = true
  const request = async (_channel: string, { change }: { change: { status: DocumentStatus } }) => {
    asked.push(change.status)
    return writes ? { ok: true, value: null } : { ok: false, code: 'disk-full', message: 'The disk is full.' }
  }
  vi.stubGlobal('window', { rejoinder: { request } })
  const documents = [{ id, title: 'Statement', status: 'to-do' } as DocumentSummary]
  workbench.setState({
    ...workbench.getInitialState(),
    documents,
    panes: { left: { documentId: id }, right: null },
  })
})

test('a quick second key goes on from what the first has asked for', async () => {
  await markAsNext()
  await markAsNext()
  expect(asked).toEqual(['in-progress', 'done'])
})

test('after a write that failed the next key asks for the same status again', async () => {
  writes = false
  await expect(markAsNext()).rejects.toThrow('The disk is full.')
  writes = true
  await markAsNext()
  expect(asked).toEqual(['in-progress', 'in-progress'])
})

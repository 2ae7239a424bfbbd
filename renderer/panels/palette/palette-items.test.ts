import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { commandIds, titleOf } from '../../commands/registry.ts'
import { type Workbench, workbench } from '../../store/workbench.ts'
import { paletteItems } from './palette-items.ts'

const survey = {
  id: 1,
  title: 'Undone survey',
  outlet: '',
  author: '',
  date: '2017',
  metadata: {},
} as DocumentSummary
const open = {
  ...workbench.getState(),
  project: { uid: 'p', name: 'P', description: '', path: '/p', readOnly: '' },
  documents: [survey],
} as Workbench

const ids = (words: string, state: Workbench) => paletteItems(words, state).map(({ id }) => id)

test('it puts what can be done first and what cannot be done last', () => {
  const found = ids('undo', open)
  const first = found.indexOf('history.undo')

  expect(found.slice(0, first)).toContain('document-1')
  expect(paletteItems('undo', open)[first]).toMatchObject({ isDisabled: true })
  expect(ids('undo', { ...open, history: { undo: 'Tag as Claim', redo: null } })[0]).toBe('history.undo')
})

test('it puts words before letters, even of what cannot be done yet, and says why it cannot', () => {
  const [first] = paletteItems('pdf', open)
  expect(first).toMatchObject({ id: 'document.pdf', isDisabled: true, whyNot: 'open a document first' })
})

test('it has every command but itself, each found by its whole title', () => {
  const others = commandIds.filter((id) => id !== 'app.palette')

  expect(ids('', open).toSorted()).toEqual(others.toSorted())
  for (const id of others) expect(ids(titleOf(id, open), open), id).toContain(id)
})

test('it finds a command also by its menu, behind those found by their title', () => {
  const found = ids('go', open)

  expect(found[0]).toBe('go.document')
  expect(found).toContain('go.passage')
})

test('it shows no documents and no tags before anything is typed', () => {
  expect(paletteItems('', open).every(({ kind }) => kind === 'command')).toBe(true)
})

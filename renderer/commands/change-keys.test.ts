import { beforeEach, expect, test, vi } from 'vitest'
import type { Preferences } from '../../preload/contract/preferences.ts'
import { workbench } from '../store/workbench.ts'
import { addKey, othersWith, removeKey, resetKeys, switchSingleKeys } from './change-keys.ts'
import { commandsByKey } from './key-choices.ts'

// Main keeps what it is given; here that is the store alone.
const request = vi.fn(async (_channel: string, change: Partial<Preferences>) => ({
  ok: true,
  value: { ...workbench.getState().preferences, ...change },
}))

beforeEach(() => {
  vi.stubGlobal('window', { rejoinder: { request } })
  workbench.setState(workbench.getInitialState(), true)
})

const preferences = () => workbench.getState().preferences
const heard = (chord: string) => commandsByKey(preferences()).get(chord)

test('a key is added, heard, told and taken away again', async () => {
  await addKey('annotation.note', 'F2')
  expect(heard('F2')).toEqual(['annotation.note'])
  expect(heard('N')).toEqual(['annotation.note'])
  expect(workbench.getState().said.words).toBe('F2 is a key of “Note”')

  await removeKey('annotation.note', 'N')
  expect(heard('N')).toBeUndefined()
  await resetKeys('annotation.note')
  expect(heard('N')).toEqual(['annotation.note'])
  expect(preferences().keys).toEqual({})
})

test('a key that another command has is taken over, and the other says so by not having it', async () => {
  expect(othersWith('CmdOrCtrl+K', 'annotation.note', preferences())).toEqual(['app.palette'])
  await addKey('annotation.note', 'CmdOrCtrl+K')
  expect(heard('CmdOrCtrl+K')).toEqual(['annotation.note'])
  expect(preferences().keys).toEqual({ 'app.palette': [], 'annotation.note': ['N', 'CmdOrCtrl+K'] })
  expect(workbench.getState().said.words).toContain('no longer of “Command palette”')

  await resetKeys('app.palette')
  expect(heard('CmdOrCtrl+K')).toEqual(['annotation.note'])
  await resetKeys('all')
  expect(heard('CmdOrCtrl+K')).toEqual(['app.palette'])
})

test('keys that stand as in the table are not kept', async () => {
  await removeKey('annotation.note', 'N')
  await addKey('annotation.note', 'N')
  expect(preferences().keys).toEqual({})
})

test('a single key that is pressed with Alt is taken away as it is pressed', async () => {
  await switchSingleKeys(false)
  expect(heard('N')).toBeUndefined()
  expect(heard('Alt+N')).toEqual(['annotation.note'])
  await removeKey('annotation.note', 'Alt+N')
  expect(heard('Alt+N')).toBeUndefined()
  await switchSingleKeys(true)
  expect(heard('N')).toBeUndefined()
})

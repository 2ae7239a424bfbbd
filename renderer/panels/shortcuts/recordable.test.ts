import { expect, test } from 'vitest'
import type { Tag } from '../../../preload/contract/tag.ts'
import { judgeKey, namesAKey } from './recordable.ts'

const usual = { keys: {}, singleKeys: true }
const claim = { name: 'Claim', key: '1' } as Tag

test('it takes a free key, and tells when a tag has it too', () => {
  expect(judgeKey('F9', 'annotation.note', usual, [claim])).toEqual({ kind: 'free', note: '' })
  expect(judgeKey('1', 'annotation.note', usual, [claim])).toMatchObject({
    kind: 'free',
    note: '1 is also the key of the tag Claim, which goes first in a text.',
  })
})

test('it says which command has the key, under the keys as they are now', () => {
  expect(judgeKey('CmdOrCtrl+K', 'annotation.note', usual, [])).toEqual({
    kind: 'taken',
    by: ['app.palette'],
    why: 'Ctrl+K is the key of “Command palette”.',
  })
  const moved = { ...usual, keys: { 'app.palette': ['F9'] } }
  expect(judgeKey('CmdOrCtrl+K', 'annotation.note', moved, []).kind).toBe('free')
  expect(judgeKey('F9', 'annotation.note', moved, []).kind).toBe('taken')
})

test('it refuses what the text or the system needs, single keys that are off, and what is there already', () => {
  expect(judgeKey('CmdOrCtrl+C', 'annotation.note', usual, []).kind).toBe('refused')
  expect(judgeKey('CmdOrCtrl+Shift+Left', 'annotation.note', usual, []).kind).toBe('refused')
  expect(judgeKey('Alt+Down', 'annotation.note', usual, []).kind).toBe('refused')
  expect(judgeKey('N', 'annotation.note', usual, []).kind).toBe('refused')
  expect(judgeKey('Y', 'annotation.note', { ...usual, singleKeys: false }, []).kind).toBe('refused')
  expect(judgeKey('Alt+Left', 'annotation.note', usual, [])).toMatchObject({ kind: 'taken', by: ['go.back'] })
})

test('it waits for the key behind a modifier', () => {
  expect(namesAKey({ key: 'Shift', isComposing: false })).toBe(false)
  expect(namesAKey({ key: 'k', isComposing: true })).toBe(false)
  expect(namesAKey({ key: 'k', isComposing: false })).toBe(true)
})

import { expect, test } from 'vitest'
import { keyNames, keySpeech, keyText } from './keys.ts'

test('it names the keys as the platform does', () => {
  expect(keyText('CmdOrCtrl+K', false)).toBe('Ctrl+K')
  expect(keyText('CmdOrCtrl+K', true)).toBe('⌘K')
  expect(keyText('Shift+F3', false)).toBe('Shift+F3')
  expect(keyText('Alt+Left', false)).toBe('Alt+←')
})

test('it puts the keys of a Mac in Apple’s order', () => {
  expect(keyText('CmdOrCtrl+Shift+Z', true)).toBe('⇧⌘Z')
})

test('it tells the plus key from the plus between keys', () => {
  expect(keyNames('CmdOrCtrl+Plus', false)).toEqual(['Ctrl', '+'])
  expect(keyNames('CmdOrCtrl++', false)).toEqual(['Ctrl', '+'])
  expect(keyNames('CmdOrCtrl+-', false)).toEqual(['Ctrl', '-'])
})

test('it says signs in words', () => {
  expect(keySpeech('CmdOrCtrl+\\', false)).toBe('Ctrl Backslash')
  expect(keySpeech('CmdOrCtrl+Enter', true)).toBe('Command Return')
})

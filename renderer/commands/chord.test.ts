import { describe, expect, it } from 'vitest'
import { chordOf } from './chord.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent

describe('chordOf', () => {
  it('names a letter by its capital and keeps Shift', () => {
    expect(chordOf(press('t'), false)).toBe('T')
    expect(chordOf(press('T', { shiftKey: true }), false)).toBe('Shift+T')
  })

  it('leaves Shift out of signs, which already differ by it', () => {
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?')
    expect(chordOf(press(']'), false)).toBe(']')
  })

  it('takes Ctrl here and Cmd on a Mac as the same', () => {
    expect(chordOf(press('z', { ctrlKey: true, shiftKey: true }), false)).toBe('CmdOrCtrl+Shift+Z')
    expect(chordOf(press('z', { metaKey: true, shiftKey: true }), true)).toBe('CmdOrCtrl+Shift+Z')
  })

  it('names arrows and Plus as the table does', () => {
    expect(chordOf(press('ArrowLeft', { altKey: true }), false)).toBe('Alt+Left')
    expect(chordOf(press('+', { ctrlKey: true, shiftKey: true }), false)).toBe('CmdOrCtrl+Plus')
  })

  it('knows the letter behind what Option makes of it on a Mac', () => {
    expect(chordOf(press('å', { altKey: true, code: 'KeyA' }), true)).toBe('Alt+A')
    expect(chordOf(press('¡', { altKey: true, code: 'Digit1' }), true)).toBe('Alt+1')
    expect(chordOf(press('Ç', { altKey: true, shiftKey: true, code: 'KeyC' }), true)).toBe('Alt+Shift+C')
  })
})

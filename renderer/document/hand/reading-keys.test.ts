import { describe, expect, it } from 'vitest'
import { caretMoveOf, edgeOfMove, endMoveOf } from './reading-keys.ts'

const key = (name: string) => {
  const parts = name.split('+')
  return {
    key: parts.at(-1)!,
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
  }
}

describe('keys that move the caret', () => {
  it('go by sentence with Alt and by paragraph with Ctrl, or Cmd on a Mac', () => {
    expect(caretMoveOf(key('Alt+ArrowDown'), false)).toEqual({
      unit: 'sentence',
      direction: 1,
      extend: false,
    })
    expect(caretMoveOf(key('Ctrl+Shift+ArrowUp'), false)).toEqual({
      unit: 'paragraph',
      direction: -1,
      extend: true,
    })
    expect(caretMoveOf(key('Cmd+ArrowUp'), true)).toEqual({ unit: 'paragraph', direction: -1, extend: false })
  })

  it('go through the whole text', () => {
    expect(caretMoveOf(key('Ctrl+End'), false)).toEqual({ unit: 'text', direction: 1, extend: false })
    expect(caretMoveOf(key('Ctrl+Shift+Home'), false)).toEqual({ unit: 'text', direction: -1, extend: true })
  })

  it('are otherwise the browser’s', () => {
    for (const name of [
      'ArrowDown',
      'Shift+ArrowDown',
      'Ctrl+ArrowLeft',
      'Ctrl+Alt+ArrowDown',
      'Home',
      'Enter',
      'a',
    ]) {
      expect(caretMoveOf(key(name), false)).toBeNull()
    }
    expect(caretMoveOf(key('Ctrl+ArrowDown'), true)).toBeNull()
  })

  it('select to the end of what comes next', () => {
    expect(edgeOfMove({ unit: 'sentence', direction: 1, extend: true })).toBe('end')
    expect(edgeOfMove({ unit: 'sentence', direction: 1, extend: false })).toBe('start')
    expect(edgeOfMove({ unit: 'sentence', direction: -1, extend: true })).toBe('start')
  })
})

describe('keys that move an end', () => {
  it('go by character, word, sentence and paragraph', () => {
    expect(endMoveOf(key('ArrowRight'), false, false)).toEqual({ unit: 'character', direction: 1 })
    expect(endMoveOf(key('Ctrl+ArrowLeft'), false, false)).toEqual({ unit: 'word', direction: -1 })
    expect(endMoveOf(key('Alt+ArrowLeft'), true, false)).toEqual({ unit: 'word', direction: -1 })
    expect(endMoveOf(key('Alt+ArrowDown'), false, false)).toEqual({ unit: 'sentence', direction: 1 })
    expect(endMoveOf(key('Ctrl+ArrowDown'), false, false)).toEqual({ unit: 'paragraph', direction: 1 })
  })

  it('go the other way in texts from right to left', () => {
    expect(endMoveOf(key('ArrowLeft'), false, true)).toEqual({ unit: 'character', direction: 1 })
  })

  it('leave going back in history to the window', () => {
    expect(endMoveOf(key('Alt+ArrowLeft'), false, false)).toBeNull()
  })
})

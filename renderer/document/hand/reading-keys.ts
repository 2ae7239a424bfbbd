import type { Unit } from '../view.ts'
import type { Edge } from './bounds.ts'

/** How a key moves the caret; null for keys that are not the text’s own or that the browser knows already. */
export interface CaretMove {
  unit: Exclude<Unit, 'character'> | 'text'
  direction: 1 | -1
  extend: boolean
}

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * Alt with up and down goes by sentence, Ctrl (Cmd) by paragraph, Ctrl with Home and End through the whole text, of
 * which the browser knows only what it has laid out; Shift selects. Characters, words and lines are the browser’s.
 */
export function caretMoveOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Key,
  mac: boolean,
): CaretMove | null {
  const command = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  if (key === 'Home' || key === 'End') {
    const direction = key === 'End' ? 1 : -1
    return command && !altKey ? { unit: 'text', direction, extend: shiftKey } : null
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  if (altKey === command || (mac ? ctrlKey : metaKey)) return null
  return {
    unit: altKey ? 'sentence' : 'paragraph',
    direction: key === 'ArrowDown' ? 1 : -1,
    extend: shiftKey,
  }
}

/** How far a key moves an end that is being adjusted. */
export function endMoveOf(
  { key, altKey, ctrlKey, metaKey }: Key,
  mac: boolean,
  isRightToLeft: boolean,
): { unit: Unit; direction: 1 | -1 } | null {
  const byWord = mac ? altKey : ctrlKey
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (metaKey || (altKey && !mac)) return null
    return { unit: byWord ? 'word' : 'character', direction: key === forward ? 1 : -1 }
  }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const command = mac ? metaKey : ctrlKey
    return { unit: command ? 'paragraph' : 'sentence', direction: key === 'ArrowDown' ? 1 : -1 }
  }
  return null
}

/** Where a move without Shift puts the caret: at the beginning of a unit. With it, the selection ends where one ends. */
export function edgeOfMove({ direction, extend }: CaretMove): Edge {
  return extend && direction > 0 ? 'end' : 'start'
}

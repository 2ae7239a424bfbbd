import type { Join } from '../../db/undo/history.ts'

/**
 * Typing into one text field is one step until a pause of a second. A change of anything else, or of several fields
 * at once, is a step of its own.
 */
export function typing(thing: string, change: Record<string, unknown>): { joins?: Join } {
  const [first, ...others] = Object.entries(change).filter(([, value]) => value !== undefined)
  if (first === undefined || others.length > 0 || typeof first[1] !== 'string') return {}
  return { joins: { key: `${thing}.${first[0]}`, withinMs: 1000 } }
}

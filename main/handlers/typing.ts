import type { Join } from '../../db/undo/joining.ts'

/** Given in one go; their steps say from what to what, which would be wrong of joined ones. */
const names = ['name', 'title']

/**
 * Typing into one text field is one step until a pause of two seconds. A change of a name, of anything but text, or of
 * several fields at once is a step of its own.
 */
export function typing(thing: string, change: Record<string, unknown>): { joins?: Join } {
  const [first, ...others] = Object.entries(change).filter(([, value]) => value !== undefined)
  if (first === undefined || others.length > 0) return {}
  if (typeof first[1] !== 'string' || names.includes(first[0])) return {}
  return { joins: { key: `${thing}.${first[0]}`, withinMs: 2000 } }
}

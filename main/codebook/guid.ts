import { createHash } from 'node:crypto'

export const isGuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

/**
 * The GUID for an id, in small letters. Ids that are no GUIDs get one that follows from them and from what they are
 * the id of, so that it is the same each time.
 */
export function guidOf(kind: string, id: string): string {
  return isGuid(id) ? id.toLowerCase() : derivedGuid(kind, id)
}

export function derivedGuid(kind: string, id: string): string {
  const hex = createHash('sha256').update(`rejoinder ${kind} ${id}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

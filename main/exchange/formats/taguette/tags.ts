import type { Gathering } from '../../foreign/gathering.ts'

/** A tag as a row of a table has it. */
export type TagRow = Record<'id' | 'path' | 'description', unknown>

export const words = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed() : typeof value === 'number' ? String(value) : ''

/** No person nests more tags; a path with more steps is one name. */
const mostSteps = 100

/** Paths make the tree; a step that is no tag of its own becomes one. By row. */
export function takeTags(tags: readonly TagRow[], gathering: Gathering): Map<string, string> {
  const ids = new Map<string, string>()
  const take = (path: string, definition: string): string => {
    const dot = path.split('.', mostSteps + 1).length > mostSteps ? -1 : path.lastIndexOf('.')
    const parent = dot <= 0 ? null : take(path.slice(0, dot), '')
    const name = path.slice(dot + 1) || path
    return gathering.tag(name, { id: `taguette:${path}`, parent, definition })
  }
  const sorted = tags.toSorted((a, b) => words(a.path).length - words(b.path).length)
  for (const { id, path, description } of sorted) ids.set(words(id), take(words(path), words(description)))
  return ids
}

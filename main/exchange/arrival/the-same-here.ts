import { plainName } from '../../../preload/contract/alike.ts'

/** What is told apart by its name: a tag, a link type, an annotator. */
export interface Named {
  id: string
  name: string
  /** Id of the one above it, where there is a tree. */
  parent?: string | null
}

/**
 * For each arrival the id of the project’s own that it likely is, by its name: the one of the very same name, in the
 * same place of the tree before any other; else one that is only written otherwise, as long as nothing else that
 * arrives is that one for certain. What only differs by its case is two things where the project has both.
 */
export function theSameHere(
  arriving: readonly Named[],
  known: readonly Named[],
  isKnown: (id: string) => boolean,
): Map<string, string> {
  const same = new Map<string, string>()
  const taken = new Set<string>()
  const places = new Places()
  const place = { arriving: places.of(arriving), known: places.of(known) }
  const pair = (
    keyOf: (one: Named, side: keyof typeof place) => string | number,
    isShared: boolean,
  ): void => {
    const free = new Map<string | number, string>()
    for (const one of known) {
      const key = keyOf(one, 'known')
      if (!taken.has(one.id) && !free.has(key)) free.set(key, one.id)
    }
    const found = arriving.flatMap((one): [string, string][] => {
      const there = same.has(one.id) ? undefined : free.get(keyOf(one, 'arriving'))
      return there === undefined ? [] : [[one.id, there]]
    })
    for (const [id, there] of found) {
      if (!isShared && taken.has(there)) continue
      same.set(id, there)
      taken.add(there)
    }
  }

  for (const { id } of arriving) {
    if (!isKnown(id)) continue
    same.set(id, id)
    taken.add(id)
  }
  pair(({ id }, side) => place[side].get(id)!, false)
  pair(({ name }) => name, true)
  pair(({ name }) => plainName(name), true)
  return same
}

const top = 0

/** Numbers of places in trees: one for all that have the same name below the same names. */
class Places {
  readonly #numbers = new Map<string, number>()

  /** By id. What stands in a circle is at the top. */
  of(tree: readonly Named[]): ReadonlyMap<string, number> {
    const byId = new Map(tree.map((one) => [one.id, one]))
    const found = new Map<string, number>()
    for (const one of tree) {
      const path: Named[] = []
      for (let at: Named | undefined = one; at && !found.has(at.id); at = byId.get(at.parent ?? '')) {
        found.set(at.id, top)
        path.push(at)
      }
      for (const { id, name, parent } of path.reverse()) {
        const place = `${found.get(parent ?? '') ?? top} ${name}`
        const number = this.#numbers.get(place) ?? this.#numbers.size + 1
        this.#numbers.set(place, number)
        found.set(id, number)
      }
    }
    return found
  }
}

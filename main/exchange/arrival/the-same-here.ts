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
  const pair = (keyOf: (one: Named, all: Tree) => string, isShared: boolean): void => {
    const free = new Map<string, string>()
    for (const one of known) {
      const key = keyOf(one, tree.known)
      if (!taken.has(one.id) && !free.has(key)) free.set(key, one.id)
    }
    const found = arriving.flatMap((one): [string, string][] => {
      const there = same.has(one.id) ? undefined : free.get(keyOf(one, tree.arriving))
      return there === undefined ? [] : [[one.id, there]]
    })
    for (const [id, there] of found) {
      if (!isShared && taken.has(there)) continue
      same.set(id, there)
      taken.add(there)
    }
  }
  const tree = { arriving: treeOf(arriving), known: treeOf(known) }

  for (const { id } of arriving) {
    if (!isKnown(id)) continue
    same.set(id, id)
    taken.add(id)
  }
  pair((one, all) => JSON.stringify(pathOf(one, all)), false)
  pair(({ name }) => name, true)
  pair(({ name }) => plain(name), true)
  return same
}

/** Whether two names are one: whatever the case, and with `_` and `-` for spaces, which some formats cannot have. */
export function alike(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

type Tree = ReadonlyMap<string, Named>

const treeOf = (all: readonly Named[]): Tree => new Map(all.map((one) => [one.id, one]))

function pathOf(one: Named, all: Tree): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at: Named | undefined = one; at && !seen.has(at.id); at = all.get(at.parent ?? '')) {
    names.push(at.name)
    seen.add(at.id)
  }
  return names
}

/**
 * The things that refer to each other in a circle, directly or along others: what remains when everything is taken
 * away that refers to nothing that remains, or that nothing remaining refers to. Without recursion, since chains
 * may be as long as a file.
 */
export function circlesIn(references: ReadonlyMap<string, readonly string[]>): Set<string> {
  const back = new Map<string, string[]>([...references.keys()].map((id) => [id, []]))
  for (const [id, others] of references) for (const other of others) back.get(other)?.push(id)
  const remaining = new Set(references.keys())
  trim(remaining, references, back)
  trim(remaining, back, references)
  return remaining
}

type References = ReadonlyMap<string, readonly string[]>

function trim(remaining: Set<string>, forward: References, back: References): void {
  const known = (id: string): number => (forward.get(id) ?? []).filter((other) => remaining.has(other)).length
  const open = new Map([...remaining].map((id) => [id, known(id)]))
  const ready = [...remaining].filter((id) => open.get(id) === 0)
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    remaining.delete(id)
    for (const other of back.get(id) ?? []) {
      const left = (open.get(other) ?? 0) - 1
      open.set(other, left)
      if (left === 0) ready.push(other)
    }
  }
}

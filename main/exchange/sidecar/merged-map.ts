/**
 * What stands by names, such as the metadata of a document, as another program has left it, with what its file never
 * held of ours. `before` is what it read as when we wrote it, as pairs in JSON; where only a hash of that was kept, all
 * is as the other program says.
 */
export function mergedMap(
  ours: ReadonlyMap<string, unknown>,
  theirs: ReadonlyMap<string, unknown>,
  before: string,
): ReadonlyMap<string, unknown> {
  const pairs: unknown = JSON.parse(before)
  if (!Array.isArray(pairs)) return theirs
  const was = new Map(pairs as [string, unknown][])
  const isUntouched = (name: string): boolean =>
    theirs.has(name) === was.has(name) && theirs.get(name) === was.get(name)
  const merged = new Map(ours)
  for (const name of new Set([...was.keys(), ...theirs.keys()])) {
    if (isUntouched(name)) continue
    if (theirs.has(name)) merged.set(name, theirs.get(name))
    else merged.delete(name)
  }
  return merged
}

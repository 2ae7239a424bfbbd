/**
 * What is worked out under a key, for all who ask: begun once, and kept in `known` until it is taken out there. What
 * fails is not kept, so that whoever asks next begins anew.
 */
export function sharedWork<Key, Result>(
  known: Map<Key, Promise<Result>>,
  key: Key,
  begin: () => Promise<Result>,
): Promise<Result> {
  const before = known.get(key)
  if (before) return before
  const work = begin()
  known.set(key, work)
  work.catch(() => {
    if (known.get(key) === work) known.delete(key)
  })
  return work
}

/** The same work, done again only when it is given something else than last time: for views that go and come back. */
export function keepLatest<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  let latest: { given: Given; result: Result } | undefined
  return (...given) => {
    if (!latest?.given.every((one, at) => Object.is(one, given[at])))
      latest = { given, result: work(...given) }
    return latest.result
  }
}

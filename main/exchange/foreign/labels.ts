/**
 * A label for each of the things, in their order, for formats that know tags and link types by their names alone. No
 * two are the same: namesakes are numbered. A label becomes itself when it is made again.
 */
export function labelsOf(
  things: readonly { id: string; name: string }[],
  toLabel: (name: string) => string = (name) => name,
): Map<string, string> {
  const wanted = things.map(({ name }) => toLabel(name))
  const own = new Set(wanted)
  const taken = new Set<string>()
  const next = new Map<string, number>()
  const labels = wanted.map((name) => {
    let label = name
    if (taken.has(name)) {
      let number = next.get(name) ?? 2
      while (own.has(`${name} (${number})`) || taken.has(`${name} (${number})`)) number += 1
      next.set(name, number + 1)
      label = `${name} (${number})`
    }
    taken.add(label)
    return label
  })
  return new Map(things.map(({ id }, index) => [id, labels[index]!]))
}

import type { Annotation, Dataset, Link } from './dataset.ts'

/**
 * Puts the annotations into the order of the exchange file; the rest is in order by where it comes from. What begins
 * and ends at the same places there comes by its ids, or as `ofAlike` says.
 */
export function inDatasetOrder(
  dataset: Dataset,
  ofAlike = (a: Annotation, b: Annotation): number => byCodePoint(a.id, b.id),
): Dataset {
  const places = new Map(dataset.documents.map(({ id }, index) => [id, index]))
  const compare = (a: Annotation, b: Annotation): number =>
    places.get(a.document)! - places.get(b.document)! ||
    a.spans[0]!.start - b.spans[0]!.start ||
    a.spans.at(-1)!.end - b.spans.at(-1)!.end ||
    ofAlike(a, b)
  return { ...dataset, annotations: [...dataset.annotations].sort(compare) }
}

/** As Python and SQLite compare strings; `<` compares code units, which puts U+FFFD after an emoji. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left !== right) return weight(left) - weight(right)
  }
  return a.length - b.length
}

/** Surrogates stand for characters beyond all others. */
function weight(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit
}

/** The links that a link points at. */
export function linksUnder({ source, target }: Link): string[] {
  return [source, target].flatMap((end) => ('link' in end ? [end.link] : []))
}

/**
 * The links in such an order that each comes after those it points at, which are among them or `known`. Links that
 * lead to any other are left out.
 */
export function afterTheirEnds(links: readonly Link[], known: (id: string) => boolean): Link[] {
  const ordered: Link[] = []
  const done = new Set<string>()
  const waiting = new Map<string, Link[]>()
  for (const first of links) {
    const ready = [first]
    for (let link = ready.pop(); link; link = ready.pop()) {
      const missing = linksUnder(link).find((id) => !done.has(id) && !known(id))
      if (missing !== undefined) {
        const others = waiting.get(missing)
        if (others) others.push(link)
        else waiting.set(missing, [link])
        continue
      }
      ordered.push(link)
      done.add(link.id)
      for (const other of waiting.get(link.id) ?? []) ready.push(other)
      waiting.delete(link.id)
    }
  }
  return ordered
}

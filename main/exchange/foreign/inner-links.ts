import type * as Data from '../dataset.ts'

/** A link between two annotations of one document. */
export interface InnerLink {
  link: Data.Link
  source: Data.Annotation
  target: Data.Annotation
}

/** The links that formats with one text at a time can hold, and those they cannot. */
export function innerLinksOf(
  { annotations, links }: Data.Dataset,
  isHeld: (link: InnerLink) => boolean = () => true,
): { inner: InnerLink[]; others: Data.Link[] } {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const inner: InnerLink[] = []
  const others: Data.Link[] = []
  for (const link of links) {
    const source = 'annotation' in link.source ? byId.get(link.source.annotation) : undefined
    const target = 'annotation' in link.target ? byId.get(link.target.annotation) : undefined
    const found = source && target && source.document === target.document && { link, source, target }
    if (found && isHeld(found)) inner.push(found)
    else others.push(link)
  }
  return { inner, others }
}

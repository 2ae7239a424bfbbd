// Web annotations name things by IRIs. Ours are URNs with the kind and the percent-encoded id.

const prefix = 'urn:rejoinder:'

export type Named =
  | 'annotation'
  | 'annotator'
  | 'claim'
  | 'claim-statement'
  | 'document'
  | 'document-description'
  | 'link'
  | 'link-type'
  | 'memo'
  | 'speaker'
  | 'tag'

export const anno = 'http://www.w3.org/ns/anno.jsonld'
export const projectIri = `${prefix}project`
/** The generator of what we write: it says in which unit our positions are. */
export const generatorIri = `${prefix}positions-in-code-points`

export function iriOf(kind: Named, id: string): string {
  return `${prefix}${kind}:${encodeURIComponent(id)}`
}

/** The id in an IRI of ours of this kind. */
export function idIn(kind: Named, iri: string | undefined): string | undefined {
  if (!iri?.startsWith(prefix) || !iri.startsWith(kind, prefix.length)) return undefined
  const start = prefix.length + kind.length
  if (iri[start] !== ':') return undefined
  try {
    return decodeURIComponent(iri.slice(start + 1)) || undefined
  } catch {
    return undefined
  }
}

/** What a person would call the thing behind an IRI: its last part. */
export function lastPartOf(iri: string): string {
  const part =
    iri
      .replace(/[?#].*$/, '')
      .split(/[/:]/)
      .findLast((piece) => piece !== '') ?? iri
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

import { unknownMoment } from '../../foreign/gathering.ts'
import { momentOf, objectsOf, textOf } from '../../foreign/json-fields.ts'
import type { JsonObject } from '../../json.ts'
import { idIn } from './iris.ts'
import { iriIn } from './selectors.ts'

/** What our own files say of documents and claims, by id. */
export interface Descriptions {
  documents: Map<string, { title: string; file: string; metadata: Map<string, string> }>
  claims: Map<string, { statement: string; note: string; created: string }>
}

/** What was described; of a document with the file of its text. */
export type Described = { document: string; file: string } | { claim: string }

/** Takes what describes a document or a claim of ours; null where it is no such description. */
export function takeDescription(object: JsonObject, { documents, claims }: Descriptions): Described | null {
  const iri = iriIn(object)
  const [document, claim] = [idIn('document-description', iri), idIn('claim-statement', iri)]
  const says = (purpose: string): string => {
    const body = objectsOf(object.get('body')).find((body) => textOf(body.get('purpose')) === purpose)
    return textOf(body?.get('value')) ?? ''
  }
  if (document !== undefined) {
    const target = objectsOf(object.get('target'))[0]
    const [url, language] = [textOf(target?.get('via')), textOf(target?.get('language'))]
    const metadata = new Map<string, string>()
    if (url !== undefined) metadata.set('url', url)
    if (language !== undefined) metadata.set('language', language)
    const file = says('identifying')
    documents.set(document, { title: says('describing'), file, metadata })
    return { document, file }
  }
  if (claim === undefined) return null
  const created = momentOf(object.get('created')) ?? unknownMoment
  claims.set(claim, { statement: says('describing'), note: says('commenting'), created })
  return { claim }
}

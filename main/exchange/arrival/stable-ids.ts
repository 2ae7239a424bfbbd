import type { Kind } from '../../../db/repositories/dataset.ts'
import { hashOf } from '../content-hash.ts'
import type * as Data from '../dataset.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { type Match, nameOfDocument } from './match-documents.ts'

/** What records of other programs are called in a project. */
export type NewId = (kind: Kind, id: string) => string

/**
 * Ids of our own for records whose ids are no more than names within their files. The same files read twice give the
 * same ids, so that what is in the project is known again; other files give others, since the text, the annotator and
 * the names have their part in them.
 */
export function stableIds(arriving: Arriving, matches: ReadonlyMap<string, Match>): NewId {
  const known = new Map<string, string>()
  const texts = new Map(arriving.documents.map(({ id, textSha256, title }) => [id, textSha256 || title]))
  const annotations = new Map(arriving.annotations.map((annotation) => [annotation.id, annotation]))
  const links = new Map(arriving.links.map((link) => [link.id, link]))
  const names = {
    annotator: nameOf(arriving.annotators),
    speaker: nameOf(arriving.speakers),
    tag: nameOf(arriving.tags),
    link_type: nameOf(arriving.linkTypes),
  }

  const documentIds = idsOfDocuments()

  /** Those of the same words and another name are told apart by a number that is free. */
  function idsOfDocuments(): Map<string, string> {
    const taken = new Map<string, string>()
    for (const document of arriving.documents) {
      const match = matches.get(document.id)
      if (match && 'uid' in match) taken.set(match.uid, `in the project ${match.uid}`)
    }
    return new Map(
      arriving.documents.map((document) => {
        const words = texts.get(document.id) ?? document.id
        const whose = `new ${nameOfDocument(document)}`
        for (let number = 1; ; number += 1) {
          const id = ownId('document', number === 1 ? [words] : [words, number])
          if ((taken.get(id) ?? whose) !== whose) continue
          taken.set(id, whose)
          return [document.id, id]
        }
      }),
    )
  }

  function ownId(kind: Kind, parts: readonly unknown[]): string {
    return uuidOf(hashOf(JSON.stringify([arriving.format, kind, ...parts])))
  }

  function partsOf(kind: Kind, id: string, depth: number): unknown[] {
    switch (kind) {
      case 'annotator':
      case 'speaker':
      case 'tag':
      case 'link_type':
        return [names[kind].get(id) ?? id]
      case 'annotation': {
        const annotation = annotations.get(id)
        return annotation ? [id, texts.get(annotation.document)] : [id]
      }
      case 'link': {
        const link = links.get(id)
        return link ? [id, ...[link.source, link.target].map((end) => endParts(end, depth))] : [id]
      }
      default:
        return [id, ...arriving.documents.slice(0, 1).map((document) => texts.get(document.id))]
    }
  }

  function endParts(end: Data.LinkEnd, depth: number): unknown {
    const [[kind, id]] = Object.entries(end) as [[Kind, string]]
    // Links onto links go on for ever in files of others: two steps are enough to tell them apart.
    return kind === 'link' && depth > 1 ? id : newId(kind, id, depth + 1)
  }

  function newId(kind: Kind, id: string, depth = 0): string {
    if (!arriving.foreign.get(kind)?.has(id)) return id
    const key = `${kind} ${id}`
    const own =
      kind === 'document' ? documentIds.get(id)! : (known.get(key) ?? ownId(kind, partsOf(kind, id, depth)))
    known.set(key, own)
    return own
  }

  return (kind, id) => newId(kind, id)
}

const nameOf = (things: readonly { id: string; name: string }[]): Map<string, string> => {
  const counts = new Map<string, number>()
  return new Map(
    things.map(({ id, name }) => {
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [id, count === 1 ? name : `${name} ${count}`]
    }),
  )
}

/** A UUID of version 8, which is for what one makes up oneself. */
function uuidOf(hash: string): string {
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}${'89ab'[Number.parseInt(hash[16]!, 16) % 4]}${hash.slice(17, 32)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

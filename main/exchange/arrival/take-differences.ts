import type { Repositories } from '../../../db/repositories/index.ts'
import type { Compared, Taking } from '../../../preload/contract/annotation-import.ts'
import type {
  AnnotationId,
  ClaimId,
  DocumentId,
  LinkId,
  LinkTypeId,
  MemoId,
  SpeakerId,
  TagId,
} from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import { writeJson } from '../json.ts'
import type { Difference, Differences } from './differences.ts'

export interface Outcome {
  changed: Map<Compared, number>
  deleted: Map<Compared, number>
  /** What differs and stays as it is here. */
  left: Map<Compared, number>
}

/** How a person names one difference when it is left out. */
export const keyOfDifference = ({ kind, id }: { kind: Compared; id: string }): string => `${kind} ${id}`

/**
 * Changes and takes away what a person wants. Call it inside the step of the import, when all that is new is in the
 * project: changes may lead to it.
 */
export function takeDifferences(
  repositories: Repositories,
  { changed, missing }: Differences,
  taking: Taking,
): Outcome {
  const outcome: Outcome = { changed: new Map(), deleted: new Map(), left: new Map() }
  const without = new Set(taking.except)
  const count = (counts: Map<Compared, number>, kind: Compared): void =>
    void counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const rows = rowsOf(repositories)
  for (const difference of changed) {
    const isWanted = taking.changed && !without.has(keyOfDifference(difference))
    const isTaken = isWanted && isPossible(repositories, difference, rows)
    if (isTaken) change(repositories, difference, rows)
    count(isTaken ? outcome.changed : outcome.left, difference.kind)
  }
  for (const one of missing) {
    const isTaken = taking.missing && !without.has(keyOfDifference(one))
    if (!isTaken) {
      count(outcome.left, one.kind)
      continue
    }
    // It may have gone with what it was about.
    if (remove(repositories, one.kind, rows(one.kind, one.id)!)) count(outcome.deleted, one.kind)
  }
  return outcome
}

type Rows = (kind: Compared | 'tag' | 'link_type' | 'speaker', uid: string) => number | undefined

function rowsOf({ dataset }: Repositories): Rows {
  const known = new Map<string, Map<string, number>>()
  return (kind, uid) => {
    const own = known.get(kind) ?? dataset.ids(kind)
    known.set(kind, own)
    return own.get(uid)
  }
}

/** Not where it would lead to what was not taken, or a link or a tag to itself by way of others. */
function isPossible({ links, tags }: Repositories, { kind, id, fields }: Difference, rows: Rows): boolean {
  return fields.every(({ field, there }) => {
    if (there === null) return true
    if (field === 'claim') return rows('claim', there as string) !== undefined
    if (kind === 'tag' && field === 'parent')
      return canBeParent(tags, rows('tag', id)!, rows('tag', there as string))
    if (field !== 'source' && field !== 'target') return true
    const [[other, uid]] = Object.entries(there as object) as [[Compared, string]]
    const row = rows(other, uid)
    if (row === undefined) return false
    if (other !== 'link') return true
    const own = rows(kind, id)
    const above = [row]
    for (let at = above.pop(); at !== undefined; at = above.pop()) {
      if (at === own) return false
      const link = links.get(at as LinkId)
      for (const end of [link.source, link.target]) if ('link' in end) above.push(end.link)
    }
    return true
  })
}

function canBeParent(tags: Repositories['tags'], own: number, parent: number | undefined): boolean {
  for (let at = parent; at !== own; at = tags.get(at as TagId).parentId ?? undefined) {
    if (at === undefined) return parent !== undefined
  }
  return false
}

function change(repositories: Repositories, { kind, id, fields }: Difference, rows: Rows): void {
  const { annotations, claims, dataset, documents, links, memos, speakers, tags } = repositories
  const row = rows(kind, id)
  const toRow = (other: Parameters<Rows>[0], uid: unknown) =>
    uid === null ? null : rows(other, uid as string)
  const values = Object.fromEntries(fields.map(({ field, there }) => [field, there]))
  const { tag, spans, claim, speaker, attributes, linkType, source, target, ...plain } = values
  switch (kind) {
    case 'annotation': {
      annotations.update(row as AnnotationId, {
        ...plain,
        ...(tag !== undefined && { tagId: toRow('tag', tag) as TagId }),
        ...(claim !== undefined && { claimId: toRow('claim', claim) as ClaimId | null }),
        ...(speaker !== undefined && { speakerId: toRow('speaker', speaker) as SpeakerId | null }),
      })
      if (attributes !== undefined)
        dataset.setAttributes(row as AnnotationId, writeJson(attributes as Parameters<typeof writeJson>[0]))
      if (spans !== undefined) annotations.replaceSpans(row as AnnotationId, spans as Span[])
      return
    }
    case 'link': {
      const toEnd = (end: Data.LinkEnd): LinkEnd => {
        const [[other, uid]] = Object.entries(end) as [['annotation' | 'claim' | 'link', string]]
        return { [other]: rows(other, uid) } as unknown as LinkEnd
      }
      links.update(row as LinkId, {
        ...plain,
        ...(linkType !== undefined && { linkTypeId: toRow('link_type', linkType) as LinkTypeId }),
        ...(source !== undefined && { source: toEnd(source as Data.LinkEnd) }),
        ...(target !== undefined && { target: toEnd(target as Data.LinkEnd) }),
      })
      return
    }
    case 'claim':
      claims.update(row as ClaimId, plain)
      return
    case 'memo':
      memos.update(row as MemoId, plain.text as string)
      return
    case 'tag': {
      const { parent, ...rest } = plain
      if (rest.key) tags.takeKey(rest.key as string, row as TagId)
      tags.update(row as TagId, {
        ...rest,
        ...(attributes !== undefined && { attributes: attributes as Data.Tag['attributes'] }),
        ...(parent !== undefined && { parentId: toRow('tag', parent) as TagId | null }),
      })
      return
    }
    case 'speaker':
      speakers.update(row as SpeakerId, plain)
      return
    case 'document': {
      const { metadata, ...rest } = plain
      documents.update(row as DocumentId, rest)
      if (metadata !== undefined)
        dataset.setMetadata(row as DocumentId, writeJson(new Map(metadata as ReadonlyMap<string, string>)))
    }
  }
}

function remove({ annotations, claims, links, memos }: Repositories, kind: Compared, row: number): boolean {
  switch (kind) {
    case 'annotation':
      return annotations.delete(row as AnnotationId)
    case 'link':
      return links.delete(row as LinkId)
    case 'claim':
      return claims.delete(row as ClaimId)
    case 'memo':
      return memos.delete(row as MemoId)
    default:
      // Codebook, people and texts are never missing: a format may well do without them.
      return false
  }
}

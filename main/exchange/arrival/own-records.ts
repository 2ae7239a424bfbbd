import type { Repositories } from '../../../db/repositories/index.ts'
import type { Compared } from '../../../preload/contract/annotation-import.ts'
import type {
  AnnotationId,
  ClaimId,
  DocumentId,
  LinkId,
  MemoId,
  SpeakerId,
  TagId,
} from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type * as Data from '../dataset.ts'

/** A record of the project as a dataset has it, fields by name. */
export type OwnRecord = Record<string, unknown>

/** The records of the project by their stable ids, each read when it is asked for. */
export function ownRecords(repositories: Repositories) {
  const { annotations, claims, dataset, documents, links, memos, speakers, tags } = repositories
  const rows: Record<Compared, Map<string, number>> = {
    annotation: dataset.ids('annotation'),
    link: dataset.ids('link'),
    claim: dataset.ids('claim'),
    memo: dataset.ids('memo'),
    tag: dataset.ids('tag'),
    speaker: dataset.ids('speaker'),
    document: dataset.ids('document'),
  }
  const uids = {
    tag: uidsOf(repositories.tags.list()),
    linkType: uidsOf(repositories.linkTypes.list()),
    claim: uidsOf(claims.list()),
    speaker: uidsOf(repositories.speakers.list()),
  }
  const backwards = new Map<'annotation' | 'link', Map<number, string>>()
  const uidOf = (kind: 'annotation' | 'link', id: number): string => {
    const known = backwards.get(kind) ?? new Map([...rows[kind]].map(([uid, row]) => [row, uid] as const))
    backwards.set(kind, known)
    return known.get(id)!
  }
  const toEnd = (end: LinkEnd): Data.LinkEnd => {
    if ('annotation' in end) return { annotation: uidOf('annotation', end.annotation) }
    return 'claim' in end ? { claim: uids.claim.get(end.claim)! } : { link: uidOf('link', end.link) }
  }

  return {
    has: (kind: Compared, uid: string): boolean => rows[kind].has(uid),
    rowId: (kind: Compared, uid: string): number => rows[kind].get(uid)!,

    /** Undefined where it has been deleted since. */
    find(kind: Compared, uid: string): OwnRecord | undefined {
      const id = rows[kind].get(uid)
      if (id === undefined) return undefined
      switch (kind) {
        case 'annotation': {
          const found = annotations.find(id as AnnotationId)
          if (!found) return undefined
          const { tagId, claimId, speakerId, attributes, ...rest } = found
          return {
            ...rest,
            tag: uids.tag.get(tagId)!,
            claim: claimId === null ? null : uids.claim.get(claimId)!,
            speaker: speakerId === null ? null : uids.speaker.get(speakerId)!,
            attributes: new Map(Object.entries(attributes)),
          }
        }
        case 'link': {
          const found = links.find(id as LinkId)
          if (!found) return undefined
          const { linkTypeId, source, target, ...rest } = found
          return {
            ...rest,
            linkType: uids.linkType.get(linkTypeId)!,
            ...{ source: toEnd(source), target: toEnd(target) },
          }
        }
        case 'claim':
          return asRecord(claims.find(id as ClaimId))
        case 'memo':
          return asRecord(memos.find(id as MemoId))
        case 'tag': {
          const found = tags.find(id as TagId)
          const { parentId = null } = found ?? {}
          return found && { ...found, parent: parentId === null ? null : uids.tag.get(parentId)! }
        }
        case 'speaker':
          return asRecord(speakers.find(id as SpeakerId))
        case 'document': {
          const found = documents.find(id as DocumentId)
          return found && { ...found, metadata: new Map(Object.entries(found.metadata)) }
        }
      }
    },
  }
}

export type OwnRecords = ReturnType<typeof ownRecords>

const asRecord = (found: object | undefined): OwnRecord | undefined => found && { ...found }

function uidsOf(things: readonly { id: number; uid: string }[]): Map<number, string> {
  return new Map(things.map(({ id, uid }) => [id, uid]))
}

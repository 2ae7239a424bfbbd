import type { OpenProject } from '../db/open-project.ts'
import type { Committed } from '../db/undo/history.ts'
import type { RowImage } from '../db/undo/row-image.ts'
import type { Changed } from '../preload/contract/events.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkId } from '../preload/contract/ids.ts'
import { imagesOf, type RowsTouched, rowsTouched } from './rows-touched.ts'

/** Above this a list of single annotations costs the window more than reading them all anew. */
const mostListed = 500

/** Changed rows that are looked at one by one. */
const mostRead = 5000

const lists = {
  project: 'project',
  annotator: 'annotator',
  speaker: 'speaker',
  tag: 'tag',
  link_type: 'link-type',
  memo: 'memo',
  saved_search: 'saved-search',
  told_apart: 'speaker',
  saved_list: 'saved-list',
} as const

/**
 * What a commit changed, worked out from the rows that the history logged, so that no handler can forget to tell.
 * Says what is different now, whichever way the change went.
 */
export function changedBy(project: OpenProject, committed: Committed): Changed {
  if (committed.count > mostRead) return changedInBulk(project, committed)
  const rows = rowsTouched(committed.changes(mostRead))
  return {
    history: project.history.state(),
    annotations: changedAnnotations(project, rows),
    links: changedLinks(project, rows.link.keys()),
    claims: changedClaims(project, rows),
    documents: changedDocuments(project, rows),
    lists: changedLists(rows),
  }
}

function changedAnnotations({ repositories }: OpenProject, rows: RowsTouched): Changed['annotations'] {
  const documentOf = new Map<AnnotationId, DocumentId>()
  for (const [id, images] of rows.annotation) {
    for (const image of images) documentOf.set(id as AnnotationId, image.document_id as DocumentId)
  }
  for (const image of imagesOf(rows.span)) {
    documentOf.set(image.annotation_id as AnnotationId, image.document_id as DocumentId)
  }
  if (documentOf.size > mostListed) return null

  const annotations: NonNullable<Changed['annotations']> = { upserted: [], removed: [] }
  for (const [id, documentId] of documentOf) {
    const brief = repositories.annotations.findBrief(id)
    if (brief === undefined) annotations.removed.push({ id, documentId })
    else annotations.upserted.push(brief)
  }
  return annotations
}

function changedLinks({ repositories }: OpenProject, ids: Iterable<number>): Changed['links'] {
  return splitByPresence(ids as Iterable<LinkId>, (id) => repositories.links.find(id))
}

/** A claim reads differently also when it gains or loses a mention, when one is linked, and by a document’s date. */
function changedClaims({ repositories }: OpenProject, rows: RowsTouched): Changed['claims'] {
  const ids = new Set(rows.claim.keys() as Iterable<ClaimId>)
  for (const { claim_id } of imagesOf(rows.annotation)) if (claim_id !== null) ids.add(claim_id as ClaimId)
  for (const image of imagesOf(rows.link)) {
    for (const id of [image.source_claim_id, image.target_claim_id]) if (id) ids.add(id as ClaimId)
    for (const id of [image.source_annotation_id, image.target_annotation_id]) {
      const stated = id ? repositories.annotations.findBrief(id as AnnotationId)?.claimId : null
      if (stated) ids.add(stated)
    }
  }
  for (const [id, [first, ...others]] of rows.document) {
    if (others.every((image) => image.metadata === first?.metadata)) continue
    for (const stated of repositories.claims.idsInDocument(id as DocumentId)) ids.add(stated)
  }
  return splitByPresence(ids, (id) => repositories.claims.find(id))
}

/** Null where what counts as a claim or as an answer may have changed, which touches any of them. */
function changedDocuments({ repositories }: OpenProject, rows: RowsTouched): Changed['documents'] {
  if (rows.tag.size > 0 || rows.link_type.size > 0) return null
  const ids = new Set<DocumentId>(rows.document.keys() as Iterable<DocumentId>)
  for (const image of [...imagesOf(rows.annotation), ...imagesOf(rows.span)])
    ids.add(image.document_id as DocumentId)

  // A claim is as answered as any of its mentions, wherever they stand. Those of a claim that has gone have changed.
  const claims = new Set<ClaimId>()
  for (const images of rows.annotation.values()) {
    const stated = new Set(images.map((image) => image.claim_id))
    if (images.length === 1 || stated.size > 1)
      for (const id of stated) if (id !== null) claims.add(id as ClaimId)
  }
  for (const image of imagesOf(rows.link)) {
    for (const id of [image.source_claim_id, image.target_claim_id]) if (id) claims.add(id as ClaimId)
    for (const id of [image.source_annotation_id, image.target_annotation_id]) {
      const brief = id ? repositories.annotations.findBrief(id as AnnotationId) : undefined
      if (brief) ids.add(brief.documentId)
      if (brief?.claimId) claims.add(brief.claimId)
    }
    if (ids.size > mostListed) return null
  }
  for (const claim of claims) {
    for (const id of repositories.claims.documentsOf(claim)) ids.add(id)
    if (ids.size > mostListed) return null
  }
  return ids.size > mostListed ? null : [...ids]
}

function changedLists(rows: RowsTouched): Changed['lists'] {
  const changed: Changed['lists'] = []
  const orderOf = ({ present, position }: RowImage) => (present === 1 ? position : null)
  const hasMoved = ([first, ...others]: RowImage[]) =>
    others.some((image) => first === undefined || orderOf(image) !== orderOf(first))
  if ([...rows.document.values()].some(hasMoved)) changed.push('document')
  for (const [table, list] of Object.entries(lists)) {
    if (rows[table as keyof typeof lists].size > 0 && !changed.includes(list)) changed.push(list)
  }
  return changed
}

function splitByPresence<Id>(
  ids: Iterable<Id>,
  find: (id: Id) => unknown,
): { upserted: Id[]; removed: Id[] } {
  const split: { upserted: Id[]; removed: Id[] } = { upserted: [], removed: [] }
  for (const id of ids) split[find(id) === undefined ? 'removed' : 'upserted'].push(id)
  return split
}

/** Of an import or its undoing: everything may have changed. */
function changedInBulk(project: OpenProject, { rows }: Committed): Changed {
  const { claims } = project.repositories
  return {
    history: project.history.state(),
    annotations: null,
    links: changedLinks(project, rows('link')),
    claims: splitByPresence(rows('claim') as ClaimId[], (id) => claims.find(id)),
    documents: null,
    lists: ['document', ...new Set(Object.values(lists))],
  }
}

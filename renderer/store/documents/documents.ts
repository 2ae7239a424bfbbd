import type {
  CountColumns,
  DocumentCounts,
  DocumentHead,
  DocumentSummary,
} from '../../../preload/contract/document.ts'
import type { Changed } from '../../../preload/contract/events.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { workbench } from '../workbench.ts'
import { refreshSummaries } from './document-summaries.ts'

/** More than so many at once are quicker asked for with all the others. */
const mostAsked = 500

/** Longer the list is not read without a key or a click having its turn. */
const longestMs = 8

/** What is not counted yet: below every number. */
const notCounted: DocumentCounts = { annotations: -1, claims: -1, unanswered: -1, links: -1 }

/** All documents in project order, to be listed before anything is counted in them. */
export async function listDocuments(): Promise<DocumentSummary[]> {
  const pieces = await request('document.packed', undefined)
  const documents: DocumentSummary[] = []
  let begun = performance.now()
  for (const piece of pieces) {
    for (const head of JSON.parse(piece) as DocumentHead[]) documents.push({ ...head, ...notCounted })
    if (performance.now() - begun < longestMs) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    begun = performance.now()
  }
  return documents
}

/** Counts what is in each document; what has come or changed meanwhile was counted with its change. */
export async function countDocuments(): Promise<void> {
  const uid = workbench.getState().project?.uid
  const counts = countsById(await request('document.counts', undefined))
  workbench.setState((state) =>
    state.project?.uid === uid ? { documents: withCounts(state.documents, counts) } : {},
  )
}

async function listCounted(): Promise<DocumentSummary[]> {
  const [documents, counts] = await Promise.all([listDocuments(), request('document.counts', undefined)])
  return withCounts(documents, countsById(counts))
}

function countsById({ document, ...columns }: CountColumns): Map<number, DocumentCounts> {
  const at = (row: number): DocumentCounts => ({
    annotations: columns.annotations[row]!,
    claims: columns.claims[row]!,
    unanswered: columns.unanswered[row]!,
    links: columns.links[row]!,
  })
  return new Map(Array.from(document, (id, row) => [id, at(row)]))
}

/** Those that are not counted yet get their counts; the others stay the same objects. */
const withCounts = (documents: readonly DocumentSummary[], counts: ReadonlyMap<number, DocumentCounts>) =>
  documents.map((one) => (one.annotations < 0 ? { ...one, ...counts.get(one.id) } : one))

/**
 * Brings the mirrored documents up to date with a commit. Those that did not change stay the same objects, and only
 * those that did cross the border, so that moving one of 10,000 costs no more than their ids.
 */
export async function refreshDocuments({ documents: changed, ...rest }: Changed): Promise<void> {
  if (changed === null || changed.length > mostAsked) return listAnew()
  await listing
  if (!rest.lists.includes('document')) {
    if (changed.length > 0) refreshSummaries(changed, { atOnce: !countsOnly(rest) })
    return
  }
  const before = byId()
  const order = [...(await request('document.order', undefined))] as DocumentId[]
  const asked = new Set([...changed, ...order.filter((id) => !before.has(id))])
  if (asked.size > mostAsked) return listAnew()

  const now = asked.size === 0 ? [] : await request('document.summaries', { ids: [...asked] })
  const fresh = new Map(now.map((document) => [document.id, document]))
  const current = byId()
  show(order.flatMap((id) => fresh.get(id) ?? current.get(id) ?? []))
}

/** While all are listed: what comes meanwhile waits for it, lest it be overwritten by what is older. */
let listing: Promise<void> | null = null
let isOutdated = false

/** Lists all. Of an import commits come faster than a long list is read: it is read once more for all of them. */
function listAnew(): Promise<void> {
  isOutdated = true
  listing ??= listUntilLatest().finally(() => {
    listing = null
  })
  return listing
}

async function listUntilLatest(): Promise<void> {
  while (isOutdated) {
    isOutdated = false
    const uid = workbench.getState().project?.uid
    const documents = await listCounted()
    if (workbench.getState().project?.uid === uid) show(documents)
  }
}

/** Whether of the documents only what is counted in them has changed. */
function countsOnly({ annotations, links }: Pick<Changed, 'annotations' | 'links'>): boolean {
  const parts = [annotations ?? { upserted: [], removed: [] }, links]
  return parts.some(({ upserted, removed }) => upserted.length > 0 || removed.length > 0)
}

const known = new WeakMap<readonly DocumentSummary[], Map<DocumentId, DocumentSummary>>()

/** One of the mirrored documents: of any number of rows each looks its own up. */
export const documentIn = (documents: readonly DocumentSummary[], id: DocumentId) => byIdIn(documents).get(id)

const byId = () => byIdIn(workbench.getState().documents)

/** Made once for each list. */
function byIdIn(documents: readonly DocumentSummary[]): Map<DocumentId, DocumentSummary> {
  const before = known.get(documents)
  if (before) return before
  const made = new Map(documents.map((document) => [document.id, document]))
  known.set(documents, made)
  return made
}

/** Shows these documents. Of panes whose document has gone, one shows the next document where no other is left to read. */
function show(documents: DocumentSummary[]): void {
  const there = new Set(documents.map((document) => document.id))
  workbench.setState((state) => {
    const left = state.panes.left && there.has(state.panes.left.documentId) ? state.panes.left : null
    const right = state.panes.right && there.has(state.panes.right.documentId) ? state.panes.right : null
    const gone = left || right ? null : (state.panes.left ?? state.panes.right)
    const next = gone && standIn(gone.documentId, state.documents, there)
    const focusedGone = state.focused && !there.has(state.focused.annotation.documentId)
    return {
      documents,
      panes:
        left === state.panes.left && right === state.panes.right
          ? state.panes
          : { left: left ?? right ?? next, right: left ? right : null },
      activeSide: left && right ? state.activeSide : 'left',
      focused: focusedGone ? null : state.focused,
    }
  })
}

/** The document after one that has gone, else the one before it. */
function standIn(gone: DocumentId, before: readonly DocumentSummary[], there: ReadonlySet<DocumentId>) {
  const at = before.findIndex(({ id }) => id === gone)
  const next =
    before.find(({ id }, index) => index > at && there.has(id)) ??
    before.findLast(({ id }, index) => index < at && there.has(id))
  return next ? { documentId: next.id } : null
}

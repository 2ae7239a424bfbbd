import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import type { Changed } from '../../../preload/contract/events.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { compare, plain } from '../documents/natural-order.ts'
import { workbench } from '../workbench.ts'
import type { ClaimsView } from './claims-view.ts'

/** More than so many at once are quicker asked for with all the others. */
const mostAsked = 500

export async function loadClaims(): Promise<void> {
  const uid = workbench.getState().project?.uid
  const claims: ClaimSummary[] = JSON.parse(await request('claim.packed', undefined))
  if (workbench.getState().project?.uid === uid) workbench.setState({ claims })
}

/** Brings the mirrored claims up to date with a commit. Those that did not change stay the same objects. */
export async function refreshClaims({ annotations, claims, lists }: Changed): Promise<void> {
  const ids = [...claims.upserted, ...claims.removed]
  if (annotations === null || ids.length > mostAsked || lists.includes('link-type')) return loadClaims()
  if (ids.length === 0) return
  const fresh = new Map((await request('claim.summaries', { ids })).map((claim) => [claim.id, claim]))
  const touched = new Set(ids)
  workbench.setState(({ claims: known }) => {
    const kept = known.flatMap((claim) => (touched.has(claim.id) ? (fresh.get(claim.id) ?? []) : claim))
    const there = new Set(known.map(({ id }) => id))
    const made = [...fresh.values()].filter(({ id }) => !there.has(id))
    return { claims: made.length === 0 ? kept : [...kept, ...made].sort((a, b) => a.id - b.id) }
  })
}

export function changeClaimsView(change: Partial<ClaimsView>): void {
  workbench.setState(({ claimsView }) => ({ claimsView: { ...claimsView, ...change } }))
}

/** Those that hold every word, of the kind that is to be shown, in order. */
export function shownClaims(
  claims: readonly ClaimSummary[],
  { words, order, show }: Pick<ClaimsView, 'words' | 'order' | 'show'>,
): readonly ClaimSummary[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  const fits = (claim: ClaimSummary) => isShown(claim, show) && (wanted.length === 0 || holds(claim, wanted))
  return claims.filter(fits).sort(orders[order])
}

function isShown({ mentions, answered }: ClaimSummary, show: ClaimsView['show']): boolean {
  if (show === 'all') return true
  return show === 'implicit' ? mentions === 0 : answered === (show === 'answered')
}

/** The latest first; the most mentions first; the earliest first, and what has no date last. */
const orders: Record<ClaimsView['order'], (a: ClaimSummary, b: ClaimSummary) => number> = {
  made: (a, b) => b.id - a.id,
  mentions: (a, b) => b.mentions - a.mentions || b.id - a.id,
  'first-stated': (a, b) =>
    Number(a.firstStated === '') - Number(b.firstStated === '') ||
    compare(a.firstStated, b.firstStated) ||
    a.id - b.id,
}

const folded = new WeakMap<ClaimSummary, string>()

function holds(claim: ClaimSummary, words: readonly string[]): boolean {
  const text = folded.get(claim) ?? plain(claim.statement)
  folded.set(claim, text)
  return words.every((word) => text.includes(word))
}

export function claimOf(id: ClaimId | null): ClaimSummary | undefined {
  return id === null ? undefined : workbench.getState().claims.find((claim) => claim.id === id)
}

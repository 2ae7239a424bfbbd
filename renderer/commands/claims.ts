import type { AnnotationId, ClaimId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import type { MemoSubject } from '../../preload/contract/memo.ts'
import { request } from '../client.ts'
import { changeClaimsView } from '../store/argument/claims.ts'
import { countOf } from '../store/counting.ts'
import { showMiddle } from '../store/middle.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation, otherSide } from '../store/places.ts'
import { workbench } from '../store/workbench.ts'
import { wordedSo } from './state-claim.ts'

/** Shows the card of a claim. */
export function openClaim(id: ClaimId): void {
  changeClaimsView({ current: id, row: '', words: '', show: 'all', chosen: [] })
  showMiddle('claims')
}

/** From an entry of a card to its passage; the view of claims remembers the entry, to come back to. */
export async function goFromCard(
  row: string,
  { id, documentId }: { id: AnnotationId; documentId: Parameters<typeof goToAnnotation>[1] },
  beside: boolean,
): Promise<void> {
  changeClaimsView({ row })
  const { activeSide } = workbench.getState()
  await goToAnnotation(id, documentId, beside ? otherSide(activeSide) : activeSide)
}

/** To an end that is a claim or a link: the card of the claim, or the passage where the link begins. */
export async function openEnd(row: string, end: LinkEnd, beside: boolean): Promise<void> {
  if ('claim' in end) return openClaim(end.claim)
  if ('link' in end) {
    const { source, target } = await request('link.get', { id: end.link })
    const next = [target, source].find((one) => !('link' in one)) ?? target
    return openEnd(row, next, beside)
  }
  await goFromCard(row, await request('annotation.get', { id: end.annotation }), beside)
}

/** Without a mention: nobody says it, but the argument needs it. */
export async function createClaim(statement: string): Promise<void> {
  const before = wordedSo(statement)
  const { id } = before ?? (await request('claim.create', { statement }))
  openClaim(id)
  say(before ? 'This claim is there already in these words' : 'New claim without a mention made')
}

export async function changeClaim(id: ClaimId, change: InputOf<'claim.update'>['change']): Promise<void> {
  await request('claim.update', { id, change })
}

/** As one step. The list goes on at `next`, which stood next to them; null where nothing is left. */
export async function deleteClaims(ids: ClaimId[], next: ClaimId | null): Promise<void> {
  await request('claim.delete', { ids })
  changeClaimsView({ current: next, row: '', chosen: [] })
  say(
    ids.length === 1
      ? 'Claim deleted. Its passages stay'
      : `${ids.length} claims deleted. Their passages stay`,
  )
}

export async function mergeClaims(merging: InputOf<'claim.merge'>): Promise<void> {
  const { mentions } = await request('claim.merge', merging)
  openClaim(merging.into as ClaimId)
  say(`${countOf(merging.ids.length + 1, 'claim')} made one, ${countOf(mentions, 'mention')} moved`)
}

export async function splitClaim(splitting: InputOf<'claim.split'>): Promise<void> {
  const { id, mentions } = await request('claim.split', splitting)
  if (id !== null) openClaim(id)
  say(`${countOf(mentions, 'mention')} split off as a new claim`)
}

export async function addMemo(about: MemoSubject, text: string): Promise<void> {
  await request('memo.create', { about, text })
  say('Memo added')
}

export async function deleteMemo(id: InputOf<'memo.delete'>['id']): Promise<void> {
  await request('memo.delete', { id })
  say('Memo deleted')
}

import type { ClaimId, LinkId, LinkTypeId } from '../../preload/contract/ids.ts'
import { request } from '../client.ts'
import { claimOf } from '../store/argument/claims.ts'
import { chooseOtherEnd, endOf, holdEnd, makeLink, sameEnd } from '../store/argument/linking.ts'
import { say } from '../store/notices.ts'
import { isFocusInSight } from '../store/reading/focus.ts'
import { activeView } from '../store/views.ts'
import { type PendingLink, type Workbench, workbench } from '../store/workbench.ts'
import { keyText } from '../ui/keys.ts'
import { annotationMeant } from './annotation-meant.ts'
import { keyNow } from './key-choices.ts'

/** Begins a link at the annotation in focus, or at the claim whose card is open; or ends the pending one there. */
export function linkFromHere(): void {
  const { middle, focused, claimsView } = workbench.getState()
  if (middle === 'claims') {
    const claim = claimOf(claimsView.current)
    if (claim) linkFrom(endOfClaim(claim))
  } else if (focused) linkFrom(endOf(focused.annotation))
}

export function canLinkFromHere(state: Workbench): boolean {
  const { middle, focused, claimsView } = state
  if (middle === 'claims') return claimsView.current !== null
  if (middle !== 'texts') return false
  return focused === null ? annotationMeant('link.start', state) !== null : isFocusInSight(state)
}

/** A claim as one end of a link, in words. */
function endOfClaim({ id, statement }: { id: ClaimId; statement: string }): PendingLink {
  return { end: { claim: id }, words: statement, where: 'a claim' }
}

/** The same for any end: a claim, or a link that is to be undercut. */
export function linkFrom(end: PendingLink): void {
  const { pending } = workbench.getState()
  if (!pending) {
    holdEnd(end)
    const from = 'link' in end.end ? ` from the link ${end.words}` : ''
    say(`Link begun${from}. Go to the other end and ${linkKeyInWords()} there`)
    return
  }
  if (sameEnd(pending.end, end.end)) {
    say('This is the end the link begins at. Go to the other end')
    return
  }
  chooseOtherEnd(end)
}

/** A link itself as one end, to be undercut; it is named by its type and both its ends. */
export async function linkFromLink(id: LinkId): Promise<void> {
  const end = { link: id }
  const [described] = await request('link.describe', { ends: [end] })
  if (described?.kind === 'link') linkFrom({ end, words: described.words, where: 'a link' })
}

/** “press L”, or how else to end a link where the command has no key. */
export function linkKeyInWords(): string {
  const key = keyNow('link.start')
  return key === undefined ? 'choose “Link from here”' : `press ${keyText(key)}`
}

export function dropPending(): void {
  holdEnd(null)
  say('Pending link dropped')
}

export async function deleteLink(id: LinkId): Promise<void> {
  await request('link.delete', { ids: [id] })
  say('Link deleted')
}

/** Source becomes target and target source. */
export async function reverseLink(id: LinkId): Promise<void> {
  await request('link.update', { id, change: { reverse: true } })
  say('Link reversed')
}

export async function noteLink(id: LinkId, note: string): Promise<void> {
  await request('link.update', { id, change: { note } })
  say('Note on the link kept')
}

/** Makes the link whose ends are chosen; `reversed` makes the second end its source, which is then said. */
export async function finishLink(linkTypeId: LinkTypeId, reversed: boolean): Promise<void> {
  const name = workbench.getState().linkTypes.find((type) => type.id === linkTypeId)?.name
  const ends = workbench.getState().linkToType
  await makeLink(linkTypeId, reversed)
  if (workbench.getState().middle === 'texts') activeView()?.focus()
  say(reversed && ends ? `Linked: ${inShort(ends.to)} ${name} ${inShort(ends.from)}` : `Linked: ${name}`)
}

/** Of longer words only so many characters are said, up to the end of a word. */
const mostCharacters = 40

function inShort({ end, words }: PendingLink): string {
  if ('link' in end) return 'the link'
  const characters = [...words]
  if (characters.length <= mostCharacters) return `“${words}”`
  return `“${characters
    .slice(0, mostCharacters)
    .join('')
    .replace(/\s+\S*$/, '')} …”`
}

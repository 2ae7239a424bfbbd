import type { Annotation, AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import type { Role } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { dateInWords } from '../date-in-words.ts'
import { documentIn } from '../documents/documents.ts'
import { whoseDocument } from '../documents/whose-document.ts'
import { viewsOf } from '../views.ts'
import { withDots } from '../with-dots.ts'
import { type PendingLink, workbench } from '../workbench.ts'

/** Begins a link at one end. An earlier one that was not finished is dropped. */
export function holdEnd(pending: PendingLink | null): void {
  workbench.setState({ pending, linkToType: null })
}

/** Chooses the other end; what remains is the type. */
export function chooseOtherEnd(to: PendingLink): void {
  const from = workbench.getState().pending
  if (!from) return
  workbench.setState({ linkToType: { from, to }, dialog: { kind: 'choose-link-type' } })
}

/** An annotation as one end of a link, in words. */
export function endOf(annotation: Annotation | AnnotationHit): PendingLink {
  const { documents, speakers } = workbench.getState()
  const document = documentIn(documents, annotation.documentId)
  const speaker = speakers.find(({ id }) => id === annotation.speakerId)?.name
  return {
    end: { annotation: annotation.id },
    words: annotation.quote.join(' … '),
    where: withDots([speaker ?? whoseDocument(document), document?.title, dateInWords(document?.date ?? '')]),
  }
}

export function sameEnd(a: LinkEnd, b: LinkEnd): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Makes the link that has been put together and forgets the pending end. */
export async function makeLink(linkTypeId: LinkTypeId, reversed: boolean): Promise<void> {
  const { linkToType } = workbench.getState()
  if (!linkToType) return
  const { from, to } = linkToType
  const [source, target] = reversed ? [to.end, from.end] : [from.end, to.end]
  await request('link.create', { linkTypeId, source, target })
  workbench.setState({ pending: null, linkToType: null, dialog: null })
}

/** A link type as it could tie the two ends; `reversed` when only the other direction is allowed by the tags’ roles. */
export interface OfferedType {
  type: LinkType
  reversed: boolean
  allowed: boolean
}

/**
 * The types in their order, those first that the roles of both ends allow in one direction or the other; with a link at
 * an end what undercuts before all.
 */
export function offerTypes(
  types: readonly LinkType[],
  from: Role | 'link' | null,
  to: Role | 'link' | null,
): OfferedType[] {
  const offered = types.map((type) => {
    const forward = fits(type, from, to)
    const backward = fits(type, to, from)
    return { type, reversed: !forward && backward, allowed: forward || backward }
  })
  const isMeant = ({ type, allowed }: OfferedType) =>
    allowed && type.uid === 'undercuts' && [from, to].includes('link')
  const rank = (one: OfferedType) => (isMeant(one) ? 0 : one.allowed ? 1 : 2)
  return offered.sort((a, b) => rank(a) - rank(b))
}

function fits(type: LinkType, source: Role | 'link' | null, target: Role | 'link' | null): boolean {
  if (type.uid === 'undercuts') return target === 'link' && admits(type.sourceRoles, source)
  return admits(type.sourceRoles, source) && admits(type.targetRoles, target)
}

/** An end without a role is let through; a link is none that a type’s roles name. */
function admits(roles: readonly Role[], role: Role | 'link' | null): boolean {
  return roles.length === 0 || role === null || (role !== 'link' && roles.includes(role))
}

/** The role that the tag of an end gives it; 'link' for a link, null where it has none or cannot be known. */
export async function roleOf(end: LinkEnd): Promise<Role | 'link' | null> {
  if ('link' in end) return 'link'
  if ('claim' in end) return 'claim'
  const annotation = await request('annotation.get', { id: end.annotation })
  return workbench.getState().tags.find((tag) => tag.id === annotation.tagId)?.role ?? null
}

/** Lights the pending end up in every view that shows it. */
export function followPending(): () => void {
  return workbench.subscribe((state, before) => {
    if (state.pending === before.pending && state.panes === before.panes) return
    const id = state.pending && 'annotation' in state.pending.end ? state.pending.end.annotation : null
    for (const pane of [state.panes.left, state.panes.right]) {
      if (pane) for (const view of viewsOf(pane.documentId)) view.setPending(id)
    }
  })
}

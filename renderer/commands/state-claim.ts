import type { ClaimSummary } from '../../preload/contract/claim.ts'
import { claimWording } from '../../preload/contract/claim-wording.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { showDialog } from '../store/screen.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { chosenHere } from './many-annotations.ts'

/** Asks which claim the annotation in focus states. */
export function stateFocused(): void {
  const { focused } = workbench.getState()
  if (focused) ask([focused.annotation.id], [focused.annotation.tagId])
}

/** The same for the annotations that are taken together in the list. */
export function stateChosen(): void {
  const ids = chosenHere()
  const view = activeView()
  if (view && ids.length > 0) {
    ask(
      ids,
      ids.map((id) => view.tagOf(id)),
    )
  }
}

/** Only of tags that have a role in an argument. */
function ask(annotationIds: AnnotationId[], tagIds: readonly unknown[]): void {
  const { tags } = workbench.getState()
  const without = tags.find((tag) => tag.role === 'none' && tagIds.includes(tag.id))
  if (without) {
    const those = annotationIds.length === 1 ? 'a passage' : 'passages'
    say(`${without.name} is not for claims. Tag ${those} as a claim, a rebuttal or a premise first`)
  } else showDialog({ kind: 'state-claim', annotationIds })
}

/** Makes the annotations mentions of a claim, or of a new one in these words, as one step. */
export async function stateClaim(
  annotationIds: AnnotationId[],
  claim: InputOf<'claim.state'>['claim'],
): Promise<void> {
  const before = 'statement' in claim ? wordedSo(claim.statement) : undefined
  const told = await request('claim.state', { annotationIds, claim: before ? { id: before.id } : claim })
  const those =
    annotationIds.length === 1 ? 'This states' : `${countOf(annotationIds.length, 'passage')} state`
  if (told.changed === 0) say(`${those} that claim already`)
  else if (before)
    say(
      `${those} the claim that is there already in these words. ${countOf(told.claim.mentions, 'mention')} now`,
    )
  else if ('statement' in claim) say(`${those} a new claim: ${told.claim.statement}`)
  else say(`${those} the claim: ${told.claim.statement}. ${countOf(told.claim.mentions, 'mention')} now`)
}

/** The claim that is there already in these words: two of them would be two cards for one thing. */
export function wordedSo(statement: string): ClaimSummary | undefined {
  const wording = claimWording(statement)
  if (wording === '') return undefined
  return workbench.getState().claims.find((one) => claimWording(one.statement) === wording)
}

/** It states no claim any more. */
export async function stateNothing(id: AnnotationId): Promise<void> {
  await request('annotation.update', { id, change: { claimId: null } })
  say('States no claim now')
}

/** The words of annotations of the active text, as a statement begins: the first of them, in one line. */
export function wordsOfFirst([id]: readonly AnnotationId[]): string {
  const view = activeView()
  if (!view || id === undefined) return ''
  const parts = view.spansOf(id).map(({ start, end }) => view.text.text.slice(start, end))
  return parts.join(' … ').replace(/\s+/gu, ' ').trim()
}

import type { ClaimChange } from '../../../db/repositories/claim-history.ts'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { ClaimEvent } from '../../../preload/contract/claim.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { capitalized, counted } from '../words.ts'

/** The past of a claim from the log: who did what to it, and when; the latest first. What was undone is left out. */
export function claimHistory({ claimHistory }: Repositories, id: ClaimId): ClaimEvent[] {
  const events = new Map<ClaimEvent['step'], ClaimEvent>()
  const add = ({ step, at, who }: Omit<ClaimEvent, 'did'>, ...did: string[]) => {
    const known = events.get(step)
    if (known) known.did.push(...did.filter((words) => !known.did.includes(words)))
    else events.set(step, { step, at, who, did })
  }
  for (const change of claimHistory.own(id)) add(change, ...changeInWords(change))
  for (const step of claimHistory.gained(id))
    add(step, `${capitalized(counted(step.count, 'one mention', 'mentions'))} came`)
  for (const step of claimHistory.lost(id))
    add(step, `${capitalized(counted(step.count, 'one mention', 'mentions'))} went`)
  for (const step of claimHistory.linked(id)) add(step, capitalized(step.label))
  return [...events.values()].filter(({ did }) => did.length > 0).sort((a, b) => b.step - a.step)
}

function changeInWords({ before, after, label }: ClaimChange): string[] {
  if (before === null) return [label.startsWith('split') ? 'Split off another claim' : 'Made']
  if (after === null) return []
  const sentences = [
    label.startsWith('merge') && capitalized(label),
    before.statement !== after.statement && `Statement changed from “${before.statement}”`,
    before.note !== after.note &&
      (after.note === '' ? 'Note taken away' : before.note === '' ? 'Note written' : 'Note changed'),
  ]
  return sentences.filter((words) => words !== false)
}

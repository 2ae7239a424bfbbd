import type { Annotation } from '../../../preload/contract/annotation.ts'
import { setClaim } from '../../commands/state-claim.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useKeptWords } from './kept-words.ts'

/** Which claim the passage states: one that is there, or a new one in the words typed. */
export function ClaimField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const claims = useWorkbench((state) => state.claims)
  const statement = claims.find((claim) => claim.id === annotation.claimId)?.statement ?? ''
  const kept = useKeptWords(statement, (words) => setClaim(annotation.id, words, claims))
  return (
    <ComboBox
      label="States the claim"
      placeholder="A claim, in one sentence"
      isDisabled={isDisabled}
      choices={claims.map((claim) => ({
        id: claim.id,
        title: claim.statement,
        description: claim.mentions === 1 ? '1 mention' : `${claim.mentions} mentions`,
      }))}
      {...kept}
    />
  )
}

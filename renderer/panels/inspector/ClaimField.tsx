import { useState } from 'react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import { setClaim } from '../../commands/state-claim.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'

/** Which claim the passage states: one that is there, or a new one in the words typed. */
export function ClaimField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const claims = useWorkbench((state) => state.claims)
  const [typed, setTyped] = useState<string | null>(null)
  const statement = claims.find((claim) => claim.id === annotation.claimId)?.statement ?? ''
  const keep = (words: string) => {
    setTyped(null)
    if (words.trim() !== statement) setClaim(annotation.id, words, claims).catch(showFailure)
  }
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
      words={typed ?? statement}
      onWords={setTyped}
      onKeep={keep}
    />
  )
}

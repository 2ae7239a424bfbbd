import { X } from 'lucide-react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import { openClaim } from '../../commands/claims.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { stateNothing } from '../../commands/state-claim.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'

/** Which claim the passage states: opens its card, or lets another one be chosen. */
export function ClaimField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const { id, claimId } = annotation
  const claim = useWorkbench((state) => state.claims.find((one) => one.id === claimId))
  const key = useKey('claim.state')
  return (
    <section className="claim-field" aria-label="Claim">
      <h3 className="ui-field-label">States the claim</h3>
      {claimId !== null && (
        <button type="button" className="claim-field-open" onClick={() => openClaim(claimId)}>
          <span dir="auto">{claim?.statement}</span>
          <span className="claim-field-count">{countOf(claim?.mentions ?? 1, 'mention')}</span>
        </button>
      )}
      <span className="claim-field-buttons">
        <Button look="plain" isDisabled={isDisabled} onPress={() => runCommand('claim.state')}>
          {claimId === null ? 'Choose a claim…' : 'Another claim…'}
          {key && <Shortcut keys={key} />}
        </Button>
        {claimId !== null && (
          <IconButton
            icon={X}
            label="State no claim"
            isDisabled={isDisabled}
            onPress={() => stateNothing(id).catch(showFailure)}
          />
        )}
      </span>
    </section>
  )
}

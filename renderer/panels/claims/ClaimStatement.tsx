import { type KeyboardEvent, useState } from 'react'
import type { Claim } from '../../../preload/contract/claim.ts'
import { changeClaim } from '../../commands/claims.ts'
import { say, showFailure } from '../../store/notices.ts'
import { TextField } from '../../ui/TextField.tsx'

/** The statement of a claim, written in its place: Enter or leaving keeps it, Escape puts back what was there. */
export function ClaimStatement({ claim, isDisabled }: { claim: Claim; isDisabled: boolean }) {
  const [typed, setTyped] = useState(claim.statement)
  const keep = () => {
    const statement = typed.replace(/\s+/gu, ' ').trim()
    if (statement === '' || statement === claim.statement) return setTyped(claim.statement)
    changeClaim(claim.id, { statement }).then(() => say('Statement changed'), showFailure)
  }
  const press = (event: KeyboardEvent) => {
    const field = event.target as HTMLElement
    const card = field.closest<HTMLElement>('.claim-card')
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) card?.focus()
    else if (event.key === 'Escape') {
      setTyped(claim.statement)
      // Leaving would keep what is typed, since this is drawn only afterwards.
      requestAnimationFrame(() => card?.focus())
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="claim-statement">
      <TextField
        aria-label="Statement"
        lines={2}
        value={typed}
        isDisabled={isDisabled}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={press}
      />
    </div>
  )
}

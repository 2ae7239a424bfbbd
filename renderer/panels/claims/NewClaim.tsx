import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { createClaim } from '../../commands/claims.ts'
import { stateClaim } from '../../commands/state-claim.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface NewClaimProps {
  /** The passages that state it; none makes an implicit claim. */
  annotationIds: AnnotationId[]
  /** What the statement begins as. */
  words: string
  onClose: () => void
}

/** A new claim, whose statement can be put right before it is made. */
export function NewClaim({ annotationIds, words, onClose }: NewClaimProps) {
  const [typed, setTyped] = useState(words)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])
  const statement = typed.trim()
  const isImplicit = annotationIds.length === 0
  const make = () => {
    if (statement === '') return
    onClose()
    const made = isImplicit ? createClaim(statement) : stateClaim(annotationIds, { statement })
    made.catch(showFailure)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    make()
  }
  return (
    <Dialog
      title={isImplicit ? 'New claim without a mention' : 'New claim'}
      description={
        isImplicit
          ? 'An implicit claim: nobody says it, but the argument needs it. Passages can state it later.'
          : 'Say it in one sentence that everyone who states it would sign.'
      }
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={statement === ''} onPress={make}>
            Make the claim
          </Button>
        </>
      }
    >
      <TextField
        label="Statement"
        lines={3}
        autoFocus
        areaRef={field}
        value={typed}
        onChange={setTyped}
        onKeyDown={press}
      />
    </Dialog>
  )
}

import { type KeyboardEvent, useState } from 'react'
import { TextField } from './TextField.tsx'

export interface FinishedFieldProps {
  label: string
  value: string
  isDisabled: boolean
  autoFocus?: boolean
  /** Words that were typed before the field was there; '' for none. */
  begunWith?: string
  /** Called when Enter is pressed or the field is left, if the words are others than before. */
  keep: (words: string) => void
  /** Why the words cannot be kept; '' when they can. */
  check?: (words: string) => string
}

/** A short field whose words count once they are finished. Escape puts back what was there. */
export function FinishedField({
  label,
  value,
  isDisabled,
  autoFocus = false,
  begunWith = '',
  keep,
  check = () => '',
}: FinishedFieldProps) {
  const [typed, setTyped] = useState<string | null>(begunWith || null)
  const error = typed === null ? '' : check(typed.trim())
  const finish = () => {
    // What cannot be kept stands there with the reason, until it is put right or taken back.
    if (error !== '') return
    if (typed !== null && typed.trim() !== value) keep(typed.trim())
    setTyped(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <TextField
      label={label}
      value={typed ?? value}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      error={error || undefined}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={press}
    />
  )
}

import { type KeyboardEvent, useRef, useState } from 'react'
import { whileKeeping } from '../../store/keeping.ts'
import { showFailure } from '../../store/notices.ts'
import { activeView } from '../../store/views.ts'
import { TextField } from '../../ui/TextField.tsx'

export interface KeptFieldProps {
  label: string
  isLabelHidden?: boolean
  /** Its name for commands that go to it. */
  field?: string
  lines?: number
  value: string
  isDisabled: boolean
  /** Called with what stands in the field after each change; the calls never overlap, and the last one wins. */
  keep: (words: string) => Promise<unknown>
  autoFocus?: boolean
  /** Called when the field is left. */
  onEnd?: () => void
  /** What Escape does instead of going back to the text. */
  onEscape?: () => void
}

/**
 * A field whose words are kept while they are being typed. What comes from outside is shown unless the person is
 * typing here, or its last words are still on their way. Escape goes back to the text, unless told otherwise.
 */
export function KeptField(props: KeptFieldProps) {
  const { label, field, lines = 1, value, isDisabled, keep, autoFocus = false, onEnd } = props
  const [typed, setTyped] = useState<string | null>(null)
  const line = useRef<{ keeping: boolean; next: string | null; left: boolean }>({
    keeping: false,
    next: null,
    left: true,
  })

  const keepAll = async () => {
    line.current.keeping = true
    while (line.current.next !== null) {
      const next = line.current.next
      line.current.next = null
      await keep(next).catch(showFailure)
    }
    line.current.keeping = false
    if (line.current.left) setTyped(null)
  }
  const change = (words: string) => {
    setTyped(words)
    line.current.next = words
    if (!line.current.keeping) whileKeeping(keepAll())
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    if (props.onEscape) props.onEscape()
    else activeView()?.focus()
  }
  return (
    <div data-field-of={field}>
      <TextField
        {...(props.isLabelHidden ? { 'aria-label': label } : { label })}
        lines={lines}
        value={typed ?? value}
        isDisabled={isDisabled}
        onChange={change}
        autoFocus={autoFocus}
        onFocus={() => {
          line.current.left = false
        }}
        onBlur={() => {
          line.current.left = true
          if (!line.current.keeping) setTyped(null)
          onEnd?.()
        }}
        onKeyDown={leave}
      />
    </div>
  )
}

import { Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'

export interface NewTagFieldProps {
  label: string
  /** Given once; `isLeft`: the person has gone on elsewhere. */
  onName: (name: string, isLeft: boolean) => void
  onCancel: () => void
}

/** The name of a tag that is not there yet. Enter or leaving the field makes it, Escape does not. */
export function NewTagField({ label, onName, onCancel }: NewTagFieldProps) {
  const [words, setWords] = useState('')
  const ended = useRef(false)

  const end = (isKept: boolean, isLeft: boolean) => {
    if (ended.current) return
    ended.current = true
    const name = words.trim()
    if (isKept && name !== '') onName(name, isLeft)
    else onCancel()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    end(event.key === 'Enter', false)
  }
  return (
    <div className="codebook-new-tag">
      <Icon of={Plus} size={14} />
      <input
        aria-label={label}
        placeholder={label}
        className="ui-input"
        data-own-focus
        // biome-ignore lint/a11y/noAutofocus: it was asked for in order to type
        autoFocus
        maxLength={200}
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
        onBlur={() => end(true, true)}
      />
    </div>
  )
}

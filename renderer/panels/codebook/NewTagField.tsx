import { Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'

/** Where the keyboard goes once a tag is made: to its row, to its form, or nowhere, since the person went elsewhere. */
export type AfterNaming = 'row' | 'form' | 'elsewhere'

export interface NewTagFieldProps {
  label: string
  /** Given once. */
  onName: (name: string, then: AfterNaming) => void
  /** Letters that were typed for the form before it was there. */
  onTypedOn: (letter: string) => void
  onCancel: () => void
}

/** The name of a tag that is not there yet. Enter, Tab or leaving the field makes it, Escape does not. */
export function NewTagField({ label, onName, onTypedOn, onCancel }: NewTagFieldProps) {
  const [words, setWords] = useState('')
  const ended = useRef(false)

  const name = words.trim()
  const make = (then: AfterNaming) => {
    if (ended.current) return
    ended.current = true
    if (name === '') onCancel()
    else onName(name, then)
  }
  const cancel = () => {
    ended.current = true
    onCancel()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (ended.current) {
      event.preventDefault()
      if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey) onTypedOn(event.key)
      return
    }
    const isOn = event.key === 'Tab' && !event.shiftKey && name !== ''
    if (event.key !== 'Enter' && event.key !== 'Escape' && !isOn) return
    event.preventDefault()
    if (event.key === 'Escape') cancel()
    else make(isOn ? 'form' : 'row')
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
        onBlur={() => make('elsewhere')}
      />
    </div>
  )
}

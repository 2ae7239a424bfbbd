import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Speaker } from '../../../preload/contract/speaker.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface SpeakerNamesProps {
  speaker: Speaker
  isDisabled: boolean
  onChange: (variants: string[]) => void
}

/** The other names of a speaker, by which it is found: each can go, and one more can be written. */
export function SpeakerNames({ speaker: { variants }, isDisabled, onChange }: SpeakerNamesProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    if (typed.trim() === '') return
    onChange([...variants, typed.trim()])
    setTyped('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <section className="speaker-names" aria-label="Other names">
      <h2 className="ui-field-label">Other names</h2>
      {variants.length > 0 && (
        <ul>
          {variants.map((variant) => (
            <li key={variant}>
              <span dir="auto">{variant}</span>
              {!isDisabled && (
                <IconButton
                  icon={X}
                  label={`Remove the name ${variant}`}
                  onPress={() => onChange(variants.filter((one) => one !== variant))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && (
        <div className="speaker-new-name">
          <TextField
            aria-label="One more name"
            placeholder="One more name"
            value={typed}
            onChange={setTyped}
            onKeyDown={press}
          />
          <Button isDisabled={typed.trim() === ''} onPress={add}>
            Add
          </Button>
        </div>
      )}
    </section>
  )
}

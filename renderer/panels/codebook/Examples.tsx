import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useKey } from '../../commands/key-choices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface ExamplesProps {
  examples: readonly string[]
  isDisabled: boolean
  onChange: (examples: string[]) => void
}

/** Passages that show what a tag means; most come from annotations by “Keep as example”. */
export function Examples({ examples, isDisabled, onChange }: ExamplesProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const key = useKey('tag.keep-example')
  const add = () => {
    const words = typed?.trim() ?? ''
    if (words !== '' && !examples.includes(words)) onChange([...examples, words])
    setTyped(null)
  }
  return (
    <fieldset className="codebook-examples">
      <legend className="ui-field-label">Examples</legend>
      {examples.length === 0 && typed === null && (
        <p className="codebook-quiet">
          Press {key ? <Shortcut keys={key} /> : 'Keep as example'} on an annotation to keep it here.
        </p>
      )}
      <ul className="codebook-example-list">
        {examples.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two examples may have the same words
          <li key={index} className="codebook-example">
            <span dir="auto" className="selectable">
              {words}
            </span>
            <IconButton
              icon={X}
              label={`Remove example ${index + 1}`}
              isDisabled={isDisabled}
              onPress={() => onChange(examples.filter((_, i) => i !== index))}
            />
          </li>
        ))}
      </ul>
      {typed === null ? (
        <Button look="quiet" icon={Plus} isDisabled={isDisabled} onPress={() => setTyped('')}>
          New example
        </Button>
      ) : (
        <div className="codebook-example-new">
          <TextField
            aria-label="New example"
            lines={2}
            autoFocus
            value={typed}
            onChange={setTyped}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setTyped(null)
            }}
          />
          <Button onPress={add}>Add</Button>
        </div>
      )}
    </fieldset>
  )
}

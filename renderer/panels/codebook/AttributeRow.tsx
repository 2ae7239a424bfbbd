import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { showFailure } from '../../store/notices.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import {
  type AttributeDraft,
  emptyDraft,
  fromDraft,
  isSameAttribute,
  isWrong,
  toDraft,
  wrongWith,
} from './attribute-draft.ts'

const kinds: readonly { id: AttributeDefinition['kind']; title: string }[] = [
  { id: 'choice', title: 'One of a list' },
  { id: 'yes-no', title: 'Yes or no' },
  { id: 'number', title: 'Number' },
  { id: 'text', title: 'Words' },
]

export interface AttributeRowProps {
  /** Null for one that is being made. */
  attribute: AttributeDefinition | null
  /** The names of the others. */
  taken: readonly string[]
  isDisabled: boolean
  /** Then it cannot be removed, which would move the new one. */
  isBesideNew: boolean
  /** Puts `after` where the attribute named `before` stands, or at the end. Settles when the window shows it. */
  keep: (before: string | null, after: AttributeDefinition) => Promise<void>
  /** It has the name that it had when it was last kept. */
  remove: (name: string | null) => void
}

/**
 * One attribute. What is written is kept when a field is left or Enter pressed, what is chosen at once, but nothing
 * before it has a name and, if one of a list, a choice. Escape puts back what was kept.
 */
export function AttributeRow(props: AttributeRowProps) {
  const { attribute, taken, isDisabled, isBesideNew, keep, remove } = props
  const [draft, setDraft] = useState<AttributeDraft | null>(null)
  /** On its way to the project file: what the next change starts from. */
  const [sent, setSent] = useState<AttributeDefinition | null>(null)
  const kept = sent ?? attribute
  const shown = draft ?? (kept ? toDraft(kept) : emptyDraft)
  const wrong = wrongWith(shown, taken)

  const finish = (finished: AttributeDraft) => {
    setDraft(finished)
    if (isWrong(finished, taken)) return
    const after = fromDraft(finished)
    setDraft(null)
    if (kept && isSameAttribute(kept, after)) return
    setSent(after)
    keep(kept?.name ?? null, after)
      .catch((error) => {
        setDraft(finished)
        showFailure(error)
      })
      .finally(() => setSent((now) => (now === after ? null : now)))
  }
  const write = (change: Partial<AttributeDraft>) => setDraft({ ...shown, ...change })
  const choose = (change: Partial<AttributeDraft>) => finish({ ...shown, ...change })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish(shown)
    if (event.key !== 'Escape' || draft === null) return
    event.stopPropagation()
    if (attribute === null) remove(null)
    else setDraft(null)
  }
  const isTouched = (field: keyof AttributeDraft) =>
    kept !== null || (draft !== null && draft[field] !== emptyDraft[field])

  return (
    <div className="codebook-attribute">
      <TextField
        label="Name"
        value={shown.name}
        isDisabled={isDisabled}
        error={isTouched('name') ? wrong.name : undefined}
        onChange={(name) => write({ name })}
        onBlur={() => draft && finish(draft)}
        onKeyDown={press}
        autoFocus={attribute === null && draft === null}
      />
      <Select
        label="Kind"
        choices={kinds}
        value={shown.kind}
        isDisabled={isDisabled}
        onChange={(kind) => choose({ kind })}
      />
      {shown.kind === 'choice' && (
        <div className="codebook-attribute-choices">
          <TextField
            label="Choices, separated by commas"
            value={shown.choices}
            isDisabled={isDisabled}
            error={isTouched('choices') ? wrong.choices : undefined}
            onChange={(choices) => write({ choices })}
            onBlur={() => draft && finish(draft)}
            onKeyDown={press}
          />
        </div>
      )}
      <Checkbox
        isSelected={shown.required}
        isDisabled={isDisabled}
        onChange={(required) => choose({ required })}
      >
        Required
      </Checkbox>
      <IconButton
        icon={X}
        label={shown.name === '' ? 'Remove the new attribute' : `Remove the attribute ${shown.name}`}
        isDisabled={isDisabled || isBesideNew}
        onPress={() => remove(kept?.name ?? null)}
      />
      {isWrong(shown, taken) && !isDisabled && (
        <p className="codebook-quiet codebook-attribute-unfinished">Not kept yet: it needs {needs(wrong)}.</p>
      )}
    </div>
  )
}

function needs({ name, choices }: { name?: string; choices?: string }): string {
  const aName = name && 'a name of its own'
  return [aName, choices && 'at least one choice'].filter(Boolean).join(' and ')
}

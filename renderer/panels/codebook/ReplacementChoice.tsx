import type { Key } from 'react-aria-components'
import { RadioGroup } from '../../ui/Choices.tsx'
import type { Choice } from '../../ui/choice.ts'
import { Select } from '../../ui/Select.tsx'

export interface ReplacementChoiceProps<T extends Key> {
  question: string
  deleteThem: string
  giveThem: string
  others: readonly Choice<T>[]
  /** What they get instead; null deletes them. */
  value: T | null
  onChange: (value: T | null) => void
}

/** What becomes of the things that have what is about to be deleted. */
export function ReplacementChoice<T extends Key>(props: ReplacementChoiceProps<T>) {
  const { question, deleteThem, giveThem, others, value, onChange } = props
  const first = others[0]
  return (
    <div className="codebook-replacement">
      <RadioGroup
        label={question}
        value={value === null ? 'delete' : 'give'}
        onChange={(what) => onChange(what === 'give' && first ? first.id : null)}
        choices={[
          { id: 'give', title: giveThem, isDisabled: !first },
          { id: 'delete', title: deleteThem },
        ]}
      />
      {value !== null && <Select aria-label={giveThem} choices={others} value={value} onChange={onChange} />}
      <p>This can be undone.</p>
    </div>
  )
}

import type { Annotation } from '../../../preload/contract/annotation.ts'
import { changeAnnotation } from '../../commands/change-annotation.ts'
import { showFailure } from '../../store/notices.ts'
import { Chips } from '../../ui/Chips.tsx'

/** The three degrees that people tell apart, as they are kept and exported. */
const degrees = [
  { id: '0.25', title: 'Low' },
  { id: '0.5', title: 'Medium' },
  { id: '0.75', title: 'High' },
]

/** How sure the annotator is. */
export function ConfidenceField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  return (
    <div data-field-of="confidence">
      <ConfidenceChips
        value={annotation.confidence}
        isDisabled={isDisabled}
        onChange={(confidence) => changeAnnotation(annotation.id, { confidence }).catch(showFailure)}
      />
    </div>
  )
}

interface ConfidenceChipsProps {
  /** From 0 to 1; null where nothing is said. */
  value: number | null
  isDisabled: boolean
  onChange: (value: number | null) => void
}

/** A number that came with an import is shown as it is. */
export function ConfidenceChips({ value, isDisabled, onChange }: ConfidenceChipsProps) {
  const own = value === null ? null : String(value)
  const isDegree = own === null || degrees.some(({ id }) => id === own)
  return (
    <Chips
      label="Confidence"
      chips={isDegree ? degrees : [...degrees, { id: own, title: own }]}
      value={own}
      isDisabled={isDisabled}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}

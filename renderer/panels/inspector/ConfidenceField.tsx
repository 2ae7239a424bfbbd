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

/** How sure the annotator is. A number that came with an import is shown as it is. */
export function ConfidenceField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const { id, confidence } = annotation
  const value = confidence === null ? null : String(confidence)
  const isDegree = value === null || degrees.some((degree) => degree.id === value)
  return (
    <div data-field-of="confidence">
      <Chips
        label="Confidence"
        chips={isDegree ? degrees : [...degrees, { id: value, title: value }]}
        value={value}
        isDisabled={isDisabled}
        onChange={(chosen) =>
          changeAnnotation(id, { confidence: chosen === null ? null : Number(chosen) }).catch(showFailure)
        }
      />
    </div>
  )
}

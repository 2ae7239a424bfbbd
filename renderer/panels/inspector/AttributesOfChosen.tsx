import { useState } from 'react'
import type { AttributeValues } from '../../../preload/contract/annotation.ts'
import {
  attributesOfChosen,
  chosenHere,
  setAttributeOfChosen,
  setConfidenceOfChosen,
} from '../../commands/many-annotations.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { AttributeField } from './AttributeField.tsx'
import { ConfidenceChips } from './ConfidenceField.tsx'

/** Sets attributes and confidence of all annotations that are taken together; each choice acts at once, as one step. */
export function AttributesOfChosen() {
  // What is chosen does not change while the dialog is open.
  const [{ count, definitions }] = useState(() => ({
    count: chosenHere().length,
    definitions: attributesOfChosen(workbench.getState()),
  }))
  const [given, setGiven] = useState<AttributeValues>({})
  const [confidence, setConfidence] = useState<number | null>(null)
  const give = (name: string, value: AttributeValues[string] | null) => {
    setGiven(({ [name]: _, ...others }) => (value === null ? others : { ...others, [name]: value }))
    return setAttributeOfChosen(name, value).catch(showFailure)
  }
  return (
    <Dialog
      title={`Attributes of ${countOf(count, 'annotation')}`}
      description={
        definitions.length > 0
          ? 'What you choose is given to all of them at once.'
          : 'Their tags have no attribute in common; confidence can be set.'
      }
      width="small"
      onClose={closeDialog}
      footer={
        <Button look="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <div className="inspector-fields">
        {definitions.map((definition) => (
          <AttributeField
            key={definition.name}
            definition={definition}
            value={given[definition.name]}
            isLacking={false}
            isDisabled={false}
            onChange={(value) => give(definition.name, value)}
          />
        ))}
        <ConfidenceChips
          value={confidence}
          isDisabled={false}
          onChange={(chosen) => {
            setConfidence(chosen)
            setConfidenceOfChosen(chosen).catch(showFailure)
          }}
        />
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import type { Choices } from '../../store/annotation-sets/choices.ts'
import { noChoices, proposed } from '../../store/annotation-sets/choices.ts'
import { isIdle, type PlannedSet } from '../../store/annotation-sets/planned-sets.ts'
import { choicesForSet } from '../../store/annotation-sets/shared-choices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatTitle } from '../import-desk/formats.ts'
import { Differences } from './Differences.tsx'
import { FoundAnnotations } from './FoundAnnotations.tsx'
import { countsInWords } from './in-words.ts'

export interface OneSetProps {
  set: PlannedSet
  /** What the names in several sets are. */
  shared: Choices
  /** Leaves it as it was. */
  onBack: () => void
  onDone: (changed: Pick<PlannedSet, 'isIncluded' | 'own'>) => void
}

/** One of several sets, looked at closely: all that is in it, with choices for it alone. */
export function OneSet({ set, shared, onBack, onDone }: OneSetProps) {
  const { found, own } = set
  const [choices, setChoices] = useState(
    own?.choices ?? (found.isWhole ? noChoices : choicesForSet(found, shared)),
  )
  const [taking, setTaking] = useState(own?.taking ?? proposed)
  const [isChanged, setChanged] = useState(false)
  const take = () => onDone({ isIncluded: true, own: isChanged ? { choices, taking } : own })
  const changing =
    <T,>(change: (value: T) => void) =>
    (value: T) => {
      setChanged(true)
      change(value)
    }
  return (
    <Dialog
      title={`“${found.name}”`}
      description={`${formatTitle(found.format)}: ${countsInWords(found.counts)}`}
      width="large"
      onClose={onBack}
      onConfirm={isIdle(found) ? onBack : take}
      footer={
        isIdle(found) ? (
          <Button look="primary" autoFocus onPress={onBack}>
            Back
          </Button>
        ) : (
          <>
            <div className="ui-dialog-aside">
              <Button look="quiet" onPress={onBack}>
                Back
              </Button>
            </div>
            <Button onPress={() => onDone({ isIncluded: false, own })}>Leave out</Button>
            <Button look="primary" autoFocus onPress={take}>
              Take it
            </Button>
          </>
        )
      }
    >
      {found.comparison && (
        <div className="annotations-import">
          <Differences comparison={found.comparison} taking={taking} onChange={changing(setTaking)} />
        </div>
      )}
      <FoundAnnotations found={found} choices={choices} onChange={changing(setChoices)} />
    </Dialog>
  )
}

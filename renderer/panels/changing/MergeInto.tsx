import { useState } from 'react'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChangePreview } from './ChangePreview.tsx'
import './change.css'

export interface MergeIntoProps<Id extends number> {
  /** What become one, as one says it: “claims”. */
  what: string
  description: string
  label: string
  /** The first is offered to stay. */
  choices: readonly { id: Id; title: string; description: string }[]
  /** What merging would change, a sentence each. */
  ask: (merging: { ids: Id[]; into: Id }) => Promise<string[]>
  merge: (merging: { ids: Id[]; into: Id }) => void
  onClose: () => void
}

/** Makes one of several, after a look at what that changes. */
export function MergeInto<Id extends number>(props: MergeIntoProps<Id>) {
  const { what, description, label, choices, ask, onClose } = props
  const [into, setInto] = useState<Id | undefined>(choices[0]?.id)
  const others = choices.map(({ id }) => id).filter((id) => id !== into)
  const merging = into !== undefined && others.length > 0 ? { ids: others, into } : null
  const changes = useAnswer(merging && JSON.stringify(merging), () => ask(merging!))
  const merge = () => {
    if (!merging) return
    onClose()
    props.merge(merging)
  }
  return (
    <Dialog
      title={`Merge ${choices.length} ${what}`}
      description={description}
      onClose={onClose}
      onConfirm={changes ? merge : undefined}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!merging || !changes} onPress={merge}>
            Merge
          </Button>
        </>
      }
    >
      <div className="change">
        <RadioGroup
          label={label}
          autoFocus
          value={String(into)}
          onChange={(id) => setInto(Number(id) as Id)}
          choices={choices.map(({ id, ...rest }) => ({ id: String(id), ...rest }))}
        />
        {changes && <ChangePreview sentences={changes} />}
      </div>
    </Dialog>
  )
}

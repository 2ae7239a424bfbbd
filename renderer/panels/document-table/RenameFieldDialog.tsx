import { useState } from 'react'
import { changeDocuments } from '../../commands/edit-document.ts'
import { countOf } from '../../store/counting.ts'
import { fieldValues } from '../../store/documents/field-values.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { renameColumn } from './change-columns.ts'

/** Gives a field of the user’s own another name in every document that has it. */
export function RenameFieldDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const documents = useWorkbench((state) => state.documents)
  const [typed, setTyped] = useState(name)
  const having = documents.filter(({ metadata }) => Object.hasOwn(metadata, name))
  const words = typed.trim()
  const isTaken = words !== name && (fieldValues(documents).has(words) || words.toLowerCase() === 'title')
  const keep = () => {
    if (words === '' || isTaken) return
    onClose()
    if (words === name) return
    changeDocuments(
      having.map(({ id }) => id),
      { renamed: { [name]: words } },
    )
      .then(() => renameColumn(`field:${name}`, `field:${words}`))
      .catch(showFailure)
  }
  return (
    <Dialog
      title="Rename field"
      description={`In ${countOf(having.length, 'document')}.`}
      width="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={words === '' || isTaken} onPress={keep}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={typed}
        onChange={setTyped}
        error={isTaken ? 'There is a field of this name already.' : undefined}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </Dialog>
  )
}

import { useState } from 'react'
import { saveWorkList } from '../../commands/work-lists.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { listTitles } from './in-words.ts'

/** Asks for the name under which the list is kept. */
export function SaveWorkList({ onClose }: { onClose: () => void }) {
  const saved = useWorkbench((state) => state.workListing.saved)
  const list = useWorkbench((state) => state.workListsView.asked.list)
  const [name, setName] = useState<string>(listTitles[list])
  const words = name.trim()
  const isTaken = saved.some((one) => one.name.toLowerCase() === words.toLowerCase())
  const save = () => {
    if (words === '') return
    onClose()
    saveWorkList(words).catch(showFailure)
  }
  return (
    <Dialog
      title="Save this list"
      description="It is kept in the project, with its filters and its order, and never out of date."
      width="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={words === ''} onPress={save}>
            {isTaken ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        onKeyDown={(event) => event.key === 'Enter' && save()}
        description={isTaken ? 'There is a list of this name; this one takes its place.' : undefined}
      />
    </Dialog>
  )
}

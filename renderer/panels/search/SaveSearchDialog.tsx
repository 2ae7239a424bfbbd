import { useState } from 'react'
import { saveSearch } from '../../commands/searching.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Asks for the name under which the search is kept. */
export function SaveSearchDialog({ onClose }: { onClose: () => void }) {
  const { asked, saved } = useWorkbench((state) => state.searching)
  const [name, setName] = useState(asked.query.slice(0, 60))
  const words = name.trim()
  const isTaken = saved.some((one) => one.name.toLowerCase() === words.toLowerCase())
  const save = () => {
    if (words === '') return
    onClose()
    saveSearch(words).catch(showFailure)
  }
  return (
    <Dialog
      title="Save this search"
      description="It is kept in the project, with its filters."
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
        description={isTaken ? 'There is a search of this name; this one takes its place.' : undefined}
      />
    </Dialog>
  )
}

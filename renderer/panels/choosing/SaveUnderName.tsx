import { useEffect, useRef, useState } from 'react'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface SaveUnderNameProps {
  /** What is saved, as one says it: “list”. */
  what: string
  description: string
  /** The name that is offered. */
  first: string
  saved: readonly { name: string }[]
  save: (name: string) => Promise<void>
  onClose: () => void
}

/** Asks for the name under which something is kept in the project. */
export function SaveUnderName({ what, description, first, saved, save, onClose }: SaveUnderNameProps) {
  const [name, setName] = useState(first)
  const field = useRef<HTMLInputElement>(null)
  // What is typed takes the place of what was offered.
  useEffect(() => field.current?.select(), [])
  const words = name.trim()
  const isTaken = saved.some((one) => one.name.toLowerCase() === words.toLowerCase())
  const keep = () => {
    if (words === '') return
    onClose()
    save(words).catch(showFailure)
  }
  return (
    <Dialog
      title={`Save this ${what}`}
      description={description}
      width="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={words === ''} onPress={keep}>
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
        inputRef={field}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        description={isTaken ? `There is a ${what} of this name; this one takes its place.` : undefined}
      />
    </Dialog>
  )
}

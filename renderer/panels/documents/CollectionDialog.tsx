import { useState } from 'react'
import { CollectionName } from '../../../preload/contract/collections.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { collect, renameCollection } from '../../commands/collections.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCollections } from './use-collections.ts'

/** Asks for the name of a new collection and puts documents into it. */
export function NewCollectionDialog({
  documentIds,
  onClose,
}: {
  documentIds: DocumentId[]
  onClose: () => void
}) {
  return (
    <NameDialog
      title="New collection"
      description={`${countOf(documentIds.length, 'document')} will be in it.`}
      name=""
      verb="Make collection"
      onClose={onClose}
      whenTaken="There is a collection of this name; the documents go into it as well."
      onName={(name) => collect(documentIds, name).catch(showFailure)}
    />
  )
}

export function RenameCollectionDialog({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <NameDialog
      title="Rename collection"
      name={name}
      verb="Rename"
      onClose={onClose}
      whenTaken="There is a collection of this name already; the two become one."
      onName={(next) => next !== name && renameCollection(name, next).catch(showFailure)}
    />
  )
}

interface NameDialogProps {
  title: string
  description?: string
  /** As it is now. */
  name: string
  verb: string
  whenTaken: string
  onName: (name: string) => void
  onClose: () => void
}

function NameDialog({ title, description, name, verb, whenTaken, onName, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name)
  const collections = useCollections()
  const words = typed.trim()
  const fits = CollectionName.safeParse(words).success
  const isTaken = words !== name && collections.some((one) => one.name === words)
  const keep = () => {
    if (!fits) return
    onClose()
    onName(words)
  }
  return (
    <Dialog
      title={title}
      width="small"
      {...(description && { description })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!fits} onPress={keep}>
            {verb}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={typed}
        onChange={setTyped}
        description={isTaken ? whenTaken : undefined}
        error={
          words !== '' && !fits ? 'A name cannot hold a semicolon, and has at most 200 letters.' : undefined
        }
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </Dialog>
  )
}

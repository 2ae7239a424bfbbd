import { nameIn } from '../../commands/import-annotations.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import './writing.css'

export interface ReplaceFileProps {
  path: string
  onCancel: () => void
  onReplace: () => void
}

/** Asks before anything is written over. */
export function ReplaceFile({ path, onCancel, onReplace }: ReplaceFileProps) {
  return (
    <ConfirmDialog
      title={`Replace “${nameIn(path)}”?`}
      confirmLabel="Replace"
      isDanger
      onCancel={onCancel}
      onConfirm={onReplace}
    >
      <p className="writing-path">There is something at {path} already. What is there now will be gone.</p>
    </ConfirmDialog>
  )
}

import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { showInFolder } from '../../commands/export-dataset.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './writing.css'

export interface WrittenProps {
  title: string
  path: string
  onClose: () => void
  /** What there is to say of it besides. */
  children?: ReactNode
}

/** What was written, and where. */
export function Written({ title, path, onClose, children }: WrittenProps) {
  return (
    <Dialog
      title={title}
      width="small"
      isOnlyRead
      onClose={onClose}
      footer={
        <>
          <Button icon={FolderOpen} onPress={() => showInFolder(path).catch(showFailure)}>
            Show in folder
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="selectable">
        <p className="writing-path">{path}</p>
        {children}
      </div>
    </Dialog>
  )
}

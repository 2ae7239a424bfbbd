import { useEffect, useState } from 'react'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { deleteDocuments } from '../../commands/edit-document.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'

export interface DeleteDocumentsDialogProps {
  documentIds: DocumentId[]
  onClose: () => void
}

/** Says what goes with the documents before they go. */
export function DeleteDocumentsDialog({ documentIds, onClose }: DeleteDocumentsDialogProps) {
  const documents = useWorkbench((state) => state.documents)
  const [cost, setCost] = useState<{ annotations: number; links: number }>()
  useEffect(() => {
    request('document.deletionCost', { ids: documentIds }).then(setCost).catch(showFailure)
  }, [documentIds])

  const [only] = documentIds
  const title = documentIds.length === 1 ? documents.find(({ id }) => id === only)?.title : undefined
  return (
    <ConfirmDialog
      title={
        title === undefined ? `Delete ${countOf(documentIds.length, 'document')}?` : `Delete “${title}”?`
      }
      confirmLabel="Delete"
      isDanger
      isConfirmDisabled={!cost}
      onCancel={onClose}
      onConfirm={() => {
        onClose()
        deleteDocuments(documentIds).catch(showFailure)
      }}
    >
      <p>{cost ? whatGoes(cost) : 'Counting what goes with it…'} You can undo this.</p>
    </ConfirmDialog>
  )
}

function whatGoes({ annotations, links }: { annotations: number; links: number }): string {
  if (annotations === 0) return 'Nothing is annotated in it.'
  const parts = [countOf(annotations, 'annotation'), links > 0 && countOf(links, 'link')].filter(Boolean)
  return `${parts.join(' and ')} ${annotations + links === 1 ? 'goes' : 'go'} with it.`
}

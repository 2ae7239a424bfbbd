import { useEffect, useState } from 'react'
import type { DocumentDetails } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { changeDocument } from '../../commands/edit-document.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DocumentDetailsForm } from './DocumentDetailsForm.tsx'
import { type DetailsForm, problemIn, toChange, toForm } from './details-form.ts'

/** What is known of a document, to be read and corrected. Saving is one step to undo. */
export function DocumentDetailsDialog({
  documentId,
  onClose,
}: {
  documentId: DocumentId
  onClose: () => void
}) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const [details, setDetails] = useState<DocumentDetails>()
  const [form, setForm] = useState<DetailsForm>()
  useEffect(() => {
    request('document.details', { id: documentId })
      .then((loaded) => {
        setDetails(loaded)
        setForm(toForm(loaded))
      })
      .catch((cause) => {
        showFailure(cause)
        onClose()
      })
  }, [documentId, onClose])
  if (!details || !form) return null

  const save = () => {
    onClose()
    const change = toChange(details, form)
    if (Object.keys(change).length > 0) changeDocument(documentId, change).catch(showFailure)
  }
  const imported = new Date(details.imported).toLocaleDateString('en-GB', { dateStyle: 'long' })
  return (
    <Dialog
      title="Document details"
      description={`${details.source.name}, imported on ${imported}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isDisabled={readOnly || problemIn(form) !== ''}>
            Save
          </Button>
        </>
      }
    >
      <DocumentDetailsForm form={form} onChange={setForm} source={details.source} />
    </Dialog>
  )
}
